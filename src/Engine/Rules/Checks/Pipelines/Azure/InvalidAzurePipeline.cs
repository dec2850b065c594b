using System.Collections.Immutable;
using System.Linq;
using Governance.Engine.Repository;
using Governance.Engine.Syntax.Dialects;
using Governance.Engine.Syntax.Yaml;

namespace Governance.Engine.Rules.Checks.Pipelines.Azure;

/// <summary>GOV0420: a pipeline or template that Azure Pipelines refuses, by its structure.</summary>
internal sealed class InvalidAzurePipeline : FileCheck
{
    // "Required as first property", says the page of each.
    private static readonly string[] WithFirstKey = ["stage-item", "job-item", "step"];

    public override string Id => "GOV0420";

    public override ImmutableArray<FileClass> Classes { get; } = ImmutableArray.Create(FileClass.Yaml);

    public override void Run(FileCheckContext context)
    {
        var file = AzureFile.Of(context.File);
        foreach (var problem in file.Problems)
        {
            context.Report(problem);
        }

        foreach (var item in file.Mappings)
        {
            CheckFirstKey(item, context);
        }
    }

    private static void CheckFirstKey(AzureMapping item, FileCheckContext context)
    {
        if (
            item.Frame.DeclaredAs is not { } list
            || !WithFirstKey.Contains(list.Name)
            || item.Frame.IsPart
            || item.Node.Entries.Length == 0
            || item.Node.Entries[0].Key is not YamlScalar first
            || AzureTemplates.HasTemplateExpression(first.Value)
            || list.Choices.Any(choice => choice.Key == first.Value)
            || Discriminator(item.Node, list) is not { } kind
            || item.Frame.Type.Mapping?.Find(first.Value) is null
        )
        {
            return;
        }

        context.Report(
            first.Span,
            $"The {list.Title} begins with '{first.Value}'; it must begin with '{kind}'",
            $"Move '{kind}' to the front",
            first.Value
        );
    }

    private static string? Discriminator(YamlMapping item, DialectType list) =>
        list.Choices.Select(static choice => choice.Key).FirstOrDefault(item.Has);
}
