using System;
using System.Collections.Immutable;
using Governance.Engine.Syntax.Yaml;

namespace Governance.Engine.Facts.Readers.AzureML;

/// <summary>
/// Tells from <c>$schema</c> what a file declares. Its last segment is the name, whichever host it names:
/// <c>https://azuremlschemas.azureedge.net/latest/commandJob.schema.json</c>, <c>http://azureml/sdk-2-0/CommandJob.json</c>.
/// https://learn.microsoft.com/en-us/azure/machine-learning/reference-yaml-overview
/// </summary>
internal static class AzureMLSchema
{
    private static readonly ImmutableArray<string> s_suffixes = ImmutableArray.Create(".schema.json", ".json");

    // Neither declares anything in the workspace: MLTable describes files beside it, a flow is a program of its own.
    private static readonly ImmutableHashSet<string> s_ignored = ImmutableHashSet.Create(
        StringComparer.OrdinalIgnoreCase,
        "mltable",
        "flow",
        "run"
    );

    /// <summary>What the schema's name says, or null for other schemas.</summary>
    public static AzureMLDeclaration? Classify(YamlScalar schema)
    {
        var url = schema.Value;
        if (!Contains(url, "azureml") || Contains(url, "/promptflow/"))
        {
            return null;
        }

        var name = Name(url);
        if (name.Length == 0 || s_ignored.Contains(name))
        {
            return null;
        }

        if (string.Equals(name, "pipelineJob", StringComparison.OrdinalIgnoreCase))
        {
            return new AzureMLDeclaration(FactKind.AzureMLPipeline, "pipeline", schema.Span);
        }

        if (string.Equals(name, "environment", StringComparison.OrdinalIgnoreCase))
        {
            return new AzureMLDeclaration(FactKind.AzureMLEnvironment, "environment", schema.Span);
        }

        return Prefix(name, "Component") is { } component ? new(FactKind.AzureMLComponent, component, schema.Span)
            : Prefix(name, "Job") is { } job ? new(FactKind.AzureMLJob, job, schema.Span)
            : new(FactKind.AzureMLResource, LowerFirst(name), schema.Span);
    }

    private static string Name(string url)
    {
        var name = url.Substring(url.LastIndexOf('/') + 1).Trim();
        foreach (var suffix in s_suffixes)
        {
            if (name.EndsWith(suffix, StringComparison.OrdinalIgnoreCase))
            {
                return name.Substring(0, name.Length - suffix.Length);
            }
        }

        return "";
    }

    private static string? Prefix(string name, string suffix) =>
        name.Length > suffix.Length && name.EndsWith(suffix, StringComparison.OrdinalIgnoreCase)
            ? LowerFirst(name.Substring(0, name.Length - suffix.Length))
            : null;

    private static string LowerFirst(string name) => char.ToLowerInvariant(name[0]) + name.Substring(1);

    private static bool Contains(string text, string part) =>
        text.IndexOf(part, StringComparison.OrdinalIgnoreCase) >= 0;
}
