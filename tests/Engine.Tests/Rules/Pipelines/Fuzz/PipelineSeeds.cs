using System.Collections.Generic;
using System.IO;
using System.Linq;
using Governance.Engine.Repository;
using Governance.Engine.Rules;
using Governance.Tests.RuleExamples;

namespace Governance.Engine.Tests.Rules.Pipelines.Fuzz;

/// <summary>A file to begin with.</summary>
internal sealed record PipelineSeed(string Origin, FileClass Class, string Text);

/// <summary>Files that say all that the rules know of: the examples on the pages of the rules, on both sides, and what the samples hold.</summary>
internal static class PipelineSeeds
{
    /// <summary>Those of GitHub: workflows, actions, Dependabot's configuration.</summary>
    public static IReadOnlyList<PipelineSeed> GitHub { get; } =
    [.. All().Where(static seed => seed.Class != FileClass.Yaml)];

    /// <summary>Pipelines and templates of Azure Pipelines.</summary>
    public static IReadOnlyList<PipelineSeed> Azure { get; } =
    [.. All().Where(static seed => seed.Class == FileClass.Yaml)];

    private static IEnumerable<PipelineSeed> All() =>
        RuleCatalog
            .Rules.Where(static rule => rule.Area is "pipelines" or "credentials")
            .SelectMany(static rule =>
                RulePageExamples
                    .Read(RuleCatalog.Page(rule))
                    .SelectMany(static example => example.Files)
                    .Select(file => (Origin: rule.Id, Path: file.Key, Text: file.Value))
            )
            .Concat(
                Directory
                    .EnumerateFiles(Path.Combine(SourceTree.Root, "samples"), "*.y*ml", SearchOption.AllDirectories)
                    .Select(static file => (Origin: "samples", Path: InRepository(file), Text: File.ReadAllText(file)))
            )
            .Where(static file => Path.GetExtension(file.Path) is ".yml" or ".yaml")
            .Select(static file => new PipelineSeed(file.Origin, PathClassifier.Classify(file.Path), file.Text))
            .Where(static seed => seed.Class.IsYaml() && seed.Text.Length > 0)
            .DistinctBy(static seed => (seed.Class, seed.Text));

    // samples/NAME/path
    private static string InRepository(string file) =>
        string.Join('/', Path.GetRelativePath(SourceTree.Root, file).Split(Path.DirectorySeparatorChar).Skip(2));
}
