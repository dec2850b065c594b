using System;
using System.Collections.Generic;
using System.Collections.Immutable;
using System.Linq;
using Governance.Engine.Analysis;
using Governance.Engine.Repository;
using Governance.Engine.Rules.Checks.Pipelines.Azure;
using Governance.Engine.Syntax;
using Governance.Engine.Syntax.Dialects;
using Governance.Engine.Syntax.Expressions;
using Governance.Engine.Syntax.Yaml;

namespace Governance.Engine.Facts.Readers.Delivery;

/// <summary>
/// What runs in a file of Azure Pipelines, where it leads, what starts it, and what it is given to sign in with.
/// https://learn.microsoft.com/en-us/azure/devops/pipelines/yaml-schema/
/// </summary>
internal sealed class AzureDeliveryReader : FactReader
{
    // https://learn.microsoft.com/en-us/azure/devops/pipelines/tasks/reference/: the inputs that name a service connection.
    private static readonly string[] Connections =
    [
        "azureSubscription",
        "connectedServiceName",
        "connectedServiceNameARM",
        "azureResourceManagerConnection",
        "backendServiceArm",
        "environmentServiceNameAzureRM",
        "azureServiceConnection",
        "kubernetesServiceConnection",
        "kubernetesServiceEndpoint",
        "azureSubscriptionEndpoint",
        "azureSubscriptionForACR",
        "containerRegistry",
        "dockerRegistryEndpoint",
        "serviceConnection",
    ];

    private static readonly string[] Files = ["scriptPath", "filePath"];

    private static readonly string[] Units = ["stage", "job", "deployment"];

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

        var units = new Dictionary<YamlNode, int>(ByIdentity.Instance);
        var whole = facts.Append(new Fact(FactKind.DeliveryUnit, "pipeline " + (root.Text("name") ?? ""), root.Span));
        units[root] = whole;
        var starts = pipeline.IsPipeline ? AzureStarts.Of(root).ToList() : [];
        foreach (var start in starts)
        {
            facts.Append(new Fact(FactKind.DeliveryStart, start, FirstKey(root), whole));
        }

        var variables = new AzureVariables(pipeline);
        foreach (var mapping in pipeline.Mappings)
        {
            if (Array.IndexOf(Units, mapping.Type) >= 0)
            {
                ReadUnit(mapping, units, whole, variables, facts);
            }
            else if (mapping.Type == "task-step" && mapping.Node.Mapping("inputs") is { } inputs)
            {
                ReadInputs(inputs, Owner(mapping.Frame, units, whole), variables, facts);
            }
        }

        variables.ReadSettings(units, whole, facts);
        new AzureCredentials(file, pipeline, facts).Read();
    }

    /// <summary>The unit that a place is in.</summary>
    public static int Owner(DialectFrame frame, Dictionary<YamlNode, int> units, int whole)
    {
        for (var at = frame.Parent; at is not null; at = at.Parent)
        {
            if (units.TryGetValue(at.Node, out var unit))
            {
                return unit;
            }
        }

        return whole;
    }

    private static void ReadUnit(
        AzureMapping mapping,
        Dictionary<YamlNode, int> units,
        int whole,
        AzureVariables variables,
        List<Fact> facts
    )
    {
        var kind = mapping.Type == "stage" ? "stage" : "job";
        var name = mapping.Node[mapping.Type].AsScalar()?.Value ?? "";
        var unit = facts.Append(
            new Fact(FactKind.DeliveryUnit, kind + " " + name, mapping.Node.Span, Owner(mapping.Frame, units, whole))
        );
        if (unit == Fact.NoOwner)
        {
            return;
        }

        units[mapping.Node] = unit;
        // Whatever a condition asks for, it may keep branches out.
        if (
            mapping.Frame.IsConditional
            || mapping.Node.Text("condition") is { } condition && !IsStatusOnly(condition)
            || mapping.Node.Has("dependsOn") && kind == "job"
        )
        {
            facts.Append(new Fact(FactKind.DeliveryStart, "condition", mapping.Node.Span, unit));
        }

        var environment = mapping.Node["environment"] is YamlMapping about
            ? about["name"]
            : mapping.Node["environment"];
        if (mapping.Type == "deployment" && environment.AsScalar() is { } target)
        {
            // environment: production.cluster-namespace
            var value = variables.Resolve(target.Value);
            var dot = value.IndexOf('.');
            facts.Append(
                new Fact(
                    FactKind.DeliveryTarget,
                    "environment " + (dot > 0 && value.IndexOf('$') < 0 ? value.Substring(0, dot) : value),
                    target.Span,
                    unit
                )
            );
        }
    }

    private static void ReadInputs(YamlMapping inputs, int unit, AzureVariables variables, List<Fact> facts)
    {
        foreach (var entry in inputs.Entries)
        {
            if (
                entry.Key.AsScalar() is { } key
                && Connections.Any(known => string.Equals(known, key.Value, StringComparison.OrdinalIgnoreCase))
                && entry.Value.AsScalar() is { } connection
                && variables.Resolve(connection.Value) is { Length: > 0 } name
                && name.IndexOf('$') < 0
            )
            {
                facts.Append(new Fact(FactKind.DeliveryIdentity, "connection " + name, connection.Span, unit));
                facts.Append(new Fact(FactKind.DeliveryTarget, "connection " + name, connection.Span, unit));
            }
            else if (
                entry.Key.AsScalar() is { } input
                && Files.Any(known => string.Equals(known, input.Value, StringComparison.OrdinalIgnoreCase))
                && entry.Value.AsScalar() is { } file
            )
            {
                facts.Append(new Fact(FactKind.ScriptRun, file.Value, file.Span));
            }
        }
    }

    // always(), succeeded(), and(succeeded(), not(failed())): how what was before ended, and no more.
    private static bool IsStatusOnly(string condition) =>
        ExpressionParser.Parse(condition, ExpressionGrammar.Azure).Root is { } root && IsStatusOnly(root);

    private static bool IsStatusOnly(ExpressionNode node) =>
        node is CallNode call
        && (AzureScope.IsStatus(call.Name) || call.Name.ToLowerInvariant() is "and" or "or" or "not")
        && call.Arguments.All(IsStatusOnly);

    private static SourceSpan FirstKey(YamlMapping root) => root.Entries.IsEmpty ? root.Span : root.Entries[0].Key.Span;
}
