using System.Collections.Generic;
using System.Collections.Immutable;
using System.Linq;
using Governance.Engine.Analysis;
using Governance.Engine.Findings;
using Governance.Engine.Repository;
using Governance.Engine.Rules.Checks.Pipelines.Azure;

namespace Governance.Engine.Rules.Checks.Engine;

/// <summary>GOV0002: a file could not be checked. What the host and the decoder met is reported by the engine; YAML here.</summary>
internal sealed class UnreadableFile : FileCheck
{
    private const string RuleId = "GOV0002";
    private const string Remedy = "Make the file readable, or take it out of the repository";

    public override string Id => RuleId;

    public override ImmutableArray<FileClass> Classes { get; } = FileClasses.OtherYaml;

    public override void Run(FileCheckContext context)
    {
        if (context.File.Yaml is { Problem: { } problem, IsTemplate: false } && !BrokenAzureFile.Is(context.File))
        {
            context.ReportBreak(problem, "what follows was not checked");
        }
    }

    /// <summary>A file whose content could not be had.</summary>
    public static FileResult Because(string reason) =>
        Only(Finding($"The file could not be checked: {reason}", reason));

    /// <summary>A file of which only stretches of text could be judged.</summary>
    public static FileResult SearchedOnly(string reason, IEnumerable<FileFinding> findings) =>
        FileResult.Empty with
        {
            Findings = findings
                .Prepend(Finding($"The file was searched for secrets only: {reason}", reason))
                .ToImmutableArray(),
        };

    /// <summary>A file that should be text by its name, and is not.</summary>
    public static FileResult Binary(FileClass fileClass) =>
        Only(Finding($"The file could not be checked: its name says {fileClass}, its content is binary", "binary"));

    /// <summary>Paths that have no usable name.</summary>
    public static IEnumerable<Finding> Of(ImmutableArray<UnnamablePath> paths) =>
        paths.Select(path =>
            Finding($"The path could not be checked: {path.Reason}", path.Reason).At(path.DisplayPath)
        );

    private static FileFinding Finding(string message, string content) =>
        new(
            RuleId,
            null,
            message,
            Remedy,
            content,
            null,
            ImmutableArray<TextEdit>.Empty,
            ImmutableArray<RelatedSpan>.Empty
        );

    private static FileResult Only(FileFinding finding) =>
        FileResult.Empty with
        {
            Findings = ImmutableArray.Create(finding),
        };
}
