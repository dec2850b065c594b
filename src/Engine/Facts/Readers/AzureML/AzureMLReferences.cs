using System.Collections.Generic;
using System.Collections.Immutable;
using Governance.Engine.Syntax.Yaml;

namespace Governance.Engine.Facts.Readers.AzureML;

/// <summary>Appends what a job, component or deployment refers to: its code, environment and component, as written.</summary>
internal static class AzureMLReferences
{
    private const string Inline = "inline";

    // One level: what these hold has the same keys, and nothing nested further.
    private static readonly ImmutableArray<string> s_nested = ImmutableArray.Create("component", "trial", "task");

    /// <summary>Appends the references of a mapping.</summary>
    /// <param name="node">The job, component, deployment, or a job's <c>task</c> or <c>trial</c>.</param>
    /// <param name="owner">The index of the fact they belong to.</param>
    /// <param name="facts">The file's facts.</param>
    public static void Append(YamlMapping node, int owner, List<Fact> facts)
    {
        AppendText(FactKind.CodeReference, node["code"], owner, facts);
        AppendText(FactKind.CodeReference, node.Mapping("code_configuration")?["code"], owner, facts);
        AppendEnvironment(node["environment"], owner, facts);
        AppendText(FactKind.ComponentReference, node["component"], owner, facts);
        AppendText(FactKind.ComponentReference, node["trial"], owner, facts);
        foreach (var key in s_nested)
        {
            if (node.Mapping(key) is { } inner)
            {
                AppendText(FactKind.CodeReference, inner["code"], owner, facts);
                AppendEnvironment(inner["environment"], owner, facts);
            }
        }
    }

    private static void AppendText(FactKind kind, YamlNode? value, int owner, List<Fact> facts)
    {
        if (value.AsScalar() is { Value.Length: > 0 } text)
        {
            facts.Append(new Fact(kind, text.Value, value!.Span, owner));
        }
    }

    // In place, an environment is a Conda file, a folder with a Dockerfile or an image, in this order of what says most.
    private static void AppendEnvironment(YamlNode? value, int owner, List<Fact> facts)
    {
        if (value is not YamlMapping environment)
        {
            if (value is YamlAlias { Target: YamlMapping })
            {
                facts.Append(new Fact(FactKind.EnvironmentReference, Inline, value.Span, owner));
            }

            AppendText(FactKind.EnvironmentReference, value, owner, facts);
            return;
        }

        var named =
            environment["conda_file"].AsScalar()
            ?? environment.Mapping("build")?["path"].AsScalar()
            ?? (environment.Has("conda_file") ? null : environment["image"].AsScalar());
        facts.Append(
            new Fact(FactKind.EnvironmentReference, named?.Value ?? Inline, named?.Span ?? environment.Span, owner)
        );
    }
}
