using System.Collections.Generic;
using System.Collections.Immutable;
using Governance.Engine.Analysis;
using Governance.Engine.Repository;
using Governance.Engine.Syntax;
using Governance.Engine.Syntax.Expressions;
using Governance.Engine.Syntax.Yaml;

namespace Governance.Engine.Rules.Checks.Pipelines.GitHub.Expressions;

/// <summary>The expressions of a workflow or an action, read once for all checks.</summary>
internal sealed class ExpressionFile
{
    private readonly SourceText _text;
    private readonly NameGuesser _names = new();
    private (WorkflowExpressionSite Site, YamlScalarMap Map)? _lastMap;

    private ExpressionFile(SourceText text, ISiteTypes types, ImmutableArray<WorkflowExpressionSite> sites)
    {
        _text = text;
        Types = types;
        var expressions = ImmutableArray.CreateBuilder<SiteExpression>();
        var seen = new HashSet<(int Line, int Column, string Place)>();
        foreach (var site in sites)
        {
            // What several aliases stand for is read once for each kind of place.
            if (seen.Add((site.Scalar.Span.StartLine, site.Scalar.Span.StartColumn, site.Place)))
            {
                expressions.AddRange(SiteExpression.Of(site));
            }
        }

        Expressions = expressions.ToImmutable();
    }

    /// <summary>The expressions, in the order of the text.</summary>
    public ImmutableArray<SiteExpression> Expressions { get; }

    /// <summary>What they can refer to.</summary>
    public ISiteTypes Types { get; }

    /// <summary>The classes of files that have some.</summary>
    public static ImmutableArray<FileClass> Classes { get; } =
        ImmutableArray.Create(FileClass.GitHubWorkflow, FileClass.GitHubAction);

    /// <summary>The expressions of a file.</summary>
    public static ExpressionFile Of(ParsedFile file) => file.Once(Read);

    /// <summary>The type of an expression; what is wrong with it goes to a list.</summary>
    public ExpressionType Check(SiteExpression expression, List<ExpressionProblem> problems) =>
        expression.Tree.Root is { } root
            ? ExpressionChecker.Check(root, new SiteScope(Types, expression.Site), problems, _names)
            : ExpressionType.Any;

    /// <summary>Where a stretch of a site's value stands in the file.</summary>
    public SourceSpan Span(WorkflowExpressionSite site, int start, int length)
    {
        // A long script may hold many findings.
        if (!ReferenceEquals(_lastMap?.Site, site))
        {
            _lastMap = (site, YamlScalarMap.Of(_text, site.Scalar));
        }

        return _lastMap!.Value.Map.Span(start, length);
    }

    private static ExpressionFile Read(ParsedFile file)
    {
        if (file.Class == FileClass.GitHubAction)
        {
            var root = file.Yaml.RootMapping;
            return new ExpressionFile(file.Text, new ActionTypes(root), ActionExpressionSites.Of(root));
        }

        var workflow = WorkflowFile.Of(file);
        return new ExpressionFile(file.Text, new WorkflowTypes(workflow.Root), WorkflowExpressionSites.Of(workflow));
    }
}
