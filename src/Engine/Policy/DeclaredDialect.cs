using Governance.Engine.Findings;
using Governance.Engine.Repository;
using Governance.Engine.Syntax.Dialects;

namespace Governance.Engine.Policy;

/// <summary>A dialect of YAML that the policy declares for files of the repository.</summary>
/// <param name="Layer">The document that declares it.</param>
/// <param name="Paths">The files it counts for.</param>
/// <param name="Location">Where it is declared.</param>
public sealed record DeclaredDialect(PolicyLayerKind Layer, GlobSet Paths, Location Location)
{
    /// <summary>The path of the file that describes it; null where it is described in place.</summary>
    public string? File { get; init; }

    /// <summary>The description; null where <see cref="File"/> has it.</summary>
    internal Dialect? InPlace { get; init; }

    /// <summary>The text of a description in place, from which a change of it is known.</summary>
    internal string? Text { get; init; }
}
