using System;
using System.Collections.Generic;
using System.Linq;
using Governance.Engine.Analysis;
using Governance.Engine.Facts;

namespace Governance.Engine.Rules.Checks.Pipelines.Azure;

/// <summary>Which files of a repository include which templates.</summary>
internal sealed class TemplateGraph
{
    private readonly Dictionary<string, List<TemplateReference>> _byFile = new(StringComparer.Ordinal);
    private readonly HashSet<string> _included = new(StringComparer.Ordinal);

    private TemplateGraph(IReadOnlyList<TemplateReference> references)
    {
        References = references;
        foreach (var reference in references)
        {
            if (!_byFile.TryGetValue(reference.From, out var list))
            {
                _byFile.Add(reference.From, list = []);
            }

            list.Add(reference);
            if (reference.IsFoundHere)
            {
                _included.Add(reference.Path);
            }
        }
    }

    /// <summary>All references, by file and in the order of the text.</summary>
    public IReadOnlyList<TemplateReference> References { get; }

    /// <summary>The files that include something, sorted.</summary>
    public IEnumerable<string> Files => _byFile.Keys.OrderBy(static path => path, StringComparer.Ordinal);

    /// <summary>The graph of a repository, made once in a run.</summary>
    public static TemplateGraph Of(RepositoryView repository) =>
        repository.Once(static view => new TemplateGraph(
            view.Facts(FactKind.AzureTemplateReference)
                .Select(static placed => placed.Path)
                .Distinct(StringComparer.Ordinal)
                .SelectMany(path => TemplateReference.Of(path, view))
                .ToList()
        ));

    /// <summary>Whether a file of the repository includes this one.</summary>
    public bool IsIncluded(string path) => _included.Contains(path);

    /// <summary>What a file includes for sure, of what is there.</summary>
    public IEnumerable<TemplateReference> Includes(string path) =>
        _byFile.TryGetValue(path, out var references)
            ? references.Where(static reference => reference.IsFoundHere && !reference.Place.IsConditional)
            : [];
}
