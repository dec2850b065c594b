using System;
using System.Collections.Generic;
using System.Diagnostics;
using System.Linq;
using System.Text;
using Governance.Engine.Analysis;
using Governance.Engine.Repository;
using Governance.Engine.Syntax;

namespace Governance.Engine.Tests.Rules.Pipelines;

/// <summary>Expressions in workflows: places in all styles of scalars, aliases, and input that means harm.</summary>
public sealed class WorkflowExpressionTests
{
    private static readonly string[] RuleIds = ["GOV0404", "GOV0409", "GOV0410", "GOV0418"];

    [Theory]
    [InlineData("run: echo ${{ githb.ref }}", 6, 23)]
    [InlineData("run: 'it''s ${{ githb.ref }}'", 6, 25)]
    [InlineData("run: \"\\\"\\u0041 ${{ githb.ref }}\"", 6, 28)]
    [InlineData("run: |\n          echo\n          echo ${{ githb.ref }}", 8, 20)]
    [InlineData("run: >-\n          echo\n          echo ${{\n            githb.ref }}", 9, 13)]
    [InlineData("run: echo\n          ${{ githb.ref }}", 7, 15)]
    [InlineData("{ run: \"echo ${{ githb.ref }}\" }", 6, 26)]
    public void A_finding_lies_on_the_token(string step, int line, int column)
    {
        var found = Assert.Single(PipelineRun.On(Workflow(step), "GOV0404"));
        Assert.Equal(
            (line, column, line, column + 5),
            (
                found.Span!.Value.StartLine,
                found.Span.Value.StartColumn,
                found.Span.Value.EndLine,
                found.Span.Value.EndColumn
            )
        );
    }

    [Theory]
    [InlineData("GOV0404", "githb.ref", "Name a context")]
    [InlineData("GOV0404", "startWith('a', 'b')", "Name a function")]
    [InlineData("GOV0404", "success()", "Move the call")]
    [InlineData("GOV0404", "startsWith('a')", "Give the missing argument")]
    [InlineData("GOV0404", "fromJSON('{')", "Correct the JSON")]
    [InlineData("GOV0404", "'a' +", "Correct the expression's syntax")]
    [InlineData("GOV0418", "format('{0}', 1, 2)", "Write {1} where")]
    [InlineData("GOV0418", "github.event", "Make a text of it")]
    [InlineData("GOV0418", "github.event == 'push'", "Compare values of one kind")]
    [InlineData("GOV0418", "runner.oss", "Name a property")]
    public void The_remedy_is_that_of_the_kind_of_problem(string ruleId, string expression, string remedy)
    {
        var found = Assert.Single(PipelineRun.On(Workflow($"run: echo ${{{{ {expression} }}}}"), ruleId));
        Assert.StartsWith(remedy, found.Remedy, StringComparison.Ordinal);
    }

    [Fact]
    public void A_step_that_aliases_repeat_is_told_once()
    {
        var yaml = Workflow("&say\n        run: echo ${{ githb.ref }}\n      - *say\n      - *say");
        Assert.Single(PipelineRun.On(yaml, "GOV0404"));
    }

    [Fact]
    public void Steps_known_by_an_alias_are_known()
    {
        var yaml = Workflow(
            "&version\n        id: version\n        run: echo\n"
                + "  b:\n    runs-on: ubuntu-latest\n    steps:\n      - *version\n"
                + "      - run: echo ${{ steps.version.outputs.value }}"
        );
        Assert.Empty(PipelineRun.On(yaml, "GOV0404"));
    }

    [Fact]
    public void A_file_that_is_no_YAML_is_left_to_the_rule_about_it()
    {
        foreach (var id in RuleIds)
        {
            Assert.Empty(PipelineRun.On(Workflow("run: echo ${{ githb.ref }}\n   x: ]"), id));
        }
    }

    [Fact]
    public void Many_steps_that_name_each_other_take_little_time()
    {
        const int count = 2_000;
        var steps = new StringBuilder("run: echo\n");
        for (var index = 0; index < count; index++)
        {
            steps.Append(
                $"      - {{ id: s{index}, run: 'echo ${{{{ steps.s{index}.outputs.x }}}} ${{{{ steps.t.x }}}}' }}\n"
            );
        }

        var yaml = Workflow(steps.ToString());
        var findings = PipelineRun.On(yaml, "GOV0418");
        Assert.Equal(2 * count, findings.Count);
        Assert.True(Enumerable.Range(0, 5).Min(_ => Time(yaml)) < TimeSpan.FromMilliseconds(500));
    }

