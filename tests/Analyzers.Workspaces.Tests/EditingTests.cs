using System;
using System.Diagnostics;
using System.Linq;
using System.Threading;
using Governance.Tests.Analyzers;
using Xunit.Abstractions;

namespace Governance.Analyzers.Workspaces.Tests;

/// <summary>Findings follow what is typed, and no file is parsed that did not change.</summary>
public sealed class EditingTests(ITestOutputHelper output) : IDisposable
{
    private const string Pipeline = "pipelines/train.yml";
    private const string Broken = "jobs: [\n";
    private const string Breaks = "pipelines/train.yml(1,7): GOV0002";
    private const string Misplaced = "stuff/analysis.ipynb";
    private const string IsMisplaced = "stuff/analysis.ipynb(1,1): GOV0105";
    private const string Notebook = """{"cells":[],"metadata":{},"nbformat":4,"nbformat_minor":5}""";

    private readonly OpenProject _project = new OpenProject()
        .Write("governance.yml", "kind: project\n")
        .Write(Pipeline, "jobs: []\n")
        .Write("pipelines/score.yml", "jobs: [ ]\n");

    [Fact]
    public void A_changed_file_is_followed_and_undone()
    {
        var before = _project.Findings();
        Assert.DoesNotContain(Breaks, before);

        var changed = _project.Write(Pipeline, Broken).Findings();
        Assert.Equal(before.Append(Breaks).Order(StringComparer.Ordinal), changed);

        Assert.Equal(before, _project.Write(Pipeline, "jobs: []\n").Findings());
    }

    [Fact]
    public void A_file_that_comes_and_goes_is_followed()
    {
        var before = _project.Findings();
        Assert.DoesNotContain(IsMisplaced, before);

        Assert.Contains(IsMisplaced, _project.Write(Misplaced, Notebook).Findings());
        Assert.Equal(before, _project.Delete(Misplaced).Findings());
    }

    [Fact]
    public void The_policy_is_followed()
    {
        _project.Write(Misplaced, Notebook);
        Assert.Contains(IsMisplaced, _project.Findings());

        _project.Write("governance.yml", "kind: project\nrules: { GOV0105: { mode: observe } }\n");
        Assert.DoesNotContain(IsMisplaced, _project.Findings());

        _project.Write("governance.yml", "kind: project\nrules: { GOV0105: { severty: note } }\n");
        Assert.Contains("governance.yml(2,21): GOV0003", _project.Findings());
        Assert.Contains("governance.yml(2,21): GOV0003", _project.Live("governance.yml"));
    }

    [Fact]
    public void What_is_typed_in_code_reads_no_file_again()
    {
        var before = _project.Findings();
        Assert.Equal(3, _project.Parses);

        Assert.Equal(before, _project.Code("class Program { int x; }").Findings());
        Assert.Equal(before, _project.Code("class Program {").Findings());
        Assert.Equal(0, _project.Parses);
    }

    [Fact]
    public void Only_a_changed_file_is_parsed()
    {
        _project.Findings();
        _ = _project.Parses;

        _project.Write(Pipeline, Broken).Findings();
        Assert.Equal(1, _project.Parses);

        // One that says what it said, as after an undo or where an editor reads a file again, is known.
        _project.Write("pipelines/score.yml", "jobs: [ ]\n").Findings();
        Assert.Equal(0, _project.Parses);

        _project.Write("pipelines/more.yml", "a: 1\n").Findings();
        Assert.Equal(1, _project.Parses);

        _project.Delete("pipelines/more.yml").Findings();
        Assert.Equal(0, _project.Parses);
    }

    [Fact]
    public void What_one_file_is_enough_for_is_shown_while_it_is_open_and_nothing_twice()
    {
        _project.Write(Pipeline, Broken).Write(Misplaced, Notebook);

        Assert.Equal([Breaks], _project.Live(Pipeline));
        Assert.Empty(_project.Live(Misplaced));
        Assert.Empty(_project.Live("pipelines/score.yml"));
        Assert.Empty(_project.Write(Pipeline, "jobs: []\n").Live(Pipeline));

        var all = _project.Write(Pipeline, Broken).Findings();
        Assert.Contains(IsMisplaced, all);
        Assert.Equal(Breaks, Assert.Single(all, static line => line.StartsWith(Pipeline, StringComparison.Ordinal)));
    }

    [Fact]
    public void A_cancelled_look_leaves_nothing_wrong_behind()
    {
        using var cancelled = new CancellationTokenSource();
        cancelled.Cancel();
        Assert.ThrowsAny<OperationCanceledException>(() => _project.Findings(cancelled.Token));

        using var fresh = new OpenProject()
            .Write("governance.yml", "kind: project\n")
            .Write(Pipeline, "jobs: []\n")
            .Write("pipelines/score.yml", "jobs: [ ]\n");
        Assert.Equal(fresh.Findings(), _project.Findings());
    }

    [Fact]
    public void Projects_that_share_an_analyzer_are_kept_apart()
    {
        var analyzer = AnalyzerAssembly.NewRepositoryFindingsAnalyzer();
        using var one = new OpenProject(analyzer, "One")
            .Write("governance.yml", "kind: project\n")
            .Write(Pipeline, Broken);
        using var two = new OpenProject(analyzer, "Two").Write("governance.yml", "kind: library\n");

        var first = one.Findings();
        Assert.Contains(Breaks, first);
        Assert.DoesNotContain(Breaks, two.Findings());
        _ = one.Parses + two.Parses;

        Assert.Equal(first, one.Code("class One { }").Findings());
        Assert.DoesNotContain(Breaks, two.Code("class Two { }").Findings());
        Assert.Equal(0, one.Parses + two.Parses);
    }

    [Fact]
    public void A_thousand_files_are_parsed_once()
    {
        _project.WriteAll(
            Enumerable
                .Range(0, 1000)
                .Select(static index => ($"pipelines/{index}.yml", $"name: job-{index}\nsteps: []\n"))
        );
        Say("first", 1003);
        _project.Code("class Program { int x; }");
        Say("C# edited", 0);
        _project.Write(Pipeline, Broken);
        Say("one changed", 1);

        void Say(string what, int parses)
        {
            var watch = Stopwatch.StartNew();
            Assert.NotEmpty(_project.Findings());
            output.WriteLine($"{what}: {watch.Elapsed.TotalMilliseconds:0.0} ms");
            Assert.Equal(parses, _project.Parses);
        }
    }

    public void Dispose() => _project.Dispose();
}
