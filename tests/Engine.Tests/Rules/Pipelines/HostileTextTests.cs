using System;
using System.Collections.Generic;
using System.Diagnostics;
using System.Linq;
using System.Text;
using Governance.Engine.Analysis;
using Governance.Engine.Repository;
using Governance.Engine.Syntax;
using Governance.Engine.Tests.Fixtures;

namespace Governance.Engine.Tests.Rules.Pipelines;

/// <summary>Workflows and pipelines that are huge, cut off, repeated without end, or written otherwise than people write.</summary>
public sealed class HostileTextTests
{
    private const string Job =
        "  j{0}:\n    runs-on: ubuntu-latest\n    needs: j{1}\n    if: ${{{{ github.ref == 'refs/heads/main' }}}}\n    steps:\n"
        + "      - uses: actions/checkout@v5\n        with: {{ fetch-depth: 0 }}\n      - run: |\n          make ${{{{ matrix.target }}}}\n          az login --identity\n";

    private const string Stage =
        "- job: j{0}\n  dependsOn: j{1}\n  condition: eq(variables['Build.SourceBranch'], 'refs/heads/main')\n  steps:\n"
        + "  - template: t.yml\n    parameters: {{ x: '${{{{ parameters.x }}}}' }}\n  - task: CopyFiles@2\n    inputs: {{ targetFolder: a }}\n  - script: az login --identity\n";

    public static TheoryData<FileClass, string> Kinds { get; } =
        new()
        {
            {
                FileClass.GitHubWorkflow,
                "on: push\npermissions: {}\njobs:\n  a:\n    runs-on: ubuntu-latest\n    env: &e { A: 'x', B: \"y\\u00e9\" }\n    strategy:\n      matrix:\n        v: [1, 2]\n    steps:\n      - name: é😀\n        run: |\n          echo ${{ matrix.v }}\n          make\n        env: *e\n      - uses: actions/checkout@v5\n        with:\n          fetch-depth: 0\n"
            },
            {
                FileClass.Yaml,
                "trigger: [main]\nparameters:\n  - { name: x, type: string, default: 'a' }\nstages:\n  - ${{ if eq(parameters.x, 'a') }}:\n      - stage: s\n        jobs:\n          - job: é😀\n            steps:\n              - script: |\n                  make ${{ parameters.x }}\n                displayName: \"y\\u00e9\"\n              - task: CopyFiles@2\n                inputs: { targetFolder: a }\n"
            },
        };

    [Fact]
    public void A_workflow_of_a_megabyte_takes_time_in_proportion() =>
        LinearTime.Holds(
            1000,
            static count => "on: push\njobs:\n" + Repeated(Job, count),
            static text => PipelineRun.All(text, FileClass.GitHubWorkflow)
        );

    [Fact]
    public void A_pipeline_of_a_megabyte_takes_time_in_proportion() =>
        LinearTime.Holds(
            1000,
            static count =>
                "trigger: [main]\nparameters: [{ name: x, type: string }]\njobs:\n" + Repeated(Stage, count),
            static text => PipelineRun.All(text, FileClass.Yaml)
        );

    [Theory]
    [MemberData(nameof(Kinds))]
    public void A_file_that_is_cut_off_anywhere_is_read_to_its_end(FileClass fileClass, string text)
    {
        Assert.Contains(PipelineRun.All(text.Replace("steps", "stepps", StringComparison.Ordinal), fileClass), IsError);
        for (var length = 0; length < text.Length; length++)
        {
            PipelineRun.AssertPlaced(PipelineRun.All(text[..length], fileClass), text[..length], $"{length}");
        }
    }

    [Theory]
    [MemberData(nameof(Kinds))]
    public void Line_ends_make_no_difference(FileClass fileClass, string text)
    {
        var broken = text.Replace("make", "make ${{ nothing.x }", StringComparison.Ordinal) + "wrong: 1\n";
        var expected = Places(PipelineRun.All(broken, fileClass));
        Assert.NotEmpty(expected);
        var mixed = 0;
        Assert.Equal(
            expected,
            Places(PipelineRun.All(broken.Replace("\n", "\r\n", StringComparison.Ordinal), fileClass))
        );
        Assert.Equal(
            expected,
            Places(
                PipelineRun.All(
                    string.Concat(broken.Select(one => one == '\n' && mixed++ % 2 == 0 ? "\r\n" : $"{one}")),
                    fileClass
                )
            )
        );
    }

