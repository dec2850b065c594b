using System;
using System.Collections.Generic;
using System.Linq;
using System.Text;

namespace Governance.Engine.Tests.Syntax.Yaml;

/// <summary>Makes YAML at random, as people and tools write it, and breaks it.</summary>
internal static class YamlSamples
{
    private static readonly string[] s_words =
    [
        "a",
        "b c",
        "key",
        "0.5",
        "true",
        "~",
        "azureml:train@latest",
        "${{ parent.inputs.x }}",
        "https://x.y/z?q=1#top",
        "-1",
        "?q",
        "é😀",
        "a:b",
        "c#d",
        "it's",
        "x\\y",
        "<<",
        "=",
    ];

    /// <summary>What a syntax error is made of.</summary>
    public static IReadOnlyList<string> Indicators { get; } =
    [
        "[",
        "]",
        "{",
        "}",
        "'",
        "\"",
        ":",
        ": ",
        "- ",
        "? ",
        "|",
        ">",
        "&a ",
        "*a",
        "#",
        " #",
        ",",
        "\n",
        "\r\n",
        "  ",
        "\n\n",
        "---\n",
        "...\n",
        "\\",
        "%",
        "@",
        "\t",
    ];

    private static readonly string[] s_pieces = [.. Indicators, "!t ", "\n  ", " ", "x", "\n- ", "\nk: "];

    /// <summary>Text that both readers must accept.</summary>
    public static string Generate(Random random)
    {
        var yaml = new StringBuilder();
        var documents = random.Next(1, 3);
        for (var document = 0; document < documents; document++)
        {
            yaml.Append(document > 0 && random.Next(4) == 0 ? "...\n" : "");
            yaml.Append(document > 0 || random.Next(3) == 0 ? "---\n" : "");
            Block(random, yaml, 0, 0);
        }

        return random.Next(4) == 0 ? yaml.Replace("\n", "\r\n").ToString() : yaml.ToString();
    }

    /// <summary>A text with some pieces taken out, put in or written twice.</summary>
    public static string Mutate(Random random, string text)
    {
        for (var mutation = random.Next(1, 4); mutation > 0; mutation--)
        {
            var at = random.Next(text.Length);
            text = random.Next(3) switch
            {
                0 when text.Length > 20 => text.Remove(at, Math.Min(random.Next(1, 6), text.Length - at)),
                1 => text.Insert(at, text.Substring(at / 2, Math.Min(10, text.Length - at / 2))),
                _ => text.Insert(at, s_pieces[random.Next(s_pieces.Length)]),
            };
        }

        return text;
    }

    // Whole lines at an indentation: a mapping or a sequence.
    private static void Block(Random random, StringBuilder yaml, int indent, int depth)
    {
        var isSequence = random.Next(3) == 0;
        for (var count = random.Next(1, 4); count > 0; count--)
        {
            Comment(random, yaml, indent);
            yaml.Append(' ', indent);
            if (isSequence)
            {
                yaml.Append('-');
                if (depth < 4 && random.Next(4) == 0)
                {
                    // A mapping that begins behind its dash.
                    yaml.Append(' ').Append(Key(random, count)).Append(": ").Append(Flow(random, 0)).Append('\n');
                    yaml.Append(' ', indent + 2).Append("second:");
                    Value(random, yaml, indent + 2, depth + 1);
                    continue;
                }
            }
            else
            {
                yaml.Append(Key(random, count)).Append(random.Next(8) == 0 ? " :" : ":");
            }

            Value(random, yaml, indent, depth);
        }
    }

    private static void Value(Random random, StringBuilder yaml, int indent, int depth)
    {
        var deeper = indent + random.Next(1, 4);
        if (random.Next(8) == 0)
        {
            yaml.Append(random.Next(2) == 0 ? " &a" : " !t");
        }

        switch (random.Next(10))
        {
            case 0:
                yaml.Append('\n');
                break;
            case 1 or 2 or 3 when depth < 4:
                yaml.Append(random.Next(4) == 0 ? " # why\n" : "\n");
                Block(random, yaml, deeper, depth + 1);
                break;
            case 4:
                yaml.Append(random.Next(2) == 0 ? " |" : " >")
                    .Append(new[] { "", "-", "+" }[random.Next(3)])
                    .Append('\n');
                Lines(random, yaml, deeper);
                break;
            case 5:
                yaml.Append(" \"two\n")
                    .Append(' ', deeper)
                    .Append("lines \\\n")
                    .Append(' ', deeper)
                    .Append("\\u00e9\"\n");
                break;
            case 6:
                yaml.Append(" plain\n\n").Append(' ', deeper).Append("text\n").Append(' ', deeper).Append("more\n");
                break;
            default:
                yaml.Append(' ').Append(Flow(random, 0)).Append(random.Next(5) == 0 ? " # why\n" : "\n");
                break;
        }
    }

    private static void Lines(Random random, StringBuilder yaml, int indent)
    {
        yaml.Append(' ', indent).Append("first: [\n");
        for (var count = random.Next(4); count > 0; count--)
        {
            switch (random.Next(4))
            {
                case 0:
                    yaml.Append('\n');
                    break;
                case 1:
                    yaml.Append(' ', indent + 2).Append("deeper # no comment\n");
                    break;
                default:
                    yaml.Append(' ', indent).Append("text\n");
                    break;
            }
        }
    }

    private static string Flow(Random random, int depth) =>
        random.Next(depth < 3 ? 9 : 5) switch
        {
            0 => '"' + s_words[random.Next(s_words.Length)].Replace("\\", "\\\\", StringComparison.Ordinal) + '"',
            1 => '\'' + s_words[random.Next(s_words.Length)].Replace("'", "''", StringComparison.Ordinal) + '\'',
            5 => "[" + Items(random, () => Flow(random, depth + 1)) + "]",
            6 => "{" + Items(random, () => $"k{random.Next(9)}: {Flow(random, depth + 1)}") + "}",
            7 => "[" + Items(random, () => $"k: {Flow(random, depth + 1)}") + "]",
            _ => Word(random, depth),
        };

    // Braces and what begins with an indicator are no plain text within brackets.
    private static string Word(Random random, int depth)
    {
        var word = s_words[random.Next(s_words.Length)];
        return depth > 0 && word.Any(static c => c is '{' or '?' or ':') ? "w" : word;
    }

    private static string Items(Random random, Func<string> item) =>
        string.Join(random.Next(2) == 0 ? ", " : " ,", Enumerable.Range(0, random.Next(4)).Select(_ => item()));

    private static string Key(Random random, int count) =>
        random.Next(6) switch
        {
            0 => $"'key {count}'",
            1 => $"\"key\\t{count}\"",
            2 => $"key {count}",
            _ => $"key{count}",
        };

    private static void Comment(Random random, StringBuilder yaml, int indent)
    {
        if (random.Next(8) == 0)
        {
            yaml.Append(' ', random.Next(indent + 3)).Append("# comment: [\n");
        }
        else if (random.Next(12) == 0)
        {
            yaml.Append('\n');
        }
    }
}
