using System;
using System.Collections.Generic;
using System.Collections.Immutable;
using System.Linq;
using Governance.Engine.Analysis;
using Governance.Engine.Repository;
using Governance.Engine.Rules.Checks.Pipelines.Azure;
using Governance.Engine.Syntax.Yaml;

namespace Governance.Engine.Facts.Readers;

/// <summary>
/// Which templates a file of Azure Pipelines includes and what it passes to them, and which parameters it takes itself.
/// https://learn.microsoft.com/en-us/azure/devops/pipelines/process/templates
/// </summary>
internal sealed class AzureTemplateReader : FactReader
{
    /// <inheritdoc/>
    public override ImmutableArray<FileClass> Classes { get; } = ImmutableArray.Create(FileClass.Yaml);

    /// <inheritdoc/>
    public override void Read(ParsedFile file, List<Fact> facts)
    {
        var pipeline = AzureFile.Of(file);
        if (pipeline.Root is not { } root)
        {
            return;
        }

        if (root.Find(pipeline.Body) is { } body)
        {
            facts.Append(new Fact(FactKind.AzureTemplateBody, pipeline.Body, body.Key.Span));
        }

        var trigger = root.Find("trigger") ?? root.Find("pr") ?? root.Find("schedules");
        if (trigger is { Key: YamlScalar key })
        {
            facts.Append(new Fact(FactKind.AzureTrigger, key.Value, key.Span));
        }

        AzureParameters.Read(root["parameters"], facts);
        if (
            root["resources"] is not (null or YamlMapping)
            || root.Mapping("resources")?["repositories"] is not (null or YamlSequence)
        )
        {
            facts.Append(new Fact(FactKind.AzureRepository, AzureParameters.Open, root["resources"]!.Span));
        }

        foreach (var repository in pipeline.OfType("repository"))
        {
            if (repository.Node["repository"].AsScalar() is { } alias)
            {
                var owner = facts.Append(new Fact(FactKind.AzureRepository, alias.Value, alias.Span));
                Source(repository.Node, owner, facts);
            }
        }

        foreach (var mapping in pipeline.Mappings)
        {
            if (Place(mapping.Type) is { } place && mapping.Node["template"].AsScalar() is { } path)
            {
                Reference(mapping, path, place, facts);
            }
        }
    }

    // https://learn.microsoft.com/en-us/azure/devops/pipelines/yaml-schema/resources-repositories-repository
    private static void Source(YamlMapping repository, int owner, List<Fact> facts)
    {
        var reference = repository["ref"].AsScalar()?.Value.Trim() ?? "";
        if (
            owner != Fact.NoOwner
            && repository["name"].AsScalar() is { } name
            && !AzureTemplates.Grammar.HasExpression(name.Value)
            && !AzureTemplates.Grammar.HasExpression(reference)
            && !AzureTemplates.HasDirective(repository)
        )
        {
            facts.Append(
                new Fact(FactKind.AzureRepositorySource, $"{reference} {name.Value.Trim()}", name.Span, owner)
            );
        }
    }

    private static string? Place(string type) =>
        type switch
        {
            "stage-template" => "stages",
            "job-template" => "jobs",
            "template-step" => "steps",
            "variable-template" => "variables",
            "extends" => "extends",
            _ => null,
        };

    private static void Reference(AzureMapping call, YamlScalar path, string place, List<Fact> facts)
    {
        var owner = facts.Append(new Fact(FactKind.AzureTemplateReference, path.Value, path.Span));
        if (owner == Fact.NoOwner)
        {
            return;
        }

        var isConditional = call.Frame.IsConditional;
        facts.Append(new Fact(FactKind.AzureTemplatePlace, isConditional ? "?" + place : place, path.Span, owner));
        foreach (var entry in call.Node.Entries.Where(static entry => entry.Key is YamlScalar))
        {
            var key = (YamlScalar)entry.Key;
            if (AzureTemplates.HasTemplateExpression(key.Value))
            {
                facts.Append(new Fact(FactKind.AzureTemplateArgument, key.Value, key.Span, owner));
            }
            else if (string.Equals(key.Value, "parameters", StringComparison.OrdinalIgnoreCase))
            {
                Arguments(entry.Value, owner, facts);
            }
        }
    }

    private static void Arguments(YamlNode arguments, int owner, List<Fact> facts)
    {
        if (arguments is not YamlMapping mapping)
        {
            if (arguments is not YamlScalar { IsNull: true })
            {
                // An expression or an alias, which may hold any.
                facts.Append(new Fact(FactKind.AzureTemplateArgument, "${{ }}", arguments.Span, owner));
            }

            return;
        }

        foreach (var entry in mapping.Entries)
        {
            if (entry.Key is not YamlScalar key)
            {
                continue;
            }

            var argument = facts.Append(new Fact(FactKind.AzureTemplateArgument, key.Value, key.Span, owner));
            if (argument != Fact.NoOwner && Value(entry.Value) is { } value)
            {
                facts.Append(new Fact(FactKind.AzureTemplateArgumentValue, value, entry.Value.Span, argument));
            }
        }
    }

    private static string? Value(YamlNode value) =>
        value switch
        {
            YamlMapping mapping => AzureTemplates.IsMadeByDirectives(mapping) ? null : "mapping",
            YamlSequence => "list",
            YamlScalar { IsNull: false } scalar when !AzureTemplates.HasTemplateExpression(scalar.Value) => "="
                + scalar.Value,
            _ => null,
        };
}
