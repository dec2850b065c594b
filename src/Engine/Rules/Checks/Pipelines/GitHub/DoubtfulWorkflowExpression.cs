namespace Governance.Engine.Rules.Checks.Pipelines.GitHub;

/// <summary>GOV0418: an expression that GitHub accepts, and that can never mean what was meant.</summary>
internal sealed class DoubtfulWorkflowExpression : WorkflowExpressionCheck
{
    public override string Id => "GOV0418";

    protected override bool IsAboutDoubts => true;
}
