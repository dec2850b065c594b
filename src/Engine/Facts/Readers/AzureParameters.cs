using System;
using System.Collections.Generic;
using System.Collections.Immutable;
using System.Linq;
using Governance.Engine.Rules.Checks.Pipelines.Azure;
using Governance.Engine.Syntax.Yaml;

namespace Governance.Engine.Facts.Readers;

/// <summary>
/// The parameters that a file declares as a list of mappings with <c>name</c>. In the older form, a mapping of names to defaults, all may
/// be left out, and others be passed.
/// https://learn.microsoft.com/en-us/azure/devops/pipelines/yaml-schema/parameters
/// </summary>
internal static class AzureParameters
{
    /// <summary>The value of <see cref="FactKind.AzureParameter"/> where there may be parameters that nobody can name here.</summary>
    public const string Open = "${{ }}";

    /// <summary>Appends the declarations below <c>parameters</c>.</summary>
    public static void Read(YamlNode? parameters, List<Fact> facts)
    {
        switch (parameters)
        {
            case YamlSequence list:
                foreach (var item in list.Items)
                {
                    Declared(item, facts);
                }

                break;
            case null or YamlScalar { IsNull: true }:
                break;
            default:
                facts.Append(new Fact(FactKind.AzureParameter, Open, parameters.Span));
                break;
        }
    }

    private static void Declared(YamlNode item, List<Fact> facts)
    {
        if (
            item is not YamlMapping declared
            || Find(declared, "name").AsScalar() is not { } name
            || AzureTemplates.HasTemplateExpression(name.Value)
        )
        {
            facts.Append(new Fact(FactKind.AzureParameter, Open, item.Span));
            return;
        }

        var owner = facts.Append(new Fact(FactKind.AzureParameter, name.Value, name.Span));
        if (Find(declared, "type").AsScalar() is { } type)
        {
            facts.Append(new Fact(FactKind.AzureParameterType, type.Value, type.Span, owner));
        }

        // What is not one of the known keys may be a directive that brings a default.
        if (Find(declared, "default") is not null || AzureTemplates.HasDirective(declared))
        {
            Default(owner, name, facts);
        }

        foreach (var value in (Find(declared, "values") as YamlSequence)?.Items ?? ImmutableArray<YamlNode>.Empty)
        {
            facts.Append(new Fact(FactKind.AzureParameterValue, value.AsScalar()?.Value ?? Open, value.Span, owner));
        }
    }

    private static void Default(int owner, YamlScalar name, List<Fact> facts)
    {
        if (owner != Fact.NoOwner)
        {
            facts.Append(new Fact(FactKind.AzureParameterDefault, "", name.Span, owner));
        }
    }

    private static YamlNode? Find(YamlMapping mapping, string key) =>
        mapping
            .Entries.FirstOrDefault(entry =>
                entry.Key is YamlScalar scalar && string.Equals(scalar.Value, key, StringComparison.OrdinalIgnoreCase)
            )
            ?.Value;
}
