using System.Collections.Immutable;
using Governance.Engine.Repository;
using Governance.Engine.Rules.Checks.Pipelines.GitHub.Expressions;

namespace Governance.Engine.Rules.Checks.Pipelines.GitHub;

/// <summary>GOV0410: a value that strangers choose becomes part of a script.</summary>
internal sealed class ScriptInjection : FileCheck
{
    public override string Id => "GOV0410";

    public override ImmutableArray<FileClass> Classes => ExpressionFile.Classes;

    public override void Run(FileCheckContext context)
    {
        if (context.File.Yaml.Problem is not null)
        {
            return;
        }

        var file = ExpressionFile.Of(context.File);
        var values = new UntrustedValues(file.Types, context.Options.Flag("also-inputs"));
        foreach (var expression in file.Expressions)
        {
            if (expression.Tree.Root is not { } root || !ScriptInputs.IsScript(expression.Site))
            {
                continue;
            }

            foreach (var untrusted in values.Of(root, expression.Site))
            {
                var behind = untrusted.Origin is null ? "" : $", which holds '{untrusted.Origin}',";
                context.Report(
                    file.Span(expression.Site, untrusted.Node.Start, untrusted.Node.Length),
                    $"'{untrusted.Name}'{behind} becomes part of the script, and whoever chooses its text chooses what runs",
                    "Give the value to an environment variable in 'env', and use the variable in the script",
                    untrusted.Name
                );
            }
        }
    }
}
