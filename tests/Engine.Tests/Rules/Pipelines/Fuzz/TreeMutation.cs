using System;
using System.Linq;
using Governance.Engine.Syntax;
using Governance.Engine.Syntax.Yaml;

namespace Governance.Engine.Tests.Rules.Pipelines.Fuzz;

/// <summary>Changes a file as people do by mistake and as strangers do on purpose: one node of its tree at a time.</summary>
internal sealed class TreeMutation(Random random)
{
    private static readonly string[] Values =
    [
        "[]",
        "{}",
        "null",
        "~",
        "true",
        "5",
        "-1.5e3",
        "''",
        "\"\\u0000\"",
        "|\n",
        "&a x",
        "*a",
        "!t x",
        "a: b",
        "[a, {b: c}]",
        "${{ x }}",
        "${{ fromJSON(github.event.head_commit.message)[0].a.*.b }}",
        "${{ format('{0} {1', parameters.x, ''",
        "$[ and(eq(variables['a.b'], 'c'), ne(1, dependencies.x.outputs['y.z'])) ]",
        "$(a)$($(b)) $(",
        "${{ if eq(parameters.x, true) }}",
        "\uD83D",
        "\u2028é😀",
    ];

    private static readonly string[] Keys =
    [
        "${{ if x }}",
        "${{ elseif eq(1, 2) }}",
        "${{ else }}",
        "${{ each a in b }}",
        "${{ insert }}",
        "${{ x }}",
        "<<",
        "? [a, b]",
        "steps",
        "template",
        "uses",
        "if",
        "",
    ];

    /// <summary>The text with some nodes changed, and now and then with other line ends.</summary>
    public string Of(string text)
    {
        for (var changes = random.Next(1, 4); changes > 0; changes--)
        {
            text = Change(text);
        }

        return random.Next(12) switch
        {
            0 => text.Replace("\n", "\r\n", StringComparison.Ordinal),
            1 => text.Replace("\n", "\r", StringComparison.Ordinal),
            2 => Mixed(text),
            _ => text,
        };
    }

    /// <summary>The text with one node changed; a text without any gets a character more.</summary>
    public string Change(string text)
    {
        var source = new SourceText(text);
        var entries = YamlWalk
            .Nodes(YamlReader.Read(source))
            .OfType<YamlMapping>()
            .SelectMany(static mapping => mapping.Entries)
            .ToList();
        if (entries.Count == 0)
        {
            return text.Insert(random.Next(text.Length + 1), "x");
        }

        var entry = entries[random.Next(entries.Count)];
        var other = entries[random.Next(entries.Count)];
        var (key, value) = (Stretch.Of(entry.Key, source), Stretch.Of(entry.Value, source));
        var whole = NodeEdit.Whole(entry, source);
        return random.Next(12) switch
        {
            0 => text.Remove(whole.Start, whole.Length),
            1 => key.Replace(text, Slip(key.In(text))),
            2 => NodeEdit.Again(text, whole, source),
            3 => NodeEdit.Indented(text, whole, 1 + random.Next(4)),
            4 => NodeEdit.Outdented(text, whole),
            5 or 6 => value.Replace(text, Values[random.Next(Values.Length)]),
            7 => key.Replace(text, Keys[random.Next(Keys.Length)]),
            8 => value.Replace(text, Stretch.Of(other.Value, source).In(text)),
            9 => NodeEdit.Swapped(text, value, Stretch.Of(other.Value, source)),
            10 => Spliced(text, value),
            _ => text.Remove(random.Next(text.Length)),
        };
    }

    // One letter is gone, twice there, or another.
    private string Slip(string word)
    {
        if (word.Length == 0)
        {
            return "x";
        }

        var at = random.Next(word.Length);
        return random.Next(3) switch
        {
            0 => word.Remove(at, 1),
            1 => word.Insert(at, word[at].ToString()),
            _ => word.Remove(at, 1).Insert(at, ((char)random.Next(33, 127)).ToString()),
        };
    }

    private string Spliced(string text, Stretch value) =>
        text.Insert(value.Start + random.Next(value.Length + 1), Values[random.Next(Values.Length)]);

    private string Mixed(string text) =>
        string.Concat(
            text.Select(one =>
                one != '\n' ? one.ToString()
                : random.Next(2) == 0 ? "\r\n"
                : "\n"
            )
        );
}