    [Theory]
    [MemberData(nameof(Kinds))]
    public void The_encoding_makes_no_difference(FileClass fileClass, string text)
    {
        var broken = text + "wrong: 1\n";
        var expected = Places(PipelineRun.All(broken, fileClass));
        Assert.NotEmpty(expected);
        foreach (
            var encoding in new Encoding[]
            {
                new UTF8Encoding(true),
                new UnicodeEncoding(false, true),
                new UnicodeEncoding(true, true),
                new UTF32Encoding(false, true),
            }
        )
        {
            byte[] bytes = [.. encoding.GetPreamble(), .. encoding.GetBytes(broken)];
            var decoded = SourceText.TryDecode(bytes);
            Assert.Equal(expected, Places(PipelineRun.All(new ParsedFile(fileClass, bytes, decoded!))));
        }

        // Without a mark it is binary, as it is to git.
        Assert.Null(SourceText.TryDecode(new UnicodeEncoding(false, false).GetBytes(broken)));
    }

    // What begins with a dash stands among steps.
    private static readonly Dictionary<string, string> s_hostile = new()
    {
        ["open brackets"] = "a: " + new string('[', 10_000),
        ["open braces"] = "a: " + string.Concat(Enumerable.Repeat("{a: ", 10_000)),
        ["deep keys"] = string.Concat(
            Enumerable.Range(0, 3000).Select(static depth => new string(' ', depth) + "a:\n")
        ),
        ["parentheses"] = "- run: ${{ " + new string('(', 10_000) + "a" + new string(')', 10_000) + " }}",
        ["open parentheses"] = "- script: ${{ " + new string('(', 10_000),
        ["open calls"] = "- run: " + string.Concat(Enumerable.Repeat("${{ a(", 20_000)),
        ["open negations"] = "- script: $[ " + string.Concat(Enumerable.Repeat("not(", 20_000)),
        ["one key again"] = string.Concat(Enumerable.Repeat("steps: [{ script: a, run: b }]\n", 20_000)),
        ["one item again"] = string.Concat(Enumerable.Repeat("- { job: a, script: a, dependsOn: a }\n", 20_000)),
        ["millions of nodes"] =
            "a: &a [x, x]\n"
            + string.Concat(
                Enumerable
                    .Range(0, 40)
                    .Select(static n => (n, last: n == 0 ? "a" : $"b{n - 1}"))
                    .Select(static step => $"b{step.n}: &b{step.n} [*{step.last}, *{step.last}]\n")
            ),
        ["what holds itself"] = "a: &a { <<: *a, steps: *a }\nsteps: *a\n",
        ["a long line"] = "- script: " + new string('x', 1 << 20),
        ["escapes"] = "- run: \"" + string.Concat(Enumerable.Repeat("\\u0041", 170_000)) + "\"",
        ["expressions"] = "- run: |\n" + string.Concat(Enumerable.Repeat("    ${{ a.b }}\n", 60_000)),
        ["a long comment"] = "# " + new string('#', 1 << 20),
    };

    public static TheoryData<FileClass, string> Hostile()
    {
        var data = new TheoryData<FileClass, string>();
        foreach (var name in s_hostile.Keys)
        {
            data.Add(FileClass.GitHubWorkflow, name);
            data.Add(FileClass.Yaml, name);
        }

        return data;
    }

    [Theory]
    [MemberData(nameof(Hostile))]
    public void Hostile_text_is_read_in_time(FileClass fileClass, string name)
    {
        var hostile = s_hostile[name];
        var isItem = hostile[0] == '-';
        var text = fileClass switch
        {
            FileClass.Yaml => "trigger: [main]\n" + (isItem ? "steps:\n" : "steps: [{ script: a }]\n") + hostile,
            _ when isItem => "on: push\njobs:\n  a:\n    runs-on: x\n    steps:\n" + hostile,
            _ => "on: push\njobs: { a: { runs-on: x, steps: [{ run: a }] } }\n" + hostile,
        };
        for (var attempt = 1; ; attempt++)
        {
            var watch = Stopwatch.StartNew();
            PipelineRun.AssertPlaced(PipelineRun.All(text, fileClass), text, name);
            if (watch.ElapsedMilliseconds < 5000)
            {
                return;
            }

            Assert.True(attempt < 4, $"{watch.ElapsedMilliseconds} ms");
        }
    }

    private static string Repeated(string item, int count) =>
        string.Concat(
            Enumerable
                .Range(0, count)
                .Select(number =>
                    string.Format(System.Globalization.CultureInfo.InvariantCulture, item, number, number - 1)
                )
        );

    private static bool IsError(FileFinding finding) => finding.RuleId is "GOV0402" or "GOV0420";

    private static IEnumerable<string> Places(List<FileFinding> findings) =>
        findings.Select(static finding => $"{finding.RuleId} {finding.Span} {finding.Message}");
}
