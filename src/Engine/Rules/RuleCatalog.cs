using System;
using System.Collections.Immutable;
using System.IO;
using System.Linq;
using Governance.Engine.Rules.Checks.Credentials;
using Governance.Engine.Rules.Checks.Engine;
using Governance.Engine.Rules.Checks.Layout;
using Governance.Engine.Rules.Checks.Notebooks;
using Governance.Engine.Rules.Checks.Pipelines;

namespace Governance.Engine.Rules;

/// <summary>All rules: their pages' metadata, generated at build time, and the checks behind them, listed by area.</summary>
public static class RuleCatalog
{
    /// <summary>The newest ruleset this version of the tool knows: what <c>ruleset</c> of governance.yml pins.</summary>
    public const int CurrentRuleset = 1;

    /// <summary>The area of the rules about the tool itself and its policy file.</summary>
    public const string EngineArea = "engine";

    /// <summary>Every rule, sorted by id.</summary>
    public static ImmutableArray<RuleDescriptor> Rules { get; } = ImmutableArray.Create(RulePages.All);

    /// <summary>Every check. Rules without one are reported by the engine itself.</summary>
    public static ImmutableArray<Check> Checks { get; } =
        EngineChecks
            .All.AddRange(LayoutChecks.All)
            .AddRange(NotebookChecks.All)
            .AddRange(CredentialsChecks.All)
            .AddRange(PipelinesChecks.All);

    /// <summary>The areas, sorted.</summary>
    public static ImmutableArray<string> Areas { get; } =
        Rules
            .Select(static rule => rule.Area)
            .Distinct(StringComparer.Ordinal)
            .OrderBy(static area => area, StringComparer.Ordinal)
            .ToImmutableArray();

    /// <summary>The rule of this id, name or alias (a family's suffix is ignored), or null.</summary>
    public static RuleDescriptor? Find(string idOrName)
    {
        var slash = idOrName.IndexOf('/');
        var wanted = slash < 0 ? idOrName : idOrName.Substring(0, slash);
        foreach (var rule in Rules)
        {
            if (Is(rule.Id, wanted) || Is(rule.Name, wanted) || rule.Aliases.Any(alias => Is(alias, wanted)))
            {
                return rule;
            }
        }

        return null;
    }

    /// <summary>The whole page of a rule: front matter, prose and examples.</summary>
    public static string Page(RuleDescriptor rule)
    {
        var name = $"rules/{rule.Id}-{rule.Name}.md";
        using var stream =
            typeof(RuleCatalog).Assembly.GetManifestResourceStream(name)
            ?? throw new InvalidOperationException($"The page {name} is not embedded.");
        using var reader = new StreamReader(stream);
        return reader.ReadToEnd();
    }

    private static bool Is(string name, string wanted) =>
        string.Equals(name, wanted, StringComparison.OrdinalIgnoreCase);
}
