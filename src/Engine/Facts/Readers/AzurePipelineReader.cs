using System;
using System.Collections.Generic;
using System.Linq;
using Governance.Engine.Syntax.Yaml;

namespace Governance.Engine.Facts.Readers;

/// <summary>
/// Knows an Azure Pipelines file by its body: <c>stages</c>, <c>jobs</c> or <c>steps</c> as lists of what only Azure
/// Pipelines has, or <c>extends</c>. Many other formats use these words. The fact's value is <c>pipeline</c> where the root says
/// something only a pipeline may, and <c>template</c> otherwise.
/// https://learn.microsoft.com/en-us/azure/devops/pipelines/yaml-schema/
/// </summary>
internal sealed class AzurePipelineReader : YamlFactReader
{
    /// <summary>The entry of the root that makes a file one of Azure Pipelines, and whether it is a pipeline; null for other files.</summary>
    public static (YamlEntry Body, bool IsPipeline)? Recognize(YamlMapping root)
    {
        var isPipeline = IsPipelineRoot(root);
        var body =
            FindList(root, "stages", IsStage)
            ?? FindList(root, "jobs", IsJob)
            ?? FindList(root, "steps", IsStep)
            ?? FindExtends(root, isPipeline)
            ?? FindList(root, "variables", root.Has("parameters") ? IsVariable : IsVariableGroup);
        return body is null
            ? null
            : (body, isPipeline || (root.Has("variables") && body.Key.AsScalar()?.Value != "variables"));
    }

    protected override void Read(YamlMapping root, List<Fact> facts)
    {
        if (Recognize(root) is { } file)
        {
            facts.Append(
                new Fact(FactKind.AzurePipeline, file.IsPipeline ? "pipeline" : "template", file.Body.Key.Span)
            );
        }
    }

    private static bool IsPipelineRoot(YamlMapping root) =>
        root.Has("trigger")
        || root.Has("pr")
        || root.Has("schedules")
        || root.Has("resources")
        || root.Has("pool")
        || root.Has("lockBehavior")
        || root.Has("appendCommitMessageToRunName");

    // One item decides, and one that cannot be an item of Azure Pipelines decides against.
    private static YamlEntry? FindList(YamlMapping root, string key, Func<YamlMapping, bool?> isItem)
    {
        if (root.Find(key) is not { Value: YamlSequence list } entry)
        {
            return null;
        }

        var verdicts = list.Mappings().Select(item => HasExpressionKey(item) ? true : isItem(item)).ToList();
        return verdicts.Contains(true) && !verdicts.Contains(false) ? entry : null;
    }

    private static YamlEntry? FindExtends(YamlMapping root, bool isPipeline) =>
        root.Find("extends") is { Value: YamlMapping extends } entry
        && extends.Text("template") is { } template
        && (isPipeline || IsTemplatePath(template) && (root.Has("parameters") || extends.Has("parameters")))
            ? entry
            : null;

    private static bool? IsStage(YamlMapping item) =>
        item.Has("stage")
            ? item.Has("jobs")
                || item.Has("dependsOn")
                || item.Has("displayName")
                || item.Has("condition")
                || item.Has("pool")
                || item.Has("variables")
                || item.Sequence("steps") is not null
            : IsTemplateCall(item);

    private static bool? IsJob(YamlMapping item) =>
        item.Has("job")
            ? item.Sequence("steps") is not null
                || item.Has("pool")
                || item.Has("displayName")
                || item.Has("template")
                || item.Has("dependsOn")
                || item.Has("condition")
                || item.Has("variables")
                || item.Has("strategy")
        : item.Has("deployment") ? item.Has("strategy") || item.Has("environment")
        : IsTemplateCall(item);

    private static bool? IsStep(YamlMapping item)
    {
        // Other services' steps: GitHub Actions, CircleCI, Google Cloud Build, Tekton, Buildkite, Drone.
        if (
            item.Has("uses")
            || item.Has("run")
            || item.Has("image")
            || item.Has("args")
            || item.Has("entrypoint")
            || item.Has("commands")
        )
        {
            return false;
        }

        if (item.Text("task") is { } task)
        {
            return IsTask(task);
        }

        return
            item.Has("script") || item.Has("bash") || item.Has("pwsh") || item.Has("powershell") || item.Has("checkout")
            ? true
            : IsTemplateCall(item);
    }

    private static bool? IsVariable(YamlMapping item) =>
        item.Has("name") && item.Has("value") ? true : IsVariableGroup(item);

    private static bool? IsVariableGroup(YamlMapping item) =>
        item.Has("name") ? null
        : item.Text("group") is not null && item.Entries.Length == 1 ? true
        : IsTemplateCall(item);

    private static bool? IsTemplateCall(YamlMapping item) =>
        item.Text("template") is { } template && IsTemplatePath(template) ? true : null;

    // A local path or one in a repository resource: steps/build.yml, /infra/net.yaml@templates.
    private static bool IsTemplatePath(string template)
    {
        var at = template.LastIndexOf('@');
        var path = at < 0 ? template : template.Substring(0, at);
        return path.EndsWith(".yml", StringComparison.OrdinalIgnoreCase)
            || path.EndsWith(".yaml", StringComparison.OrdinalIgnoreCase);
    }

    // AzureCLI@2; also by a contribution's or task's id.
    private static bool IsTask(string task)
    {
        var at = task.LastIndexOf('@');
        return at > 0 && at + 1 < task.Length && task.Skip(at + 1).All(c => c is (>= '0' and <= '9') or '.');
    }

    private static bool HasExpressionKey(YamlMapping item) =>
        item.Entries.Any(entry =>
            entry.Key is YamlScalar key
            && key.Value.StartsWith("${{", StringComparison.Ordinal)
            && key.Value.EndsWith("}}", StringComparison.Ordinal)
        );
}