    [Fact]
    public void Aliases_that_stand_for_an_endless_matrix_take_little_time()
    {
        var yaml = new StringBuilder("on: push\nenv:\n  a0: &a0 [1, 2]\n");
        for (var index = 1; index < 60; index++)
        {
            yaml.Append($"  a{index}: &a{index} [*a{index - 1}, *a{index - 1}]\n");
        }

        yaml.Append("jobs:\n  a:\n    runs-on: ubuntu-latest\n    strategy: { matrix: { x: *a59 } }\n");
        yaml.Append("    steps:\n      - run: echo ${{ matrix.x }} ${{ matrix.y }}\n");
        var found = PipelineRun.On(yaml.ToString(), "GOV0418");
        Assert.Contains(found, static finding => finding.Message.Contains("'y'", StringComparison.Ordinal));
        Assert.True(Enumerable.Range(0, 5).Min(_ => Time(yaml.ToString())) < TimeSpan.FromMilliseconds(200));
    }

    [Fact]
    public void Mutated_workflows_end_well_and_soon()
    {
        var random = new Random(20261124);
        Time(Sample);
        for (var round = 0; round < 4_000; round++)
        {
            var text = Mutated(random);
            var took = Time(text);
            // The machine may have been busy with something else.
            took = took < TimeSpan.FromMilliseconds(100) ? took : Time(text);
            Assert.True(took < TimeSpan.FromMilliseconds(100), $"{took}: {text}");
        }
    }

    private const string Sample = """
        on:
          workflow_dispatch: { inputs: { stage: { type: choice, options: [a, b] }, dry: { type: boolean } } }
          workflow_call: { inputs: { stage: { type: string, default: "${{ github.ref_name }}" } } }
        env: &env { STAGE: "${{ inputs.stage || github.head_ref }}" }
        jobs:
          build:
            runs-on: ${{ matrix.os }}
            if: ${{ github.event_name == 'push' }} && always()
            strategy:
              matrix:
                os: [ubuntu-latest, "${{ fromJSON('[1]')[0] }}"]
                include: [{ os: windows-latest, flags: [1, x: 2] }]
            outputs: { version: "${{ steps.version.outputs.value }}" }
            steps:
              - id: version
                run: |
                  echo "${{ format('{0}-{1}', matrix.flags[0], toJSON(github.event)) }}"
                env: *env
              - uses: actions/github-script@v8
                with: { script: "${{ github.event.issue.title || env.STAGE }}" }
          deploy:
            needs: [build]
            timeout-minutes: ${{ fromJSON(needs.build.outputs.version) }}
            runs-on: ubuntu-latest
            steps: [{ run: "echo ${{ needs.build.outputs['version'] == null }}" }]
        """;

    private static string Mutated(Random random)
    {
        const string letters = "{}[]()$'\"!=<>&|.,*-: \n#%@x0";
        var text = Sample;
        for (var edits = random.Next(1, 6); edits > 0; edits--)
        {
            var at = random.Next(text.Length);
            var length = random.Next(Math.Min(30, text.Length - at) + 1);
            text = random.Next(3) switch
            {
                0 => text.Remove(at, length),
                1 => text.Insert(at, letters[random.Next(letters.Length)].ToString()),
                _ => text.Insert(random.Next(text.Length), text.Substring(at, length)),
            };
        }

        return text;
    }

    private static TimeSpan Time(string yaml)
    {
        var watch = Stopwatch.StartNew();
        var file = new ParsedFile(FileClass.GitHubWorkflow, Encoding.UTF8.GetBytes(yaml), new SourceText(yaml));
        var findings = new List<FileFinding>(RuleIds.SelectMany(id => PipelineRun.On(file, id)));
        watch.Stop();
        Assert.All(findings, static finding => Assert.NotNull(finding.Span));
        return watch.Elapsed;
    }

    private static string Workflow(string step) =>
        $"on: push\njobs:\n  a:\n    runs-on: ubuntu-latest\n    steps:\n      - {step}\n";
}
