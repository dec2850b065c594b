using System;
using System.Collections.Generic;
using System.Diagnostics;
using System.Threading;
using System.Threading.Tasks;
using Governance.Engine.Analysis;
using Governance.Engine.Repository;

namespace Governance.Engine.Tests.Rules.Pipelines.Fuzz;

/// <summary>
/// A hundred thousand files of which some nodes were changed, through all checks and fact readers of their kind: nothing is thrown, each finding lies in
/// the text, and time and memory are bounded.
/// </summary>
public sealed class PipelineFuzzTests
{
    private const int Cases = 12_500;
    private const int Attempts = 5;
    private const long MostBytes = 32 << 20;
    private static readonly TimeSpan s_most = TimeSpan.FromMilliseconds(100);

    [Theory]
    [InlineData(1)]
    [InlineData(2)]
    [InlineData(3)]
    [InlineData(4)]
    public void Changed_files_of_GitHub_are_read_to_the_end(int seed) => Run(PipelineSeeds.GitHub, seed);

    [Theory]
    [InlineData(5)]
    [InlineData(6)]
    [InlineData(7)]
    [InlineData(8)]
    public void Changed_files_of_Azure_are_read_to_the_end(int seed) => Run(PipelineSeeds.Azure, seed);

    [Fact]
    public void The_seeds_are_many_and_of_all_kinds()
    {
        Assert.True(PipelineSeeds.GitHub.Count > 100, $"{PipelineSeeds.GitHub.Count}");
        Assert.True(PipelineSeeds.Azure.Count > 30, $"{PipelineSeeds.Azure.Count}");
        Assert.Contains(PipelineSeeds.GitHub, static seed => seed.Class == FileClass.GitHubAction);
        Assert.Contains(PipelineSeeds.GitHub, static seed => seed.Class == FileClass.Dependabot);
    }

    private static void Run(IReadOnlyList<PipelineSeed> seeds, int seed)
    {
        var told = 0;
        Parallel.For(
            0,
            Cases,
            // Each case is the same whoever runs it.
            index =>
            {
                var random = new Random((seed * Cases) + index);
                var begin = seeds[random.Next(seeds.Count)];
                var text = new TreeMutation(random).Of(begin.Text);
                Interlocked.Add(ref told, Hold(text, begin.Class, $"{begin.Origin}, {seed}, {index}"));
            }
        );
        // Changes that nothing is said of would try nothing.
        Assert.True(told > Cases / 2, $"{told}");
    }

    private static int Hold(string text, FileClass fileClass, string name)
    {
        List<FileFinding> found = [];
        for (var attempt = 1; ; attempt++)
        {
            var before = GC.GetAllocatedBytesForCurrentThread();
            var watch = Stopwatch.StartNew();
            try
            {
                found = PipelineRun.All(text, fileClass);
            }
            catch (Exception exception)
            {
                Assert.Fail($"{name}: {exception}\n{text}");
            }

            // Others run beside it, so that one quick attempt will do.
            var time = watch.Elapsed;
            var bytes = GC.GetAllocatedBytesForCurrentThread() - before;
            if (time < s_most && bytes < MostBytes)
            {
                break;
            }

            Assert.True(attempt < Attempts, $"{name}: {time.TotalMilliseconds} ms, {bytes} bytes\n{text}");
        }

        PipelineRun.AssertPlaced(found, text, name);
        return found.Count;
    }
}
