using System;
using System.Collections.Generic;
using System.Linq;
using Governance.Engine.Analysis;
using Governance.Engine.Facts;
using Governance.Engine.Syntax;

namespace Governance.Engine.Rules.Checks.Credentials.Delivery;

/// <summary>All that runs in delivery, by file.</summary>
internal sealed class DeliveryMap
{
    private readonly Dictionary<string, List<DeliveryUnit>> _byPath = new(StringComparer.Ordinal);

    private DeliveryMap(RepositoryView repository)
    {
        foreach (
            var path in repository
                .Facts(FactKind.DeliveryUnit)
                .Select(static placed => placed.Path)
                .Distinct(StringComparer.Ordinal)
        )
        {
            _byPath.Add(path, Read(path, repository));
        }
    }

    /// <summary>All units, sorted by path.</summary>
    public IEnumerable<DeliveryUnit> Units =>
        _byPath.OrderBy(static file => file.Key, StringComparer.Ordinal).SelectMany(static file => file.Value);

    /// <summary>The map of a repository, made once in a run.</summary>
    public static DeliveryMap Of(RepositoryView repository) => repository.Once(static view => new DeliveryMap(view));

    /// <summary>Whether a file says what runs in delivery.</summary>
    public bool IsDelivery(string path) => _byPath.ContainsKey(path);

    /// <summary>The innermost unit that a place is in; null where the file is no workflow and no pipeline.</summary>
    public DeliveryUnit? At(string path, SourceSpan span) =>
        _byPath.TryGetValue(path, out var units) ? units.FindLast(unit => unit.Holds(span)) : null;

    private static List<DeliveryUnit> Read(string path, RepositoryView repository)
    {
        var units = new List<DeliveryUnit>();
        var byIndex = new Dictionary<int, DeliveryUnit>();
        var facts = repository.FactsOf(path);
        for (var index = 0; index < facts.Length; index++)
        {
            var fact = facts[index];
            byIndex.TryGetValue(fact.Owner, out var owner);
            if (fact.Kind == FactKind.DeliveryUnit)
            {
                units.Add(byIndex[index] = new DeliveryUnit(path, fact, owner));
            }
            else
            {
                owner?.Add(fact);
            }
        }

        return units;
    }
}
