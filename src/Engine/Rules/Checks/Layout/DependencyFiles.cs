using System;
using System.Collections.Generic;
using Governance.Engine.Analysis;
using Governance.Engine.Facts;
using Governance.Engine.Repository;

namespace Governance.Engine.Rules.Checks.Layout;

/// <summary>Which folders define dependencies: by a Conda file, a list of packages, a package's metadata or an image.</summary>
internal sealed class DependencyFiles
{
    private readonly HashSet<string> _holders = new(StringComparer.Ordinal);
    private readonly HashSet<string> _above = new(StringComparer.Ordinal);

    /// <summary>Looks for them by name, and by content where it was recognised.</summary>
    public DependencyFiles(RepositoryView repository, IEnumerable<string> names)
    {
        var globs = GlobSet.Parse(names);
        foreach (var file in repository.Files)
        {
            if (globs.IsMatch(RepositoryPath.Name(file.Path).ToLowerInvariant()))
            {
                Add(file.Path);
            }
        }

        foreach (var kind in new[] { FactKind.DependencyList, FactKind.AzureMLEnvironment })
        {
            foreach (var fact in repository.Facts(kind))
            {
                Add(fact.Path);
            }
        }
    }

    /// <summary>Whether such a file lies directly in the folder.</summary>
    public bool AreIn(string folder) => _holders.Contains(folder);

    /// <summary>Whether such a file lies in the folder or anywhere below it.</summary>
    public bool AreInOrBelow(string folder) => _above.Contains(folder);

    private void Add(string path)
    {
        var folder = RepositoryPath.Parent(path);
        _holders.Add(folder);
        while (_above.Add(folder) && folder.Length > 0)
        {
            folder = RepositoryPath.Parent(folder);
        }
    }
}
