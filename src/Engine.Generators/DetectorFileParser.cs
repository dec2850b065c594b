using System;
using System.Collections.Generic;
using System.IO;
using System.Linq;
using System.Text.RegularExpressions;
using YamlDotNet.Core;
using YamlDotNet.RepresentationModel;

namespace Governance.Engine.Generators;

/// <summary>
/// Reads a file of detectors and writes each as one record of the table that the engine carries. Throws
/// <see cref="FormatException"/> with what is wrong.
/// </summary>
internal static class DetectorFileParser
{
    /// <summary>What divides the fields of a record; the items of a list are divided by <see cref="Item"/>.</summary>
    public const char Field = '\u001f';

    /// <summary>What divides the items of a list.</summary>
    public const char Item = '\u001e';

    /// <summary>The fields of a record, in the order of the table. The examples stay behind: they are for tests.</summary>
    private static readonly string[] Fields =
    [
        "id",
        "what",
        "opens",
        "revoke",
        "instead",
        "signatures",
        "before",
        "pattern",
        "names",
        "value",
        "test",
        "quiet-in",
        "takes",
    ];

    private static readonly string[] Required = ["what", "opens", "revoke", "instead"];

    private static readonly string[] Examples = ["reported", "accepted"];

    private static readonly string[] Lists = ["signatures", "names", "quiet-in", "reported", "accepted"];

    private static readonly Regex Id = new("^[a-z0-9]+(-[a-z0-9]+)*$", RegexOptions.CultureInvariant);

    public static List<string> Parse(string text)
    {
        try
        {
            var stream = new YamlStream();
            stream.Load(new StringReader(text));
            var root = (YamlMappingNode)stream.Documents[0].RootNode;
            var shared = root.Children.TryGetValue("instead", out var instead) ? ((YamlScalarNode)instead).Value : null;
            return [.. ((YamlSequenceNode)root["detectors"]).Select(item => Record((YamlMappingNode)item, shared))];
        }
        catch (YamlException exception)
        {
            throw new FormatException($"line {exception.Start.Line}: {exception.Message}", exception);
        }
        catch (Exception exception) when (exception is InvalidCastException or KeyNotFoundException)
        {
            throw new FormatException(exception.Message, exception);
        }
    }

    private static string Record(YamlMappingNode detector, string? instead)
    {
        var values = Fields.ToDictionary(static field => field, static _ => "");
        values["instead"] = instead ?? "";
        var examples = 0;
        foreach (var pair in detector)
        {
            var key = ((YamlScalarNode)pair.Key).Value ?? "";
            if (!Fields.Contains(key) && !Examples.Contains(key))
            {
                throw new FormatException($"'{key}' is not a key of a detector, line {pair.Key.Start.Line}");
            }

            var items = Lists.Contains(key)
                ? ((YamlSequenceNode)pair.Value).Select(static item => ((YamlScalarNode)item).Value ?? "").ToList()
                : [((YamlScalarNode)pair.Value).Value ?? ""];
            examples += Examples.Contains(key) && items.Count > 0 ? 1 : 0;
            if (Fields.Contains(key))
            {
                values[key] = string.Join(Item.ToString(), items);
            }
        }

        Verify(values, examples);
        return string.Join(Field.ToString(), Fields.Select(field => values[field]));
    }

    private static void Verify(Dictionary<string, string> values, int examples)
    {
        var id = values["id"];
        if (!Id.IsMatch(id))
        {
            throw new FormatException($"'{id}' is no id of a detector: words in lower case with dashes between them");
        }

        var missing = Required.FirstOrDefault(key => values[key].Length == 0);
        if (missing is not null)
        {
            throw new FormatException($"the detector {id} has no '{missing}'");
        }

        if ((values["signatures"].Length == 0) == (values["names"].Length == 0))
        {
            throw new FormatException($"the detector {id} has either 'signatures' or 'names'");
        }

        if ((values["pattern"].Length == 0) == (values["value"].Length == 0))
        {
            throw new FormatException($"the detector {id} has 'signatures' and 'pattern', or 'names' and 'value'");
        }

        if (values["signatures"].Split(Item).Any(static text => text.Length is 1 or 2))
        {
            throw new FormatException($"a signature of the detector {id} has fewer than three characters");
        }

        if (
            values["takes"] is not ("" or "name" or "rest")
            || values["takes"].Length > 0 && values["names"].Length == 0
        )
        {
            throw new FormatException($"the detector {id} takes a 'name' or the 'rest', and has 'names'");
        }

        if (examples < Examples.Length)
        {
            throw new FormatException($"the detector {id} has examples on one side only");
        }
    }
}
