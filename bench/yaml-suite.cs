#!/usr/bin/env dotnet
// Runs the YAML test suite (https://github.com/yaml/yaml-test-suite) through the reader: dotnet run bench/yaml-suite.cs -- FOLDER
//
// FOLDER holds a checkout of the suite's branch "data": one folder per case with in.yaml, test.event and, where the text is
// no YAML, error. Events are compared but for what the tree does not keep: how a document is marked, whether a collection
// stands in brackets, and documents without any node. Tags are resolved here, as the tree keeps them as written.
#:project ../src/Engine/Engine.csproj
#:property TreatWarningsAsErrors=false
#:property RunAnalyzers=false
#:property ManagePackageVersionsCentrally=false
#:property PublishAot=false

using System;
using System.Collections.Generic;
using System.IO;
using System.Linq;
using System.Text;
using Governance.Engine.Syntax;
using Governance.Engine.Syntax.Yaml;

if (args.Length != 1 || !Directory.Exists(args[0]))
{
    Console.Error.WriteLine("usage: dotnet run bench/yaml-suite.cs -- FOLDER");
    return 2;
}

var (valid, agreed, invalid, rejected) = (0, 0, 0, 0);
foreach (var folder in Cases(args[0]).OrderBy(static folder => folder, StringComparer.Ordinal))
{
    var name = Path.GetRelativePath(args[0], folder);
    var title = File.Exists(Path.Combine(folder, "===")) ? File.ReadAllText(Path.Combine(folder, "===")).Trim() : "";
    var text = SourceText.TryDecode(File.ReadAllBytes(Path.Combine(folder, "in.yaml")))!;
    var stream = YamlReader.Read(text);
    if (File.Exists(Path.Combine(folder, "error")))
    {
        invalid++;
        rejected += stream.Problem is null ? 0 : 1;
        if (stream.Problem is null)
        {
            Console.WriteLine($"{name}  accepted, though the suite rejects it: {title}");
        }

        continue;
    }

    valid++;
    var expected = Normalize(File.ReadAllLines(Path.Combine(folder, "test.event")));
    var actual = Events(stream, text);
    if (stream.Problem is { } problem)
    {
        Console.WriteLine(
            $"{name}  rejected, though the suite accepts it: {title}\n    {problem.Span} {problem.Message}"
        );
    }
    else if (expected != actual)
    {
        Console.WriteLine($"{name}  read otherwise: {title}\n{FirstDifference(expected, actual)}");
    }
    else
    {
        agreed++;
    }
}

Console.WriteLine($"{agreed} of {valid} valid cases agree, {rejected} of {invalid} invalid ones are rejected");
return valid > 0 ? 0 : 2;

static IEnumerable<string> Cases(string root) =>
    Directory
        .EnumerateDirectories(root)
        // Folders of names and tags link to the cases.
        .Where(static folder => Path.GetFileName(folder) is not ("name" or "tags" or ".git"))
        .SelectMany(static folder => Directory.EnumerateDirectories(folder).Prepend(folder))
        .Where(static folder => File.Exists(Path.Combine(folder, "in.yaml")));

static string Normalize(string[] events)
{
    var documents = new List<string>();
    var document = new StringBuilder();
    foreach (var line in events)
    {
        if (line is "+STR" or "-STR" || line.StartsWith("+DOC", StringComparison.Ordinal))
        {
            continue;
        }

        if (line.StartsWith("-DOC", StringComparison.Ordinal))
        {
            documents.Add(document.ToString());
            document.Clear();
            continue;
        }

        document.Append(line.Replace("+SEQ []", "+SEQ").Replace("+MAP {}", "+MAP")).Append('\n');
    }

    return string.Join("===\n", documents.Where(static text => text != "=VAL :\n"));
}

// The handles that the directives before a document declare.
static Dictionary<string, string> Handles(SourceText text, int rootLine)
{
    var handles = new Dictionary<string, string> { ["!!"] = "tag:yaml.org,2002:", ["!"] = "!" };
    var marker = rootLine;
    while (marker > 0 && !text.Line(marker).StartsWith("---", StringComparison.Ordinal))
    {
        marker--;
    }

    for (var line = marker - 1; line > 0 && (text.Line(line) is "" || text.Line(line)[0] is '%' or '#'); line--)
    {
        var words = text.Line(line).Split(' ', StringSplitOptions.RemoveEmptyEntries);
        if (words is ["%TAG", var handle, var prefix, ..])
        {
            handles[handle] = prefix;
        }
    }

    return handles;
}

static string Events(YamlStream stream, SourceText text) =>
    string.Join("===\n", stream.Documents.Select(document => Node(document, Handles(text, document.Span.StartLine))));

static string Node(YamlNode node, Dictionary<string, string> handles)
{
    var properties =
        (node.Anchor is { } anchor ? $" &{anchor}" : "") + (node.Tag is { } tag ? $" <{Resolve(tag, handles)}>" : "");
    return node switch
    {
        YamlSequence sequence =>
            $"+SEQ{properties}\n{string.Concat(sequence.Items.Select(item => Node(item, handles)))}-SEQ\n",
        YamlMapping mapping =>
            $"+MAP{properties}\n{string.Concat(mapping.Entries.Select(entry => Node(entry.Key, handles) + Node(entry.Value, handles)))}-MAP\n",
        YamlAlias alias => $"=ALI *{alias.Name}\n",
        YamlScalar scalar => $"=VAL{properties} {Sign(scalar.Style)}{Escape(scalar.Value)}\n",
        _ => throw new InvalidOperationException(node.GetType().Name),
    };
}

static string Resolve(string tag, Dictionary<string, string> handles)
{
    if (tag.StartsWith("!<", StringComparison.Ordinal))
    {
        return tag[2..^1];
    }

    var end = tag.IndexOf('!', 1) + 1;
    var handle = end > 0 ? tag[..end] : "!";
    return handles[handle] + Uri.UnescapeDataString(tag[handle.Length..]);
}

static char Sign(YamlScalarStyle style) =>
    style switch
    {
        YamlScalarStyle.SingleQuoted => '\'',
        YamlScalarStyle.DoubleQuoted => '"',
        YamlScalarStyle.Literal => '|',
        YamlScalarStyle.Folded => '>',
        _ => ':',
    };

static string Escape(string value) =>
    value.Replace("\\", "\\\\").Replace("\n", "\\n").Replace("\r", "\\r").Replace("\t", "\\t").Replace("\b", "\\b");

static string FirstDifference(string expected, string actual)
{
    var (wanted, found) = (expected.Split('\n'), actual.Split('\n'));
    var line = wanted.Zip(found).TakeWhile(static pair => pair.First == pair.Second).Count();
    return $"    expected {wanted.ElementAtOrDefault(line)}\n    found    {found.ElementAtOrDefault(line)}";
}
