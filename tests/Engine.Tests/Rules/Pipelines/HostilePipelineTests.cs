using System;
using System.Diagnostics;
using System.Linq;

namespace Governance.Engine.Tests.Rules.Pipelines;

/// <summary>A pipeline of which keys were renamed, and input that means harm.</summary>
public sealed class HostilePipelineTests
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
}
