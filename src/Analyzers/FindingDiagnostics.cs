using System;
using System.Collections.Generic;
using System.Collections.Immutable;
using Governance.Engine.Policy;
using Microsoft.CodeAnalysis;

namespace Governance.Analyzers;

/// <summary>Findings as the compiler tells them.</summary>
internal static class FindingDiagnostics
{
    /// <summary>A finding that is shown, at a place that is known to the compiler.</summary>
    /// <param name="judged">The finding.</param>
    /// <param name="location">Where.</param>
    /// <param name="related">Further places.</param>
    /// <param name="properties">What a code fix needs to know.</param>
    public static Diagnostic Of(
        JudgedFinding judged,
        Location location,
        IEnumerable<Location> related,
        ImmutableDictionary<string, string?>? properties = null
    ) => Of(judged, location, related, BuildSeverity.Of(judged), properties);

    /// <summary>A finding that is shown.</summary>
    public static Diagnostic Of(ToldFinding told, DiagnosticSeverity severity) =>
        Of(told.Judged, told.Location, told.Related, severity, properties: null);

    /// <summary>A mistake in the settings of the build, which has no place that a compiler knows.</summary>
    public static Diagnostic Of(SettingMistake mistake) =>
        Diagnostic.Create(
            Descriptors.Find(Descriptors.InvalidPolicyId),
            Location.None,
            DiagnosticSeverity.Warning,
            additionalLocations: null,
            properties: null,
            $"{mistake.Message}. {mistake.Remedy}"
        );

    /// <summary>An error of our own.</summary>
    public static Diagnostic Internal(Exception exception)
    {
        var cause = exception is AggregateException { InnerExceptions.Count: > 0 } several
            ? several.Flatten().InnerExceptions[0]
            : exception;
        return Diagnostic.Create(
            Descriptors.Find(Descriptors.InternalErrorId),
            Location.None,
            $"The check of the repository failed by an error of its own: {cause.GetType().Name}: {cause.Message.TrimEnd('.')}. "
                + "Report the defect with this message; GovernanceEnabled=false builds without the check."
        );
    }

    private static Diagnostic Of(
        JudgedFinding judged,
        Location location,
        IEnumerable<Location> related,
        DiagnosticSeverity severity,
        ImmutableDictionary<string, string?>? properties
    ) =>
        Diagnostic.Create(
            Descriptors.Find(judged.Finding.BaseRuleId),
            location,
            severity,
            related,
            properties,
            $"{judged.Finding.Message}. {judged.Finding.Remedy}."
        );
}
