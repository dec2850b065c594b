using System.Collections.Generic;
using System.Linq;
using System.Text.RegularExpressions;
using Governance.Engine.Syntax;

namespace Governance.Engine.Facts.Readers.Grants;

/// <summary>Appends the facts of grants of access: what is given, to whom, on what.</summary>
internal static class GrantFacts
{
    /// <summary>How much of what is written is kept, in characters.</summary>
    public const int LongestShown = 200;

    private static readonly Regex Id = new(
        "^[0-9a-fA-F]{8}(?:-[0-9a-fA-F]{4}){3}-[0-9a-fA-F]{12}$",
        RegexOptions.CultureInvariant
    );

    /// <summary>Appends a grant with whom it goes to.</summary>
    /// <param name="facts">The file's facts.</param>
    /// <param name="what">What is given: <c>role Reader</c>, <c>eligible Reader</c>, <c>access-policy</c>, <c>permission CAN_MANAGE</c>.</param>
    /// <param name="kind">Who gets it, by <see cref="PrincipalKind"/>.</param>
    /// <param name="written">Who gets it, as written.</param>
    /// <param name="span">Where that is said.</param>
    /// <param name="scopes">What it is about, as far as written.</param>
    /// <returns>The grant's index, as the owner of further facts.</returns>
    public static int AddGrant(
        this List<Fact> facts,
        string what,
        string kind,
        string written,
        SourceSpan span,
        params string?[] scopes
    )
    {
        var grant = facts.Append(new Fact(FactKind.AccessGrant, Short(what).TrimEnd(), span));
        facts.Append(new Fact(FactKind.GrantPrincipal, kind + " " + Short(written), span, grant));
        foreach (var scope in scopes.OfType<string>())
        {
            if (scope.Length is > 0 and <= LongestShown)
            {
                facts.Append(new Fact(FactKind.GrantScope, scope, span, grant));
            }
        }

        return grant;
    }

    /// <summary>The kind of a type of principal as Azure calls it; null for any other text.</summary>
    public static string? KindOf(string principalType) =>
        principalType.ToLowerInvariant() switch
        {
            "user" => PrincipalKind.User,
            "group" => PrincipalKind.Group,
            "serviceprincipal" or "device" => PrincipalKind.Service,
            _ => null,
        };

    /// <summary>Whether a text is an id of the directory, which tells nobody.</summary>
    public static bool IsId(string text) => Id.IsMatch(text);

    private static string Short(string source) =>
        source.Length <= LongestShown ? source : source.Substring(0, LongestShown);
}
