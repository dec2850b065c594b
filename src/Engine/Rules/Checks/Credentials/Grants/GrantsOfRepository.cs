using System;
using System.Collections.Generic;
using System.Collections.Immutable;
using System.Linq;
using Governance.Engine.Analysis;
using Governance.Engine.Facts;
using Governance.Engine.Findings;
using Governance.Engine.Policy;
using Governance.Engine.Repository;

namespace Governance.Engine.Rules.Checks.Credentials.Grants;

/// <summary>All grants of access in a repository, with what files of parameters and modules say of them.</summary>
internal sealed class GrantsOfRepository
{
    private readonly RepositoryView _repository;
    private readonly ProductionScope _production;
    private readonly List<Argument> _arguments;

    private GrantsOfRepository(RepositoryCheckContext context)
    {
        var repository = context.Repository;
        _repository = repository;
        _production = context.Production;
        _arguments = repository.Facts(FactKind.TemplateArgument).Select(Read).ToList();
        var granting = repository.FilesWith(FactKind.AccessGrant).ToList();
        if (granting.Count == 0)
        {
            return;
        }

        All = granting
            .SelectMany(OfFile)
            // One default that is handed to ten modules is one thing to mend.
            .GroupBy(static grant => (grant.Place, grant.Principal, grant.What))
            .Select(static same => same.FirstOrDefault(static grant => grant.Production is not null) ?? same.First())
            .ToImmutableArray();
    }

    /// <summary>The grants, by path and place. One whose principal a parameter decides is there once for each value given.</summary>
    public ImmutableArray<Grant> All { get; } = ImmutableArray<Grant>.Empty;

    /// <summary>The grants of a repository; read once for all checks of a run.</summary>
    public static GrantsOfRepository Of(RepositoryCheckContext context) =>
        context.Repository.Once(_ => new GrantsOfRepository(context));

    private IEnumerable<Grant> OfFile(string path)
    {
        var facts = _repository.FactsOf(path);
        for (var index = 0; index < facts.Length; index++)
        {
            if (facts[index].Kind == FactKind.AccessGrant)
            {
                foreach (var grant in OfFact(path, facts, index))
                {
                    yield return grant;
                }
            }
        }
    }

    private IEnumerable<Grant> OfFact(string path, ImmutableArray<Fact> facts, int index)
    {
        var own = facts.Where(fact => fact.Owner == index).ToList();
        if (own.FirstOrDefault(static fact => fact.Kind == FactKind.GrantPrincipal) is not { } principal)
        {
            yield break;
        }

        var what = WhatIs(facts[index].Value);
        var template = new Location(path, principal.Span);
        var blank = principal.Value.IndexOf(' ');
        var kind = blank < 0 ? principal.Value : principal.Value.Substring(0, blank);
        var written = blank < 0 ? "" : principal.Value.Substring(blank + 1);
        var scope = own.Where(static fact => fact.Kind == FactKind.GrantScope)
            .Select(static fact => fact.Value)
            .ToList();
        var production = Production(path, scope);
        var given = own.Where(static fact => fact.Kind == FactKind.GrantParameter)
            .SelectMany(parameter => _arguments.Where(one => one.Name == parameter.Value && IsFor(one, path)))
            .ToList();
        // What is given counts in place of a default; both are told, for the template can be deployed without.
        yield return new Grant(what, kind, written, template, template, production);
        foreach (var argument in given)
        {
            var reach = production ?? Production(argument.Place.Path, scope);
            // The same again, and no nearer to production, is no news.
            if (argument.Kind == kind && reach == production)
            {
                continue;
            }

            yield return new Grant(what, argument.Kind, argument.Name, argument.Place, template, reach);
        }
    }

    private string? Production(string path, List<string> scope) =>
        _production.IsPath(path) ? $"'{path}' is of production"
        : scope.Find(name => _production.IsName(name)) is { } named ? $"'{named}' is of production"
        : null;

    // A path as written is relative to the file; a file of ARM parameters names none, and stands beside its template, which its name begins with.
    private static bool IsFor(Argument argument, string template)
    {
        var folder = RepositoryPath.Parent(argument.Place.Path);
        if (argument.Template.Length > 0)
        {
            // A module of Terraform is a folder; values for its variables stand in it or below, a file for each environment.
            var target = RepositoryPath.Resolve(folder, argument.Template);
            return target == template
                || (IsTerraform(template) && target == RepositoryPath.Parent(template))
                || (
                    argument.Place.Path.EndsWith(".tfvars", StringComparison.OrdinalIgnoreCase)
                    && IsTerraform(template)
                    && RepositoryPath.IsBelow(argument.Place.Path, RepositoryPath.Parent(template))
                );
        }

        var stem = RepositoryPath.Stem(template);
        return folder == RepositoryPath.Parent(template)
            && argument.Place.Path != template
            && RepositoryPath.Name(argument.Place.Path).StartsWith(stem + ".", StringComparison.OrdinalIgnoreCase);
    }

    private static bool IsTerraform(string path) => path.EndsWith(".tf", StringComparison.OrdinalIgnoreCase);

    private static string WhatIs(string value)
    {
        var blank = value.IndexOf(' ');
        var role = blank < 0 ? "a role" : $"the role '{value.Substring(blank + 1)}'";
        return value.Split(' ')[0] switch
        {
            "eligible" => role + " (to be activated when wanted)",
            "access-policy" => "access to the secrets of a key vault",
            "permission" => blank < 0 ? "a permission" : $"the permission '{value.Substring(blank + 1)}'",
            _ => role,
        };
    }

    private Argument Read(PlacedFact fact)
    {
        var blank = fact.Fact.Value.LastIndexOf(' ');
        var facts = _repository.FactsOf(fact.Path);
        var own = facts.IndexOf(fact.Fact);
        var path = facts.FirstOrDefault(one => one.Kind == FactKind.TemplatePath && one.Owner == own)?.Value ?? "";
        return new Argument(
            fact.Fact.Value.Substring(0, blank),
            fact.Fact.Value.Substring(blank + 1),
            path,
            new Location(fact.Path, fact.Fact.Span)
        );
    }

    private sealed record Argument(string Name, string Kind, string Template, Location Place);
}
