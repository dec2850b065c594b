using System;
using System.Collections.Immutable;

namespace Governance.Engine.Policy;

/// <summary>
/// What a rule's page says of its options: the list items <c>- `name`: text</c> of its section <c>## Options</c>. A
/// description that begins with "globs" makes the option's items patterns, which are then checked like all others.
/// </summary>
internal static class OptionDescriptions
{
    private const string Section = "\n## Options\n";
    private const string ItemStart = "- `";
    private const string NameEnd = "`: ";

    /// <summary>The descriptions by name, each on one line; empty where the page has no such section.</summary>
    public static ImmutableSortedDictionary<string, string> Read(string page)
    {
        var descriptions = ImmutableSortedDictionary.CreateBuilder<string, string>(StringComparer.Ordinal);
        var text = page.Replace("\r\n", "\n");
        var start = text.IndexOf(Section, StringComparison.Ordinal);
        if (start < 0)
        {
            return descriptions.ToImmutable();
        }

        start += Section.Length;
        var end = text.IndexOf("\n## ", start, StringComparison.Ordinal);
        var name = "";
        foreach (var line in text.Substring(start, (end < 0 ? text.Length : end) - start).Split('\n'))
        {
            var nameEnd = line.IndexOf(NameEnd, StringComparison.Ordinal);
            if (line.StartsWith(ItemStart, StringComparison.Ordinal) && nameEnd > 0)
            {
                name = line.Substring(ItemStart.Length, nameEnd - ItemStart.Length);
                descriptions[name] = line.Substring(nameEnd + NameEnd.Length).Trim();
            }
            else if (name.Length > 0 && line.StartsWith("  ", StringComparison.Ordinal))
            {
                descriptions[name] += " " + line.Trim();
            }
            else
            {
                name = "";
            }
        }

        return descriptions.ToImmutable();
    }

    /// <summary>Whether an option of this description holds globs.</summary>
    public static bool SaysGlobs(string description) =>
        description.StartsWith("globs", StringComparison.OrdinalIgnoreCase);
}
