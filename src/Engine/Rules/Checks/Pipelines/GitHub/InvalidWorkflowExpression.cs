namespace Governance.Engine.Rules.Checks.Pipelines.GitHub;

/// <summary>GOV0404: an expression that GitHub refuses.</summary>
internal sealed class InvalidWorkflowExpression : WorkflowExpressionCheck
{
    public override string Id => "GOV0404";

    protected override bool IsAboutDoubts => false;
}
