using System;
using System.Collections.Generic;
using System.Linq;
using Governance.Engine.Facts;
using Governance.Engine.Policy;
using Governance.Engine.Repository;
using Governance.Engine.Rules.Checks.Pipelines.Azure;
using Governance.Engine.Syntax;

namespace Governance.Engine.Rules.Checks.Credentials.Delivery;

/// <summary>
/// Whether what stands in a workflow or pipeline reaches production, as far as the files tell: by environments, service connections, settings
/// and names, and by those who call a file or include it.
/// </summary>
internal sealed class DeliveryReach
{
    private const int MaxDepth = 100;

    private readonly ProductionScope _production;
    private readonly DeliveryMap _map;
    private readonly RepositoryCheckContext _context;
    private readonly Dictionary<string, string?> _called = new(StringComparer.Ordinal);
    private ILookup<string, Caller>? _callers;
    private int _depth;

    private DeliveryReach(RepositoryCheckContext context)
    {
        _context = context;
        _production = context.Production;
        _map = DeliveryMap.Of(context.Repository);
    }

    /// <summary>What is known of a repository, made once in a run.</summary>
    public static DeliveryReach Of(RepositoryCheckContext context) =>
        context.Repository.Once(_ => new DeliveryReach(context));

    /// <summary>How a place reaches production, as half a sentence (<c>by the environment 'prod'</c>); null where nothing says that it does.</summary>
    public string? Production(string path, SourceSpan span) =>
        _map.At(path, span) is { } unit ? Production(unit)
        : _production.IsPath(path) ? ByPath(path)
        : null;

    /// <summary>How a unit reaches production; null where nothing says that it does.</summary>
    public string? Production(DeliveryUnit unit) =>
        Declared(unit) ?? (_production.IsPath(unit.Path) ? ByPath(unit.Path) : Called(unit.Path));

    /// <summary>How a unit reaches production by what it says itself; null where it does not say so.</summary>
    /// <param name="unit">The unit.</param>
    /// <param name="byIdentity">Whether the name of a service connection counts.</param>
    public string? Declared(DeliveryUnit unit, bool byIdentity = true) =>
        unit.Chain.Select(one => OfOne(one, byIdentity)).FirstOrDefault(static reason => reason is not null);

    /// <summary>Whether a target is one of production.</summary>
    public bool IsProduction(Fact target)
    {
        var name = DeliveryUnit.NameOf(target);
        return DeliveryUnit.KindOf(target) switch
        {
            "connection" => _production.IsServiceConnection(name),
            "settings" => _production.IsPath(name),
            _ => _production.IsName(name),
        };
    }

    private string? OfOne(DeliveryUnit unit, bool byIdentity)
    {
        if (
            unit.Of(FactKind.DeliveryTarget)
                .FirstOrDefault(one => (byIdentity || DeliveryUnit.KindOf(one) != "connection") && IsProduction(one)) is
            { } target
        )
        {
            var kind = DeliveryUnit.KindOf(target) switch
            {
                "connection" => "service connection",
                "settings" => "settings",
                _ => "environment",
            };
            return $"by the {kind} '{DeliveryUnit.NameOf(target)}'";
        }

        return _production.IsName(unit.Name) ? $"by the name '{unit.Name}'" : null;
    }

    private static string ByPath(string path) => $"by the file '{RepositoryPath.Name(path)}'";

    // Who calls or includes the file decides too. What is asked for while it is being looked up is a circle.
    private string? Called(string path)
    {
        if (_called.TryGetValue(path, out var known))
        {
            return known;
        }

        _called[path] = null;
        _callers ??= Callers();
        _depth++;
        string? found = null;
        foreach (var (_, from, span, given) in _callers[path].Take(100))
        {
            found = given ?? (_depth < MaxDepth ? Production(from, span) : null);
            if (found is not null)
            {
                break;
            }
        }

        _depth--;
        return _called[path] = found;
    }

    private ILookup<string, Caller> Callers()
    {
        var repository = _context.Repository;
        var calls = repository
            .Facts(FactKind.LocalWorkflowCall)
            .Select(static call => new Caller(call.Fact.Value.Substring(2), call.Path, call.Fact.Span, null));
        var includes = TemplateGraph
            .Of(repository)
            .References.Where(static reference => reference.IsFoundHere)
            .Select(reference => new Caller(reference.Path, reference.From, reference.Fact.Span, Given(reference)));
        return calls.Concat(includes).ToLookup(static call => call.To, StringComparer.Ordinal);
    }

    // A parameter that names production: 'environment: prod'.
    private string? Given(TemplateReference reference)
    {
        var facts = _context.Repository.FactsOf(reference.From);
        for (
            var index = reference.Index + 1;
            index < facts.Length && facts[index].Kind != FactKind.AzureTemplateReference;
            index++
        )
        {
            var value = facts[index];
            if (
                value is { Kind: FactKind.AzureTemplateArgumentValue, Value: var text }
                && text.StartsWith("=", StringComparison.Ordinal)
                && text.Length <= 100
                && facts[value.Owner].Value.IndexOf("env", StringComparison.OrdinalIgnoreCase) >= 0
                && _production.IsName(text.Substring(1))
            )
            {
                return $"by the parameter '{facts[value.Owner].Value}: {text.Substring(1)}'";
            }
        }

        return null;
    }

    /// <summary>What brings a file into delivery: where it is called or included, and the value for production that it is given, or null.</summary>
    private sealed record Caller(string To, string Path, SourceSpan Span, string? Given);
}
