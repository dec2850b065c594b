using System;
using System.Collections.Immutable;
using System.Linq;
using Governance.Engine.Findings;
using Governance.Engine.Syntax;

namespace Governance.Tests.RuleExamples;

/// <summary>
/// One example of a rule page: a little repository with the findings it expects. Where some blocks are of a base revision
/// (<c>base=path</c>), it is checked against that.
/// </summary>
public sealed record RuleExample(
    string Title,
    bool IsReported,
    ImmutableSortedDictionary<string, string> Files,
    ImmutableArray<ExpectedFinding> Expected,
    ImmutableSortedDictionary<string, string> BaseFiles
)
{
    /// <summary>Whether it is about C# code, which the compiler knows more of than the engine.</summary>
    public bool IsOfCompiler => Files.Keys.Any(static path => path.EndsWith(".cs", StringComparison.Ordinal));
}

/// <summary>A mark in an example.</summary>
/// <param name="Severity">The severity the finding has under the example's policy.</param>
/// <param name="RuleId">The rule.</param>
/// <param name="MessagePart">A part of the message; empty for any.</param>
/// <param name="Path">The path the finding is at.</param>
/// <param name="Line">The line it starts on; null where the mark stands in a tree.</param>
/// <param name="Span">Exactly where, when the line has <c>[|</c> and <c>|]</c>.</param>
public sealed record ExpectedFinding(
    Severity Severity,
    string RuleId,
    string MessagePart,
    string Path,
    int? Line,
    SourceSpan? Span
)
{
    /// <summary>The rule without a family's suffix.</summary>
    public string BaseRuleId => RuleId.Split('/')[0];
}
