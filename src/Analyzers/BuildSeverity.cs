using System;
using Governance.Engine.Findings;
using Governance.Engine.Policy;
using Governance.Engine.Rules;
using Microsoft.CodeAnalysis;

namespace Governance.Analyzers;

/// <summary>How bad a finding is in a build. The compiler's own settings (NoWarn, .globalconfig and the like) come after it.</summary>
internal static class BuildSeverity
{
    /// <summary>
    /// The severity of a finding that is shown: mode block follows the policy's severity, mode warn is a warning at most.
    /// </summary>
    public static DiagnosticSeverity Of(JudgedFinding judged)
    {
        var severity =
            judged.Mode == Mode.Warn && judged.Severity > Severity.Warning ? Severity.Warning : judged.Severity;
        return Of(RuleCatalog.Find(judged.Finding.BaseRuleId)!, severity);
    }

    /// <summary>
    /// A rule's severity in a build. What is said about the tool and its policy is a warning at most: a typing error in
    /// <c>governance.yml</c> must not keep anybody from compiling, the gate stops it.
    /// </summary>
    public static DiagnosticSeverity Of(RuleDescriptor rule, Severity severity) =>
        Descriptors.Of(
            string.Equals(rule.Area, RuleCatalog.EngineArea, StringComparison.Ordinal) && severity > Severity.Warning
                ? Severity.Warning
                : severity
        );
}
