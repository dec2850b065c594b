using System;
using System.Collections.Generic;
using System.Diagnostics;
using System.Linq;
using Governance.Engine.Syntax;
using Governance.Engine.Tests.Fixtures;

namespace Governance.Engine.Tests.Rules.Pipelines;

/// <summary>Pipelines of which one node was deleted, renamed, duplicated or indented otherwise, and input that means harm.</summary>
public sealed class AzureFuzzTests
{
    private const string Pipeline = """
        name: $(Date:yyyyMMdd)$(Rev:.r)
        trigger:
          branches: { include: [main] }
        parameters:
          - name: deploy
            type: boolean
            default: false
          - { name: environments, type: object, default: [dev, test] }
        resources:
          repositories:
            - repository: shared
              type: git
              name: platform/templates
        variables:
          - group: common
          - ${{ if eq(parameters.deploy, true) }}:
              - name: configuration
                value: $[ coalesce(variables.wanted, 'Release') ]
        stages:
          - ${{ if not(eq(variables['Build.Reason'], 'PullRequest')) }}:
              - template: scan.yml@shared
                parameters:
                  ${{ insert }}: ${{ parameters.environments }}
          - stage: build
            ${{ if parameters.deploy }}:
              displayName: Build to deploy
            jobs:
              - job: build
                pool: { vmImage: ubuntu-latest }
                strategy:
                  matrix:
                    ${{ each environment in parameters.environments }}:
                      ${{ environment }}: { name: "${{ environment }}" }
                steps:
                  - checkout: self
                    fetchDepth: 1
                  - ${{ each environment in parameters.environments }}:
                      - script: |
                          make ${{ environment }}
                        env:
                          DEBUG: 1
                  - task: CopyFiles@2
                    inputs:
                      targetFolder: out
                    condition: and(succeeded(), eq(variables['Build.SourceBranch'], 'refs/heads/main'))
          - stage: deploy
            dependsOn: [build]
            condition: eq(variables['Build.SourceBranchName'], 'main')
            jobs:
              - deployment: deploy
                environment: production
                strategy:
                  runOnce:
                    deploy:
                      steps:
                        - template: steps/deploy.yml
                          parameters: { environment: production }

        """;

    [Fact]
    public void The_pipeline_itself_has_one_finding() =>
        Assert.Equal(["GOV0424"], AzureRun.On(Pipeline).Select(static finding => finding.RuleId));

    [Theory]
    [InlineData(1)]
    [InlineData(2)]
    [InlineData(3)]
    [InlineData(4)]
    public void A_changed_pipeline_is_read_to_the_end(int seed)
    {
        var random = new Random(seed);
        for (var round = 0; round < 2500; round++)
        {
            var lines = Pipeline.Split('\n').ToList();
            for (var changes = random.Next(1, 4); changes > 0; changes--)
            {
                Change(lines, random);
            }

            var text = string.Join(random.Next(8) == 0 ? "\r\n" : "\n", lines);
            var source = new SourceText(text);
            var watch = Stopwatch.StartNew();
            var found = AzureRun.On(text);
            Assert.True(watch.ElapsedMilliseconds < 2000, text);
            foreach (var finding in found)
            {
                var span = finding.Span!.Value;
                var (start, end) = (
                    source.Offset(span.StartLine, span.StartColumn),
                    source.Offset(span.EndLine, span.EndColumn)
                );
                Assert.True(
                    start <= end && span == source.Span(start, end - start),
                    $"{finding.RuleId} {span} {finding.Message}\n{text}"
                );
            }
        }
    }

    [Fact]
    public void Many_steps_take_time_in_proportion() =>
        LinearTime.Holds(
            1500,
            static count =>
                "trigger: [main]\nparameters: [{ name: x, type: string }]\njobs:\n"
                + string.Concat(
                    Enumerable
                        .Range(0, count)
                        .Select(static number =>
                            $"- job: j{number}\n  dependsOn: j{number - 1}\n  condition: eq(variables.a, 'b')\n  steps:\n  - template: t.yml\n    parameters: {{ x: '${{{{ parameters.x }}}}' }}\n  - task: CopyFiles@2\n    inputs: {{ targetFolder: a }}\n"
                        )
                ),
            static text => AzureRun.On(text)
        );

