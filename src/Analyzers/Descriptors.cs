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

    /// <summary>
    /// The rules that the engine's checks are behind, in the catalogue's order. The default severity is the page's; a policy's
    /// is given with each diagnostic.
    /// </summary>
    public static ImmutableArray<DiagnosticDescriptor> OfRepository { get; } =
        RuleCatalog.Rules.Where(static rule => !rule.IsOfCompiler).Select(Of).ToImmutableArray();

    /// <summary>The rules of which the compiler knows more than the engine, in the catalogue's order.</summary>
    public static ImmutableArray<DiagnosticDescriptor> OfCSharp { get; } =
        RuleCatalog.Rules.Where(static rule => rule.IsOfCompiler).Select(Of).ToImmutableArray();

    /// <summary>The descriptor of a rule of the catalogue.</summary>
    public static DiagnosticDescriptor Find(string id) =>
        OfRepository.Concat(OfCSharp).First(descriptor => string.Equals(descriptor.Id, id, StringComparison.Ordinal));

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
            helpLinkUri: rule.PagePath,
            customTags: rule.IsOfCompiler ? Array.Empty<string>() : new[] { WellKnownDiagnosticTags.CompilationEnd }
        );
}
