using System;
using System.Collections.Immutable;
using System.Linq;
using Governance.Engine.Repository;
using Governance.Engine.Syntax.Expressions;
using Governance.Engine.Syntax.Yaml;

namespace Governance.Engine.Rules.Checks.Pipelines.Azure;

/// <summary>
/// GOV0424: what only a certain branch is to do is let through by the last segment of the branch's name, which others have too.
/// https://learn.microsoft.com/en-us/azure/devops/pipelines/build/variables#build-variables-devops-services
/// </summary>
internal sealed class IneffectiveBranchGate : FileCheck
{
    private const string Variable = "Build.SourceBranchName";

    public override string Id => "GOV0424";

    public override ImmutableArray<FileClass> Classes { get; } = ImmutableArray.Create(FileClass.Yaml);

    public override void Run(FileCheckContext context)
    {
        foreach (var expression in AzureExpressions.Of(context.File).All.Where(IsGate))
        {
            foreach (var call in expression.Nodes().OfType<CallNode>())
            {
                if (Compared(call) is { } branch)
                {
                    context.Report(
                        expression.Span(call.Start, call.Length),
                        $"The gate lets through every branch whose name ends in '/{branch}', as 'users/eve/{branch}'",
                        $"Compare 'Build.SourceBranch' with 'refs/heads/{branch}'",
                        branch
                    );
                }
            }
        }
    }

    // A condition of a job or stage that deploys, or a directive that brings in stages, jobs or the settings of an environment. Elsewhere it
    // guards little: the number of a version, a step of a build.
    private static bool IsGate(AzureExpression expression)
    {
        if (expression.Kind != AzureExpressionKind.Condition)
        {
            return expression.Scalar.Site == AzureExpressions.Directive && BringsWhatIsGuarded(expression.Scalar);
        }

        var owner = expression.Scalar.Frame.Parent;
        return owner?.Type.Name == "deployment"
            || (owner is { Type.Name: "stage", Node: YamlMapping stage } && Deploys(stage));
    }

    private static bool BringsWhatIsGuarded(AzureScalar directive) =>
        directive.Frame.Type.Name switch
        {
            "stages" or "jobs" => true,
            "variables" => directive.Brings is YamlSequence settings
                && settings.Mappings().Any(static setting => setting.Has("template") || setting.Has("group")),
            _ => false,
        };

    private static bool Deploys(YamlMapping stage) =>
        stage["jobs"] is YamlSequence jobs && jobs.Mappings().Any(static job => job.Has("deployment"));

    // 'eq' and 'in' let through what they name; 'ne' keeps it out, which is no gate.
    private static string? Compared(CallNode call)
    {
        var isTest =
            string.Equals(call.Name, "eq", StringComparison.OrdinalIgnoreCase)
            || string.Equals(call.Name, "in", StringComparison.OrdinalIgnoreCase);
        return isTest && call.Arguments.Any(IsBranchName)
            ? call
                .Arguments.OfType<LiteralNode>()
                .Where(static literal => literal.Kind == ExpressionTokenKind.String && !IsBranchName(literal))
                .Select(static literal => literal.Value)
                .FirstOrDefault(static branch => branch.Length > 0 && branch.IndexOf('/') < 0)
            : null;
    }

    private static bool IsBranchName(ExpressionNode node) =>
        node is LiteralNode { Value: var text }
            ? string.Equals(text, "$(" + Variable + ")", StringComparison.OrdinalIgnoreCase)
            : ExpressionPath.Of(node) is { Count: > 1 } path
                && string.Equals(path[0], "variables", StringComparison.OrdinalIgnoreCase)
                && string.Equals(string.Join(".", path.Skip(1)), Variable, StringComparison.OrdinalIgnoreCase);
}
