using System;
using System.Collections.Generic;
using System.Linq;
using System.Threading;
using System.Threading.Tasks;
using Governance.Analyzers.Tests.Support;
using Governance.Repositories;
using Governance.Tests.Analyzers;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.Diagnostics;
using Microsoft.CodeAnalysis.Text;

namespace Governance.Analyzers.Tests;

/// <summary>What is reported with a file and what at the end, on the oldest Roslyn there is support for.</summary>
public sealed class LiveFindingsTests
{
    private const string Broken = "pipelines/train.yml";

    [Fact]
    public async Task What_is_tagged_comes_at_the_end_and_what_is_live_with_its_file()
    {
        var folder = SourceTree.Sample("breaks-the-mandate");
        using var repository = GovernedRepository.Open(folder, folder, CancellationToken.None);
        var files = HandedRepository
            .Of(repository.WorkingTree(CancellationToken.None))
            .With(Broken, "a: [\n")
            .Line("100644 e69de29bb2d1d6434b8b29ae775ad8c2e48c5391 0\t\"a\\nb.yml\"")
            .Files();
        var analyzer = AnalyzerAssembly.NewRepositoryFindingsAnalyzer();
        var compilation = HandedRepository.Compile(analyzer, files);
        var result = await compilation.GetAnalysisResultAsync(CancellationToken.None);

        var atEnd = result.CompilationDiagnostics.Values.SelectMany(static all => all).ToList();
        var live = result
            .AdditionalFileDiagnostics.SelectMany(static file =>
                file.Value.Values.SelectMany(static all => all).Select(one => (File: file.Key, Diagnostic: one))
            )
            .ToList();
        Assert.Contains(live, static told => told.Diagnostic.Id == "GOV0002");
        Assert.Contains(live, static told => told.Diagnostic.Id.StartsWith("GOV02", StringComparison.Ordinal));
        Assert.All(live, static told => Assert.Equal(told.File.Path, told.Diagnostic.Location.GetLineSpan().Path));
        Assert.All(live, static told => Assert.False(IsTagged(told.Diagnostic)));
        // A path that cannot be handed on has no file; what is said of C# as it is typed, of other files takes the repository.
        var untagged = atEnd.Where(static diagnostic => !IsTagged(diagnostic)).Select(static one => one.Id).Distinct();
        Assert.Equal(["GOV0002", "GOV0302", "GOV0303"], untagged.Order(StringComparer.Ordinal));
        Assert.Contains(atEnd, IsTagged);
        Assert.Equal(HandedRepository.Run(files).Count, live.Count + atEnd.Count);
    }

    [Fact]
    public void A_file_that_is_handed_twice_is_reported_once()
    {
        var files = new HandedRepository().With("governance.yml", "kind: project\n").With(Broken, "a: [\n").Files();
        AdditionalText[] twice = [.. files, new HandedRepository.Text(Broken, static () => SourceText.From("a: [\n"))];
        Assert.Single(HandedRepository.Run(twice), static diagnostic => diagnostic.Id == "GOV0002");
    }

    [Fact]
    public void A_look_that_is_cancelled_on_its_way_leaves_nothing_wrong_behind()
    {
        using var cancellation = new CancellationTokenSource();
        var analyzer = AnalyzerAssembly.NewRepositoryFindingsAnalyzer();
        var files = new HandedRepository().With("governance.yml", "kind: project\n").With(Broken, "a: [\n");
        var reads = 0;
        AdditionalText[] handed =
        [
            .. files.Line(HandedRepository.Root + "pipelines/score.yml").Files(),
            new Cancelling(
                HandedRepository.Root + "pipelines/score.yml",
                () =>
                {
                    if (Interlocked.Increment(ref reads) == 1)
                    {
                        cancellation.Cancel();
                        cancellation.Token.ThrowIfCancellationRequested();
                    }
                }
            ),
        ];

        Assert.ThrowsAny<OperationCanceledException>(() => Ids(analyzer, handed, cancellation.Token));
        Assert.Equal(1, reads);
        var ids = Ids(analyzer, handed, CancellationToken.None);
        Assert.Contains("GOV0002", ids);
        Assert.DoesNotContain("GOV0001", ids);
    }

    [Fact]
    public void What_could_not_be_read_is_read_again()
    {
        var analyzer = AnalyzerAssembly.NewRepositoryFindingsAnalyzer();
        var files = new HandedRepository().With("governance.yml", "kind: project\n");
        var gone = files.With(Broken, static () => null).Files();
        Assert.Contains("GOV0002", Ids(analyzer, gone, CancellationToken.None));
        var back = gone.SkipLast(1)
            .Append(new HandedRepository.Text(Broken, static () => SourceText.From("a: 1\n")))
            .ToArray();
        Assert.DoesNotContain("GOV0002", Ids(analyzer, back, CancellationToken.None));
        Assert.Contains("GOV0002", Ids(analyzer, gone, CancellationToken.None));
    }

    private static List<string> Ids(DiagnosticAnalyzer analyzer, AdditionalText[] files, CancellationToken token) =>
        [
            .. HandedRepository
                .Compile(analyzer, files)
                .GetAnalyzerDiagnosticsAsync(token)
                .GetAwaiter()
                .GetResult()
                .Select(static diagnostic => diagnostic.Id),
        ];

    private static bool IsTagged(Diagnostic diagnostic) =>
        diagnostic.Descriptor.CustomTags.Contains(WellKnownDiagnosticTags.CompilationEnd);

    private sealed class Cancelling(string path, Action reading) : AdditionalText
    {
        public override string Path => path;

        public override SourceText? GetText(CancellationToken cancellationToken = default)
        {
            reading();
            return SourceText.From("a: 1\n");
        }
    }
}
