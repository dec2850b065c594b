using System;
using System.Collections.Immutable;
using System.Linq;
using Governance.Engine.Analysis;
using Governance.Engine.Repository;
using Governance.Engine.Syntax;
using Governance.Engine.Syntax.Notebooks;

namespace Governance.Engine.Rules.Checks.Notebooks;

/// <summary>GOV0205: a notebook that Jupyter refuses.</summary>
internal sealed class InvalidNotebook : FileCheck
{
    private const int MostRelated = 5;

    public override string Id => "GOV0205";

    public override ImmutableArray<FileClass> Classes { get; } = ImmutableArray.Create(FileClass.Notebook);

    public override void Run(FileCheckContext context)
    {
        var file = context.File;
        if (IsStandIn(file))
        {
            return;
        }

        if (NotebookEncoding.Problem(file.Bytes.Span, file.Text) is { } encoding)
        {
            context.Report(encoding.Span, encoding.Message, "Save the notebook as UTF-8", encoding.Message);
        }

        if (file.Json.Problem is { } problem)
        {
            context.Report(
                problem.Span,
                $"The notebook is not valid JSON: {problem.Message}",
                "Mend the file at this place, or take its last valid version from the history",
                problem.Message
            );
            return;
        }

        var isStrict = context.Options.Flag("strict");
        var kinds = NotebookValidator
            .Validate(file.Notebook)
            .Where(found => isStrict || !found.IsTolerated)
            .GroupBy(static found => found.Kind, StringComparer.Ordinal);
        foreach (var kind in kinds)
        {
            Report(context, kind.ToImmutableArray());
        }
    }

    private static void Report(FileCheckContext context, ImmutableArray<NotebookProblem> problems)
    {
        var more = problems.Length > 1 ? $", and {problems.Length - 1} more like it" : "";
        context.Report(
            Span(problems[0]),
            problems[0].Message + more,
            "Save the notebook anew with Jupyter, or mend the field by hand",
            problems[0].Kind,
            related: problems
                .Skip(1)
                .Take(MostRelated)
                .Select(problem => new RelatedSpan(Span(problem), problem.Message))
                .ToImmutableArray()
        );

        SourceSpan Span(NotebookProblem problem) => context.File.Text.Span(problem.Start, problem.Length);
    }

    /// <summary>
    /// A pointer of Git LFS (https://github.com/git-lfs/git-lfs/blob/main/docs/spec.md) whose notebook is not here, or a
    /// template that becomes a notebook when somebody fills it in.
    /// </summary>
    private static bool IsStandIn(ParsedFile file)
    {
        var text = file.Text.Text;
        if (file.Json.Problem is not { } problem)
        {
            return false;
        }

        var offset = file.Text.Offset(problem.Span.StartLine, problem.Span.StartColumn);
        return text.StartsWith("version https://git-lfs.github.com/spec/", StringComparison.Ordinal)
            || (offset > 0 && offset < text.Length && text[offset - 1] == '{' && text[offset] is '{' or '%');
    }
}
