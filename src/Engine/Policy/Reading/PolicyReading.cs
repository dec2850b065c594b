using System.Collections.Immutable;
using Governance.Engine.Findings;
using Governance.Engine.Syntax;
using Governance.Engine.Syntax.Yaml;

namespace Governance.Engine.Policy.Reading;

/// <summary>The reading of one document: gathers its problems and bounds the work a hostile one can cause.</summary>
internal sealed class PolicyReading(PolicyLayerKind layer, string path, KnownRules rules)
{
    /// <summary>More are no help to anybody.</summary>
    private const int MaxProblems = 100;

    /// <summary>Aliases let a small text stand for a huge one; every node read is counted, shared or not.</summary>
    private const int MaxNodes = 100_000;

    private readonly ImmutableArray<PolicyProblem>.Builder _problems = ImmutableArray.CreateBuilder<PolicyProblem>();
    private int _nodes;

    public KnownRules Rules => rules;

    public PolicyLayerKind Layer => layer;

    public bool IsOrganisation => layer == PolicyLayerKind.Organisation;

    public ImmutableArray<PolicyProblem> Problems => _problems.ToImmutable();

    public Location At(SourceSpan span) => new(path, span);

    public void Report(SourceSpan span, string message, string remedy)
    {
        if (_problems.Count < MaxProblems)
        {
            _problems.Add(new PolicyProblem(layer, At(span), message, remedy));
        }
        else if (_problems.Count == MaxProblems)
        {
            _problems.Add(
                new PolicyProblem(
                    layer,
                    At(span),
                    $"There are more than {MaxProblems} mistakes; this one and the rest are not listed",
                    "Mend those above and check again"
                )
            );
        }
    }

    /// <summary>
    /// The node itself, or what its alias stands for. Null where there is nothing: an empty value, as a line that is
    /// being written has, says nothing. Null too when the document was too large.
    /// </summary>
    public YamlNode? Resolve(YamlNode node)
    {
        if (++_nodes >= MaxNodes)
        {
            if (_nodes == MaxNodes)
            {
                Report(
                    node.Span,
                    $"The document has more than {MaxNodes} values, aliases counted each time; the rest is not read",
                    "Make it shorter"
                );
            }

            return null;
        }

        // An alias cannot stand for an alias: YAML has no way to anchor one.
        var value = node is YamlAlias alias ? alias.Target : node;
        if (value is null)
        {
            Report(
                node.Span,
                "The alias stands for no anchor before it",
                "Write the value, or '&name' where it stands"
            );
        }

        return value is YamlScalar { IsNull: true } ? null : value;
    }
}
