using System;
using System.Collections.Immutable;
using System.Linq;
using Governance.Engine.Findings;
using Governance.Engine.Rules;
using Microsoft.CodeAnalysis;

namespace Governance.Analyzers;

/// <summary>The rules of the catalogue as the compiler describes diagnostics.</summary>
internal static class Descriptors
{
    /// <summary>The rule that an error of our own is reported by.</summary>
    public const string InternalErrorId = "GOV0001";

    /// <summary>The rule that mistakes in settings are reported by.</summary>
    public const string InvalidPolicyId = "GOV0003";

    // The engine itself says what is wrong with the policy, and C# code may meet an error of our own before the end.
    private static readonly ImmutableHashSet<string> Live = RuleCatalog
        .Checks.OfType<FileCheck>()
        .Select(static check => check.Id)
        .ToImmutableHashSet(StringComparer.Ordinal)
        .Add(InvalidPolicyId)
        .Add(InternalErrorId);

    /// <summary>The rules that C# code is checked by, with the compiler's knowledge of it.</summary>
    private static readonly ImmutableHashSet<string> KnownInCSharp = ImmutableHashSet.Create(
        StringComparer.Ordinal,
        "GOV0301",
        "GOV0302",
        "GOV0303"
    );

    private static readonly ImmutableDictionary<string, DiagnosticDescriptor> ById =
        RuleCatalog.Rules.ToImmutableDictionary(static rule => rule.Id, Of, StringComparer.Ordinal);

    /// <summary>
    /// The rules that the engine's checks are behind, in the catalogue's order. The default severity is the page's; a policy's
    /// is given with each diagnostic.
    /// </summary>
    public static ImmutableArray<DiagnosticDescriptor> OfRepository { get; } =
        RuleCatalog
            .Rules.Where(static rule => !rule.IsOfCompiler)
            .Select(static rule => Find(rule.Id))
            .ToImmutableArray();

    /// <summary>The rules of which the compiler knows more than the engine, in the catalogue's order.</summary>
    public static ImmutableArray<DiagnosticDescriptor> OfCSharp { get; } =
        RuleCatalog
            .Rules.Where(static rule => KnownInCSharp.Contains(rule.Id))
            .Select(static rule => Find(rule.Id))
            .ToImmutableArray();

    /// <summary>The descriptor of a rule of the catalogue.</summary>
    public static DiagnosticDescriptor Find(string id) => ById[id];

    /// <summary>Whether a rule looks at one file alone, so that an editor can show what it finds while the file is open.</summary>
    public static bool IsLive(string id) => Live.Contains(id);

    /// <summary>The compiler's word for a severity; hidden where the rule is off.</summary>
    public static DiagnosticSeverity Of(Severity severity) =>
        severity switch
        {
            Severity.Error => DiagnosticSeverity.Error,
            Severity.Warning => DiagnosticSeverity.Warning,
            Severity.Note => DiagnosticSeverity.Info,
            _ => DiagnosticSeverity.Hidden,
        };

    private static DiagnosticDescriptor Of(RuleDescriptor rule) =>
        new(
            rule.Id,
            rule.Title,
            "{0}",
            "Governance." + rule.Area,
            BuildSeverity.Of(rule, rule.Severity),
            isEnabledByDefault: true,
            helpLinkUri: RulePageLink.Of(rule),
            // An editor shows what has this tag after a build only. Where it stands, nothing is reported before the end.
            customTags: KnownInCSharp.Contains(rule.Id) || IsLive(rule.Id)
                ? Array.Empty<string>()
                : new[] { WellKnownDiagnosticTags.CompilationEnd }
        );
}
