using System;
using System.Collections.Generic;
using System.Linq;
using Governance.Engine.Analysis;
using Governance.Engine.Facts;
using Governance.Engine.Syntax;

namespace Governance.Engine.Rules.Checks.Credentials.Delivery;

/// <summary>All that runs in delivery, by file. A file's units are put together when one of them is asked for.</summary>
internal sealed class DeliveryMap
{
    private readonly Dictionary<string, List<DeliveryUnit>> _byPath = new(StringComparer.Ordinal);
    private readonly RepositoryView _repository;

    private DeliveryMap(RepositoryView repository) => _repository = repository;

    /// <summary>The map of a repository, made once in a run.</summary>
    public static DeliveryMap Of(RepositoryView repository) => repository.Once(static view => new DeliveryMap(view));

    /// <summary>The units of which something of a kind is said, sorted by path.</summary>
    public IEnumerable<DeliveryUnit> UnitsWith(FactKind kind) =>
        _repository.FilesWith(kind).SelectMany(UnitsOf).Where(unit => unit.Of(kind).Any());

    /// <summary>Whether a file says what runs in delivery.</summary>
    public bool IsDelivery(string path) => _repository.Has(path, FactKind.DeliveryUnit);

    /// <summary>The innermost unit that a place is in; null where the file is no workflow and no pipeline.</summary>
    public DeliveryUnit? At(string path, SourceSpan span) =>
        IsDelivery(path) ? UnitsOf(path).FindLast(unit => unit.Holds(span)) : null;

    private List<DeliveryUnit> UnitsOf(string path)
    {
        if (!_byPath.TryGetValue(path, out var units))
        {
            _byPath.Add(path, units = Read(_repository.FactsOf(path), path));
        }

        return units;
    }

    private static List<DeliveryUnit> Read(IReadOnlyList<Fact> facts, string path)
    {
        var units = new List<DeliveryUnit>();
        var byIndex = new DeliveryUnit?[facts.Count];
        for (var index = 0; index < facts.Count; index++)
        {
            var fact = facts[index];
            var owner = fact.Owner == Fact.NoOwner ? null : byIndex[fact.Owner];
            if (fact.Kind == FactKind.DeliveryUnit)
            {
                var unit = new DeliveryUnit(path, fact, owner);
                byIndex[index] = unit;
                units.Add(unit);
            }
            else
            {
                owner?.Add(fact);
            }
        }

        return units;
    }
}
