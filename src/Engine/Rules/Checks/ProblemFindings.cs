using Governance.Engine.Syntax;
using Governance.Engine.Syntax.Dialects;

namespace Governance.Engine.Rules.Checks;

/// <summary>Tells what the readers of a file met.</summary>
internal static class ProblemFindings
{
    /// <summary>Reports what is wrong with the structure of a file, as it is.</summary>
    public static void Report(this FileCheckContext context, DialectProblem problem) =>
        context.Report(problem.Span, problem.Message, problem.Remedy, problem.Content);

    /// <summary>Reports where YAML breaks off, and what comes of it.</summary>
    public static void ReportBreak(this FileCheckContext context, SyntaxProblem problem, string consequence) =>
        context.Report(
            problem.Span,
            $"The YAML breaks off here, and {consequence}: {problem.Message}",
            "Mend the YAML at this place",
            problem.Message
        );
}