    [Fact]
    public void A_renamed_key_is_found_where_it_stands()
    {
        // Below these any key may stand.
        string[] open =
        [
            "insert",
            "DEBUG",
            "targetFolder",
            "environment: production }",
            "vmImage",
            "repository",
            "type",
            "name: platform",
        ];
        var lines = Pipeline.Split('\n');
        var tried = 0;
        for (var at = 0; at < lines.Length; at++)
        {
            var colon = lines[at].IndexOf(':', StringComparison.Ordinal);
            if (colon < 0 || lines[at].Contains("${{", StringComparison.Ordinal) || open.Any(lines[at].Contains))
            {
                continue;
            }

            tried++;
            var changed = lines.ToArray();
            changed[at] = lines[at].Insert(colon, "zz");
            var found = AzureRun
                .On(string.Join('\n', changed))
                .Where(static finding => finding.RuleId != "GOV0424")
                .ToList();
            Assert.True(
                found.Exists(finding => finding.Span!.Value.StartLine == at + 1),
                $"{changed[at]}: {string.Join("; ", found.Select(static finding => finding.Span + " " + finding.Message))}"
            );
        }

        Assert.True(tried > 35, $"{tried}");
    }

    public static TheoryData<string> Hostile { get; } =
        new()
        {
            "trigger: [main]\nsteps:\n" + Nested("${{ if x }}", 240) + new string(' ', 240) + "- script: a\n",
            "trigger: [main]\nsteps:\n- script: ${{ " + new string('(', 10_000) + "\n",
            "trigger: [main]\nsteps:\n- script: " + string.Concat(Enumerable.Repeat("${{ a(", 20_000)) + "\n",
            "trigger: [main]\nvariables:\n  a: &a [x, x]\n"
                + string.Concat(
                    Enumerable
                        .Range(0, 40)
                        .Select(static n =>
                            $"  b{n}: &b{n} [*{(n == 0 ? "a" : $"b{n - 1}")}, *{(n == 0 ? "a" : $"b{n - 1}")}]\n"
                        )
                )
                + "steps:\n- script: a\n",
            "trigger: [main]\njobs: &jobs\n- job: a\n  steps: *jobs\n",
            "trigger: [main]\nsteps:\n- ? [a, b]\n  : c\n- script: a\n- 5\n- - script: b\n",
            "trigger: [main]\nsteps:\n- {{ step }}\n- script: {{ script }}\n",
            "trigger: [main]\nvariables:\n- ${{ each }}:\n  - name: a\n- ${{ each a }}: b\n- ${{ if }}: c\nsteps:\n- script: a\n",
            "trigger: [main]\nsteps:\n- script: ${{\n- task: @\n- task: a@\n- template:\n- template: []\n",
        };

    [Theory]
    [MemberData(nameof(Hostile))]
    public void Hostile_input_is_read_in_time(string text)
    {
        var watch = Stopwatch.StartNew();
        AzureRun.On(text);
        Assert.True(watch.ElapsedMilliseconds < 2000, $"{watch.ElapsedMilliseconds} ms");
    }

    private static string Nested(string key, int depth) =>
        string.Concat(Enumerable.Range(0, depth).Select(level => new string(' ', level) + $"- {key}:\n"));

    private static void Change(List<string> lines, Random random)
    {
        var at = random.Next(lines.Count);
        var line = lines[at];
        switch (random.Next(8))
        {
            case 0:
                lines.RemoveAt(at);
                break;
            case 1:
                lines.Insert(at, line);
                break;
            case 2:
                lines[at] = new string(' ', random.Next(1, 5)) + line;
                break;
            case 3:
                lines[at] =
                    line.Length > 2 && line.StartsWith("  ", StringComparison.Ordinal) ? line.Substring(2) : line;
                break;
            case 4:
                lines[at] = line.Replace(":", random.Next(2) == 0 ? "x:" : "", StringComparison.Ordinal);
                break;
            case 5:
                lines[at] = line.Length == 0 ? "- x" : line.Remove(random.Next(line.Length), 1);
                break;
            case 6:
                lines[at] = line.Insert(
                    random.Next(line.Length + 1),
                    "${{}}[](){}'\"&*:- #"[random.Next(19)].ToString()
                );
                break;
            default:
                (lines[at], lines[random.Next(lines.Count)]) = (lines[random.Next(lines.Count)], line);
                break;
        }
    }
}
