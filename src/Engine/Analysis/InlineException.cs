using System.Collections.Immutable;
using Governance.Engine.Syntax;

namespace Governance.Engine.Analysis;

/// <summary>
/// A comment <c>policy: allow GOV0301 until 2027-01-31 -- why</c>, as written. It covers its own line and the next.
/// </summary>
/// <param name="RuleId">The rule, as written.</param>
/// <param name="Until">The last day, as written; empty where it is missing.</param>
/// <param name="Reason">Why, as written; empty where it is missing.</param>
/// <param name="Span">The comment's text from <c>policy:</c> to its end.</param>
public sealed record InlineException(string RuleId, string Until, string Reason, SourceSpan Span);

/// <summary>The comments of one file that except something.</summary>
public sealed record FileExceptions(string Path, ImmutableArray<InlineException> Exceptions);
