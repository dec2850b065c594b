using System;
using System.Collections.Generic;
using System.Linq;
using Governance.Engine.Analysis;
using Governance.Engine.Facts;
using Governance.Engine.Repository;

namespace Governance.Engine.Rules.Checks.Layout;

/// <summary>
/// Which folders define dependencies: by a Conda file, a list of packages, a package's metadata or an image. They are
/// known by name, or by content where that was recognised. Each folder is looked at when it is asked for, once.
/// </summary>
internal sealed class DependencyFiles
{
    private readonly RepositoryView _repository;
    private readonly GlobSet _names;
    private readonly Dictionary<string, bool> _in = new(StringComparer.Ordinal);
    private readonly Dictionary<string, bool> _inOrBelow = new(StringComparer.Ordinal);

    /// <summary>Takes the names, as patterns in lower case.</summary>
    public DependencyFiles(RepositoryView repository, IEnumerable<string> names)
    {
        _repository = repository;
        _names = GlobSet.Parse(names);
    }

    /// <summary>Whether such a file lies directly in the folder.</summary>
    public bool AreIn(string folder)
    {
        if (!_in.TryGetValue(folder, out var known))
        {
            known = _repository.FilesBelow(folder).Any(file => RepositoryPath.Parent(file.Path) == folder && Is(file));
            _in.Add(folder, known);
        }

        return known;
    }

    /// <summary>Whether such a file lies in the folder or anywhere below it.</summary>
    public bool AreInOrBelow(string folder)
    {
        if (!_inOrBelow.TryGetValue(folder, out var known))
        {
            known = _repository.FilesBelow(folder).Any(Is);
            _inOrBelow.Add(folder, known);
        }

        return known;
    }

    private bool Is(SourceFile file) =>
        _names.IsMatch(RepositoryPath.Name(file.Path).ToLowerInvariant())
        || _repository.Has(file.Path, FactKind.DependencyList)
        || _repository.Has(file.Path, FactKind.AzureMLEnvironment);
}
