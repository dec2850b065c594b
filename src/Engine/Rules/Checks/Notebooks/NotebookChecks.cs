using System.Collections.Immutable;

namespace Governance.Engine.Rules.Checks.Notebooks;

/// <summary>The checks of the area, in the order of their ids.</summary>
internal static class NotebookChecks
{
    public static ImmutableArray<Check> All { get; } =
        ImmutableArray.Create<Check>(
            new NotebookOutsideUserFolder(),
            new UnknownUserFolder(),
            new StoredNotebookOutputs(),
            new UserFoldersDifferInCase(),
            new InvalidNotebook(),
            new MachinePathInNotebookMetadata()
        );
}
