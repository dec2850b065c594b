using System.Collections.Generic;
using Governance.Engine.Syntax.Yaml;

namespace Governance.Engine.Facts.Readers.AzureML;

/// <summary>
/// Reads what an Azure ML YAML file (CLI v2) declares, the steps of its pipeline, and what each of them refers to.
/// https://learn.microsoft.com/en-us/azure/machine-learning/reference-yaml-overview
/// </summary>
internal sealed class AzureMLReader : YamlFactReader
{
    protected override void Read(YamlMapping root, List<Fact> facts)
    {
        var declaration = root["$schema"].AsScalar() is { } schema
            ? AzureMLSchema.Classify(schema)
            : AzureMLShape.Classify(root);
        if (declaration is null)
        {
            return;
        }

        var owner = facts.Append(new Fact(declaration.Kind, Value(declaration, root), declaration.Span));
        if (declaration.Kind != FactKind.AzureMLEnvironment)
        {
            AzureMLReferences.Append(root, owner, facts);
        }

        if (declaration.Type == "pipeline" && root.Mapping("jobs") is { } steps)
        {
            ReadSteps(steps, owner, facts);
        }
    }

    // Schemas name a job's type in more ways than the file does (autoMLJob, automl), so the file's word counts.
    private static string Value(AzureMLDeclaration declaration, YamlMapping root) =>
        declaration.Kind switch
        {
            FactKind.AzureMLPipeline => root.Text("name") ?? root.Text("display_name") ?? "",
            FactKind.AzureMLEnvironment => root.Text("name") ?? "",
            FactKind.AzureMLComponent or FactKind.AzureMLJob => root.Text("type") ?? declaration.Type,
            _ => declaration.Type,
        };

    private static void ReadSteps(YamlMapping steps, int pipeline, List<Fact> facts)
    {
        foreach (var entry in steps.Entries)
        {
            if (entry.Value is not YamlMapping step)
            {
                continue;
            }

            // A step that names its component runs no code of its own.
            var owner = RunsCode(step)
                ? facts.Append(new Fact(FactKind.AzureMLJob, step.Text("type") ?? "command", entry.Key.Span, pipeline))
                : pipeline;
            AzureMLReferences.Append(step, owner, facts);
        }
    }

    private static bool RunsCode(YamlMapping step) =>
        step["component"] is YamlMapping
        || (
            step["component"].AsScalar() is null
            && step["trial"].AsScalar() is null
            && (step.Has("type") || step.Has("command"))
        );
}
