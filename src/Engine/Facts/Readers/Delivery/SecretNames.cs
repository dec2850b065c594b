using System;
using System.Collections.Generic;
using System.Linq;
using Governance.Engine.Syntax.Expressions;

namespace Governance.Engine.Facts.Readers.Delivery;

/// <summary>What texts of pipelines tell of the secrets they are given, by name: their values are never seen.</summary>
internal static class SecretNames
{
    // Secrets that hold what may be read by anybody who may read the repository.
    private static readonly string[] Harmless =
    [
        "ID",
        "NAME",
        "URL",
        "URI",
        "HOST",
        "HOSTNAME",
        "ENDPOINT",
        "REGION",
        "LOCATION",
        "REGISTRY",
        "REPOSITORY",
        "EMAIL",
        "USER",
        "USERNAME",
        "ACCOUNT",
        "GROUP",
        "WORKSPACE",
        "PROJECT",
        "BUCKET",
        "PATH",
        "VERSION",
        "ENVIRONMENT",
        "SUBSCRIPTION",
        "TENANT",
        "ROLE",
        "ARN",
        "SERVER",
        "DOMAIN",
        "ZONE",
        "NAMESPACE",
        "ADDRESS",
        "PREFIX",
        "AGENT",
    ];

    // Accounts that are no person's.
    private static readonly string[] Machines = ["BOT", "MACHINE", "SVC", "SERVICE", "APP", "SYSTEM"];

    /// <summary>The secrets of GitHub that a text's <c>${{ }}</c> name, each once.</summary>
    public static IReadOnlyList<string> OfGitHub(string text)
    {
        if (text.IndexOf("secrets", StringComparison.Ordinal) < 0)
        {
            return [];
        }

        var names = new List<string>();
        foreach (var slot in TemplateScanner.Scan(text, ExpressionGrammar.GitHub))
        {
            ReadSlot(text, slot.ContentStart, slot.ContentEnd, names);
        }

        return names;
    }

    /// <summary>The one macro of Azure Pipelines that is a text, <c>$(name)</c>; null where it is something else.</summary>
    public static string? OfAzure(string text)
    {
        var slots = TemplateScanner.Scan(text.Trim(), ExpressionGrammar.Azure);
        return
            slots.Length == 1
            && slots[0] is { Kind: ExpressionSlotKind.Macro, Start: 0 } slot
            && slot.End == text.Trim().Length
            ? text.Trim().Substring(slot.ContentStart, slot.ContentEnd - slot.ContentStart)
            : null;
    }

    /// <summary>
    /// Whether a name says that the secret is a personal access token: it has the word PAT, or PERSONAL and TOKEN. One of a machine's or
    /// an application's account is nobody's.
    /// </summary>
    public static bool IsPersonalToken(string name)
    {
        var words = Words(name);
        return (words.Contains("PAT") || (words.Contains("PERSONAL") && words.Contains("TOKEN")))
            && !words.Any(word => Array.IndexOf(Machines, word) >= 0);
    }

    /// <summary>Whether a name says that the secret opens nothing: an id, a name, an address.</summary>
    public static bool IsHarmless(string name)
    {
        var words = Words(name);
        return words.Count > 0 && Array.IndexOf(Harmless, words[words.Count - 1]) >= 0;
    }

    /// <summary>Whether a secret is the token that GitHub makes for each run and takes back at its end.</summary>
    public static bool IsOfRun(string name) => string.Equals(name, "GITHUB_TOKEN", StringComparison.OrdinalIgnoreCase);

    // SOME_NAME, some-name, someName.
    private static List<string> Words(string name)
    {
        var words = new List<string>();
        var start = 0;
        for (var at = 0; at <= name.Length; at++)
        {
            var ends = at == name.Length || !char.IsLetterOrDigit(name[at]);
            var isHump = !ends && at > start && char.IsUpper(name[at]) && char.IsLower(name[at - 1]);
            if ((ends || isHump) && at > start)
            {
                words.Add(name.Substring(start, at - start).ToUpperInvariant());
            }

            start =
                ends ? at + 1
                : isHump ? at
                : start;
        }

        return words;
    }

    // secrets.NAME and secrets['NAME'].
    private static void ReadSlot(string text, int start, int end, List<string> names)
    {
        const string Context = "secrets";
        for (var at = start; at < end; )
        {
            var found = text.IndexOf(Context, at, end - at, StringComparison.Ordinal);
            if (found < 0)
            {
                return;
            }

            at = found + Context.Length;
            var from =
                at < end && text[at] == '.' ? at + 1
                : at + 1 < end && text[at] == '[' && text[at + 1] == '\'' ? at + 2
                : end;
            var to = from;
            while (to < end && (char.IsLetterOrDigit(text[to]) || text[to] is '_' or '-'))
            {
                to++;
            }

            if (to > from && (found == start || !char.IsLetterOrDigit(text[found - 1])))
            {
                var name = text.Substring(from, to - from);
                if (!names.Contains(name))
                {
                    names.Add(name);
                }
            }
        }
    }
}
