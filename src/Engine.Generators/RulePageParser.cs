using System;
using System.Collections.Generic;
using System.Globalization;
using System.IO;
using System.Linq;
using System.Text.RegularExpressions;
using YamlDotNet.Core;
using YamlDotNet.RepresentationModel;

namespace Governance.Engine.Generators;

/// <summary>Reads a rule page's front matter and heading. Throws <see cref="FormatException"/> with what is wrong.</summary>
internal static class RulePageParser
{
    private static readonly string[] RequiredScalars =
    [
        "id",
        "name",
        "area",
        "severity",
        "lifecycle",
        "statement",
        "host",
        "since",
    ];

    private static readonly string[] ListKeys = ["applies-to", "kinds", "aliases"];

    private static readonly Dictionary<string, string[]> Allowed = new()
    {
        ["severity"] = ["note", "warning", "error"],
        ["lifecycle"] = ["preview", "stable", "retired"],
        ["host"] = ["engine", "roslyn", "both"],
    };

    private static readonly Regex Heading = new("^# (.+)$", RegexOptions.Multiline | RegexOptions.CultureInvariant);

    public static RulePage Parse(string path, string text)
    {
        text = text.Replace("\r\n", "\n");
        var end = text.IndexOf("\n---\n", StringComparison.Ordinal);
        if (!text.StartsWith("---\n", StringComparison.Ordinal) || end < 0)
        {
            throw new FormatException("the page begins with front matter between two lines of ---");
        }

        var page = new RulePage { Title = HeadingOf(text.Substring(end)) };
        foreach (var pair in FrontMatter(text.Substring(4, end - 3)))
        {
            Add(page, ((YamlScalarNode)pair.Key).Value ?? "", pair.Value);
        }

        Verify(page, path);
        return page;
    }

    private static string HeadingOf(string body)
    {
        var match = Heading.Match(body);
        return match.Success
            ? match.Groups[1].Value.Trim()
            : throw new FormatException("the page has a heading '# ...'");
    }

    private static YamlMappingNode FrontMatter(string yaml)
    {
        try
        {
            var stream = new YamlStream();
            stream.Load(new StringReader(yaml));
            return stream.Documents.Count == 1 && stream.Documents[0].RootNode is YamlMappingNode mapping
                ? mapping
                : throw new FormatException("the front matter is one mapping");
        }
        catch (YamlException exception)
        {
            throw new FormatException($"front matter line {exception.Start.Line + 1}: {exception.Message}");
        }
    }

    private static void Add(RulePage page, string key, YamlNode value)
    {
        if (key == "options" && value is YamlMappingNode options)
        {
            foreach (var option in options)
            {
                page.Options.Add(((YamlScalarNode)option.Key).Value ?? "", DefaultOf(option.Value));
            }
        }
        else if (ListKeys.Contains(key) && value is YamlSequenceNode list)
        {
            page.Lists.Add(key, [.. list.Select(static item => ((YamlScalarNode)item).Value ?? "")]);
        }
        else if (RequiredScalars.Contains(key) && value is YamlScalarNode scalar)
        {
            page.Scalars.Add(key, scalar.Value ?? "");
        }
        else
        {
            throw new FormatException($"'{key}' is not a key of a rule page, or its value is of the wrong type");
        }
    }

    private static string DefaultOf(YamlNode value) =>
        value switch
        {
            YamlSequenceNode list =>
                $"OptionValue.Of(ImmutableArray.Create<string>({string.Join(", ", list.Select(static item => CSharp.Literal(((YamlScalarNode)item).Value ?? "")))}))",
            YamlScalarNode { Style: ScalarStyle.Plain, Value: "true" or "false" } flag =>
                $"OptionValue.Of({flag.Value})",
            YamlScalarNode { Style: ScalarStyle.Plain, Value: var text }
                when long.TryParse(text, NumberStyles.AllowLeadingSign, CultureInfo.InvariantCulture, out _) =>
                $"OptionValue.Of({text}L)",
            YamlScalarNode scalar => $"OptionValue.Of({CSharp.Literal(scalar.Value ?? "")})",
            _ => throw new FormatException("an option is a text, a whole number, a truth value or a list of texts"),
        };

    private static void Verify(RulePage page, string path)
    {
        foreach (var key in RequiredScalars.Where(key => page[key].Length == 0))
        {
            throw new FormatException($"'{key}' is missing");
        }

        foreach (var pair in Allowed.Where(pair => !pair.Value.Contains(page[pair.Key])))
        {
            throw new FormatException($"'{pair.Key}' is one of {string.Join(", ", pair.Value)}");
        }

        if (!Regex.IsMatch(page["id"], "^GOV[0-9]{4}$"))
        {
            throw new FormatException("'id' is GOV and four digits");
        }

        var expected = $"{page["area"]}/{page["id"]}-{page["name"]}.md";
        if (!path.Replace('\\', '/').EndsWith("/" + expected, StringComparison.Ordinal))
        {
            throw new FormatException($"the page of this rule is rules/{expected}");
        }
    }
}
