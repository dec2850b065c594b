using Governance.Engine.Repository;

namespace Governance.Repositories.Git;

/// <summary>Makes entries for submodules: listed, and not entered.</summary>
internal static class Submodules
{
    /// <summary>The entry; its object id is a commit of another repository.</summary>
    public static SourceFile Make(string path, string commit) =>
        new(
            path,
            EntryKind.Submodule,
            static _ => FileContent.Unavailable("it is a submodule, which is another repository"),
            commit
        );
}
