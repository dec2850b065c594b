using System;
using System.Collections.Generic;
using System.Linq;
using System.Text;
using FsCheck;
using FsCheck.Fluent;
using Governance.Engine.Rules;

namespace Governance.Engine.Tests.Notebooks;

/// <summary>The fix of GOV0203 empties outputs and touches nothing else.</summary>
public sealed class ClearedNotebookTests
{
    private static readonly (string, OptionValue) NothingAllowed = ("max-bytes", OptionValue.Of(0));

    private static readonly string[] Outputs =
    [
        "[]",
        "[\n ]",
        """[{"output_type": "stream", "name": "stdout", "text": ["a\n", "\"outputs\": []"]}]""",
        "[\r\n  {\"output_type\": \"error\", \"ename\": \"\", \"evalue\": \"é😀\", \"traceback\": []}\r\n]",
        """[{"output_type":"display_data","metadata":{},"data":{"image/png":"iVBOR=","text/plain":"<Figure>"}}]""",
    ];

    private static readonly string[] Counts = ["null", "1", "0", "4711"];
    private static readonly string[] Metadata =
    [
        "{}",
        """{"tags": ["keep_output"]}""",
        """{"tags":["\u006beep_output"]}""",
    ];
    private static readonly string[] Sources =
    [
        "[]",
        "\"\"",
        """["outputs = []\n", "# \"execution_count\": 1"]""",
        "\"ü😀\"",
    ];

    [Fact]
    public void Clearing_is_exact()
    {
        var cells =
            from outputs in Gen.Elements(Outputs)
            from count in Gen.Elements(Counts)
            from metadata in Gen.Elements(Metadata)
            from source in Gen.Elements(Sources)
            from lineBreak in Gen.Elements("", "\n", "\r\n   ")
            select new Cell(outputs, count, metadata, source, lineBreak);
        var notebooks =
            from list in cells.ListOf()
            from isFormat3 in Gen.Elements(true, false)
            select new Example([.. list], isFormat3);
        Prop.ForAll(notebooks.ToArbitrary(), IsClearedExactly).Check(Config.QuickThrowOnFailure.WithMaxTest(500));
    }

    private static bool IsClearedExactly(Example example)
    {
        var before = example.Text(isCleared: false);
        var findings = CheckRun.On(before, "GOV0203", NothingAllowed);
        if (!example.Cells.Any(static cell => !cell.IsKept && cell.Outputs.Contains('{', StringComparison.Ordinal)))
        {
            return findings.Count == 0;
        }

        var after = CheckRun.Apply(before, findings.Single().Edits);
        return after == example.Text(isCleared: true)
            && CheckRun.On(after, "GOV0203", NothingAllowed).Count == 0
            && (example.IsFormat3 || CheckRun.On(after, "GOV0205").Count == 0);
    }

    [Fact]
    public void Bytes_are_counted_as_the_file_has_them()
    {
        var outputs = """[{"output_type": "stream", "name": "stdout", "text": "aä€😀"}]""";
        var text = new Example([new Cell(outputs, "1", "{}", "[]", "")], false).Text(isCleared: false);
        var finding = CheckRun.On(text, "GOV0203", NothingAllowed).Single();
        Assert.StartsWith(
            $"{Encoding.UTF8.GetByteCount(outputs)} bytes of output",
            finding.Message,
            StringComparison.Ordinal
        );
    }

    [Fact]
    public void The_costliest_cells_come_first()
    {
        var cells = Enumerable
            .Range(1, 7)
            .Select(i => new Cell(
                $$"""[{"output_type": "stream", "name": "stdout", "text": "{{new string('x', i * 20_000)}}"}]""",
                "1",
                "{}",
                "[]",
                "\n"
            ));
        var finding = CheckRun.On(new Example([.. cells], false).Text(isCleared: false), "GOV0203").Single();
        Assert.Equal("560 KB of output are stored in 7 cells; 100 KB are allowed", finding.Message);
        Assert.Equal(
            [
                "cell 7 stores 140 KB",
                "cell 6 stores 120 KB",
                "cell 5 stores 100 KB",
                "cell 4 stores 80 KB",
                "cell 3 stores 60 KB",
            ],
            finding.Related.Select(static related => related.Message)
        );
    }

    public sealed record Cell(string Outputs, string Count, string Metadata, string Source, string LineBreak)
    {
        public bool IsKept => Metadata.Contains("eep_output", StringComparison.Ordinal);

        public string Text(bool isCleared, bool isFormat3, int number)
        {
            var outputs = isCleared && !IsKept && Outputs.Contains('{', StringComparison.Ordinal) ? "[]" : Outputs;
            var count = isCleared && !IsKept ? "null" : Count;
            return isFormat3
                ? $$"""{"cell_type":"code", "language":"python", {{LineBreak}}"prompt_number" : {{count}},"outputs":{{LineBreak}}{{outputs}} ,"input":{{Source}},"metadata":{{Metadata}}}"""
                : $$"""{"id":"c{{number}}", "cell_type":"code", {{LineBreak}}"execution_count" : {{count}},"outputs":{{LineBreak}}{{outputs}} ,"source":{{Source}},"metadata":{{Metadata}}}""";
        }
    }

    public sealed record Example(IReadOnlyList<Cell> Cells, bool IsFormat3)
    {
        public string Text(bool isCleared)
        {
            var cells = string.Join(",\n", Cells.Select((cell, i) => cell.Text(isCleared, IsFormat3, i)));
            return IsFormat3
                ? $$"""{"metadata":{}, "nbformat":3, "nbformat_minor":0, "worksheets":[{"cells":[{{cells}}]}]}"""
                : $$"""{"cells":[{{cells}}], "metadata":{}, "nbformat":4, "nbformat_minor":5}""" + "\n";
        }
    }
}
