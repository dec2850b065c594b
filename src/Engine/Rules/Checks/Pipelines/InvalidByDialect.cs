using System.Collections.Immutable;
using Governance.Engine.Policy;
using Governance.Engine.Repository;
using Governance.Engine.Syntax.Dialects;

namespace Governance.Engine.Rules.Checks.Pipelines;

/// <summary>GOV0430: a file that is not what the dialect says that the policy declares for it.</summary>
internal sealed class InvalidByDialect : FileCheck
{
    public override string Id => "GOV0430";

    public override ImmutableArray<FileClass> Classes { get; } = FileClasses.Yaml;

    public override string? NotApplicable(EffectivePolicy policy) =>
        policy.Dialects.IsEmpty ? "The policy declares no dialects" : null;

    public override void Run(FileCheckContext context)
    {
        var file = context.File;
        if (file.Dialect is not { } dialect || file.Yaml.Problem is not null)
        {
            return;
        }

        foreach (var document in file.Yaml.Documents)
        {
            foreach (var problem in DialectValidator.Validate(document, dialect, file.Text))
            {
                context.Report(problem);
            }
        }
    }
}
