using System;
using System.Collections.Generic;
using System.Linq;

namespace Governance.Engine.Facts.Readers.SignIn;

/// <summary>
/// The workspaces, resource groups and subscriptions that Python names by a text written out: <c>workspace_name="ml-prod"</c>.
/// </summary>
internal static class NamedResources
{
    private const int LongestName = 100;

    private static readonly string[] Resources =
    [
        "workspace",
        "ws_name",
        "resource_group",
        "resourcegroup",
        "subscription",
    ];

    /// <summary>Appends what the code names.</summary>
    public static void Read(PythonCode code, List<Fact> facts)
    {
        for (var index = 0; index + 1 < code.Tokens.Count; index++)
        {
            if (!code.Is(index + 1, "="))
            {
                continue;
            }

            var name = code.Tokens[index].Text(code.Text);
            if (
                Resources.Any(resource => name.IndexOf(resource, StringComparison.OrdinalIgnoreCase) >= 0)
                && Literal(code.Text, code.Tokens[index + 1].Start + 1) is { } value
            )
            {
                facts.Append(
                    new Fact(FactKind.NamedResource, value, code.Span(code.Tokens[index], code.Tokens[index + 1]))
                );
            }
        }
    }

    // A placeholder names nothing.
    private static string? Literal(string text, int at)
    {
        while (at < text.Length && text[at] is ' ' or '\t')
        {
            at++;
        }

        if (at >= text.Length || text[at] is not ('"' or '\''))
        {
            return null;
        }

        var end = text.IndexOf(text[at], at + 1, Math.Min(LongestName, text.Length - at - 1));
        var value = end < 0 ? "" : text.Substring(at + 1, end - at - 1);
        return value.Length == 0 || value.IndexOfAny(['<', '{', '$', '\n']) >= 0 ? null : value;
    }
}
