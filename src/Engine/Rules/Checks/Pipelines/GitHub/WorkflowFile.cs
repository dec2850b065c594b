using System.Collections.Generic;
using System.Collections.Immutable;
using Governance.Engine.Analysis;
using Governance.Engine.Syntax.Dialects;
using Governance.Engine.Syntax.Yaml;

namespace Governance.Engine.Rules.Checks.Pipelines.GitHub;

/// <summary>A workflow held against its dialect, once for all checks.</summary>
internal sealed class WorkflowFile : IDialectListener
{
    private readonly List<ExpressionSite> _sites = [];

    private WorkflowFile() { }

    /// <summary>The root; null where the file is no mapping.</summary>
    public YamlMapping? Root { get; private set; }

    /// <summary>What is wrong with its structure.</summary>
    public ImmutableArray<DialectProblem> Problems { get; private set; } = ImmutableArray<DialectProblem>.Empty;

    /// <summary>The scalars that may hold expressions, in the order of the text.</summary>
    public IReadOnlyList<ExpressionSite> Sites => _sites;

    /// <summary>The jobs, in the order written.</summary>
    public IEnumerable<YamlEntry> Jobs => Root?.Mapping("jobs")?.Entries ?? ImmutableArray<YamlEntry>.Empty;

    /// <summary>The workflow in a file.</summary>
    public static WorkflowFile Of(ParsedFile file) => file.Once(Read);

    /// <inheritdoc/>
    public void Scalar(YamlScalar scalar, string site, ScalarShape? expected, DialectFrame frame) =>
        _sites.Add(new ExpressionSite(scalar, site, expected, frame));

    private static WorkflowFile Read(ParsedFile file)
    {
        var workflow = new WorkflowFile();
        // Of a file that could be read in part, what is missing says nothing.
        if (file.Yaml.Problem is null && !file.Yaml.Documents.IsEmpty)
        {
            workflow.Root = file.Yaml.RootMapping;
            workflow.Problems = DialectValidator.Validate(
                file.Yaml.Documents[0],
                EmbeddedDialect.Workflow,
                file.Text,
                workflow
            );
        }

        return workflow;
    }
}

/// <summary>A scalar where an expression may stand.</summary>
/// <param name="Scalar">The scalar; it need not hold one.</param>
/// <param name="Site">The place, as GitHub's table of available contexts names it.</param>
/// <param name="Expected">What the place wants; null where it wants no scalar.</param>
/// <param name="Frame">Where it stands.</param>
internal sealed record ExpressionSite(YamlScalar Scalar, string Site, ScalarShape? Expected, DialectFrame Frame);
