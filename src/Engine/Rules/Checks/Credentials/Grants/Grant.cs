using System.Collections.Immutable;
using Governance.Engine.Findings;

namespace Governance.Engine.Rules.Checks.Credentials.Grants;

/// <summary>Access that infrastructure gives to somebody.</summary>
/// <param name="What">What is given, with its article: <c>the role 'Reader'</c>.</param>
/// <param name="Principal">The kind of who gets it, by <c>PrincipalKind</c>.</param>
/// <param name="Written">Who gets it, as written.</param>
/// <param name="Place">Where that is said: in the template, or where a parameter of it is given.</param>
/// <param name="Template">Where the access is given.</param>
/// <param name="Production">Why it reaches production, as half a sentence; null where nothing says so.</param>
internal sealed record Grant(
    string What,
    string Principal,
    string Written,
    Location Place,
    Location Template,
    string? Production
)
{
    /// <summary>The template as a related place, where who gets it is said elsewhere.</summary>
    public ImmutableArray<RelatedLocation> Related =>
        Place == Template
            ? ImmutableArray<RelatedLocation>.Empty
            : ImmutableArray.Create(new RelatedLocation(Template, "The access is given here"));

    /// <summary>The fingerprint's content.</summary>
    public string Content => $"{What} {Principal} {Written}";
}
