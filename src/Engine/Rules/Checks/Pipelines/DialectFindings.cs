using Governance.Engine.Syntax.Dialects;

namespace Governance.Engine.Rules.Checks.Pipelines;

/// <summary>Tells what is wrong with the structure of a file.</summary>
internal static class DialectFindings
{
    /// <summary>Reports a problem as it is.</summary>
    public static void Report(this FileCheckContext context, DialectProblem problem) =>
        context.Report(problem.Span, problem.Message, problem.Remedy, problem.Content);
}
