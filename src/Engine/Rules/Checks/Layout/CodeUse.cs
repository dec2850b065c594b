using System.Collections.Generic;
using Governance.Engine.Analysis;

namespace Governance.Engine.Rules.Checks.Layout;

/// <summary>A folder of code that components, jobs or deployments run.</summary>
internal sealed class CodeUse
{
    private readonly List<PlacedFact> _references = [];

    public CodeUse(string folder) => Folder = folder;

    /// <summary>The folder; empty for the root.</summary>
    public string Folder { get; }

    /// <summary>The references, sorted by the file that refers.</summary>
    public IReadOnlyList<PlacedFact> References => _references;

    /// <summary>Whether more than one declaration refers to it.</summary>
    public bool IsShared { get; private set; }

    /// <summary>Whether one of them says in which environment the code runs.</summary>
    public bool HasEnvironment { get; private set; }

    public void Add(PlacedFact reference, bool hasEnvironment)
    {
        IsShared |= _references.Count > 0 && !IsSameOwner(_references[0], reference);
        HasEnvironment |= hasEnvironment;
        _references.Add(reference);
    }

    private static bool IsSameOwner(PlacedFact one, PlacedFact other) =>
        one.Path == other.Path && one.Fact.Owner == other.Fact.Owner;
}
