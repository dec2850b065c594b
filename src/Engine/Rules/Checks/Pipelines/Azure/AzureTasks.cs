using System;
using System.Collections.Immutable;
using System.IO;
using System.Linq;
using Governance.Engine.Syntax;
using Governance.Engine.Syntax.Yaml;

namespace Governance.Engine.Rules.Checks.Pipelines.Azure;

/// <summary>The tasks whose inputs are known, described as data (<c>schemas/azure-tasks.data.yml</c>).</summary>
internal static class AzureTasks
{
    /// <summary>The task of a reference, <c>Name@Version</c>, whatever its case; null where it is not known.</summary>
    public static AzureTask? Find(string reference) =>
        Known.Tasks.TryGetValue(reference.Trim(), out var task) ? task : null;

    private static ImmutableDictionary<string, AzureTask> Read()
    {
        using var stream =
            typeof(AzureTasks).Assembly.GetManifestResourceStream("data/azure-tasks.data")
            ?? throw new InvalidOperationException("The inputs of tasks are not embedded.");
        using var reader = new StreamReader(stream);
        var tasks = ImmutableDictionary.CreateBuilder<string, AzureTask>(StringComparer.OrdinalIgnoreCase);
        var root = YamlReader.Read(new SourceText(reader.ReadToEnd())).RootMapping;
        foreach (var entry in root?.Mapping("tasks")?.Entries ?? ImmutableArray<YamlEntry>.Empty)
        {
            if (entry is { Key: YamlScalar name, Value: YamlSequence inputs })
            {
                tasks[name.Value] = new AzureTask(name.Value, inputs.Items.Select(Input).ToImmutableArray());
            }
        }

        return tasks.ToImmutable();
    }

    private static AzureTaskInput Input(YamlNode node)
    {
        var written = node.AsScalar()?.Value ?? "";
        return new AzureTaskInput(
            written.TrimEnd('*').Split('=').ToImmutableArray(),
            written.EndsWith("*", StringComparison.Ordinal)
        );
    }

    private static class Known
    {
        public static readonly ImmutableDictionary<string, AzureTask> Tasks = Read();
    }
}

/// <summary>A task.</summary>
/// <param name="Reference">Its name and version.</param>
/// <param name="Inputs">All inputs it declares.</param>
internal sealed record AzureTask(string Reference, ImmutableArray<AzureTaskInput> Inputs)
{
    /// <summary>The input of one of these names, whatever its case, or null.</summary>
    public AzureTaskInput? Find(string name) => Inputs.FirstOrDefault(input => input.IsNamed(name));
}

/// <summary>An input of a task.</summary>
/// <param name="Names">Its name and other names for it; case does not count.</param>
/// <param name="IsRequired">Whether it must be given, whatever the others say.</param>
internal sealed record AzureTaskInput(ImmutableArray<string> Names, bool IsRequired)
{
    /// <summary>The name that the documentation shows: the last of several.</summary>
    public string ShownName => Names[Names.Length - 1];

    /// <summary>Whether this is one of its names.</summary>
    public bool IsNamed(string name) =>
        Names.Any(known => string.Equals(known, name, StringComparison.OrdinalIgnoreCase));
}
