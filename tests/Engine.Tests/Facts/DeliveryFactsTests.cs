using System;
using System.Linq;
using Governance.Engine.Facts;
using Governance.Engine.Repository;
using Governance.Engine.Tests.Fixtures;

namespace Governance.Engine.Tests.Facts;

/// <summary>What runs in delivery, where it leads and what starts it, beyond what the rule pages show.</summary>
public sealed class DeliveryFactsTests
{
    private const string Workflow = """
        name: Deploy
        on:
          push: { branches: [main, '**'] }
          workflow_dispatch:
            inputs:
              target: { type: choice, options: [dev, prod], default: dev }
        env:
          WHERE: staging
        jobs:
          one:
            runs-on: ubuntu-latest
            environment: ${{ inputs.target }}
          two:
            needs: one
            environment: { name: "${{ github.ref == 'refs/heads/main' && 'live' || 'test' }}" }
          three:
            if: always() && github.event_name == 'push'
            strategy: { matrix: { to: [a, b] } }
            environment: ${{ matrix.to }}
          four:
            if: ${{ github.ref == 'refs/heads/main' }}
            environment: ${{ env.WHERE }}
          five:
            needs: [four]
            uses: ./.github/workflows/x.yml
            with: { environment-name: prod, other: prod }
        """;

    [Theory]
    [InlineData("one", "environment dev, environment prod, push main, push, workflow_dispatch")]
    [InlineData("two", "environment test, environment live, push main, push, workflow_dispatch")]
    [InlineData("three", "environment a, environment b, push main, push")]
    [InlineData("four", "environment staging")]
    [InlineData("five", "environment prod")]
    public void Jobs_of_workflows_lead_somewhere_and_are_started(string job, string expected)
    {
        var facts = FactsOf.Text(FileClass.GitHubWorkflow, Workflow);
        var unit = facts.FindIndex(fact => fact.Value == "job " + job);
        Assert.Equal(
            expected,
            string.Join(", ", facts.Where(fact => fact.Owner == unit).Select(static fact => fact.Value))
        );
    }

    [Fact]
    public void Stages_and_jobs_of_pipelines_lead_somewhere_and_are_started()
    {
        const string Pipeline = """
            trigger: { branches: { include: [main, '*'] } }
            variables:
              - group: ml-prod
              - name: connection
                value: sc-ml-prod
            stages:
              - stage: Release
                variables:
                  - ${{ if eq(variables['Build.SourceBranchName'], 'main') }}:
                    - template: config-infra-prod.yml
                jobs:
                  - deployment: apply
                    environment: { name: prod.cluster }
                    strategy: { runOnce: { deploy: { steps: [{ task: AzureCLI@2, inputs: { azureSubscription: $(connection), scriptPath: deploy/run.sh } }] } } }
                  - job: after
                    condition: succeeded()
                    steps: [{ script: "true" }]
                  - job: guarded
                    condition: eq(variables['Build.SourceBranch'], 'refs/heads/main')
                    steps: [{ script: "true" }]
            """;
        var facts = FactsOf.Yaml(Pipeline).Where(static fact => (int)fact.Kind > 47);
        Assert.Equal(
            [
                "DeliveryUnit 'pipeline '",
                "DeliveryStart 'push main'",
                "DeliveryStart 'push'",
                "DeliveryUnit 'stage Release'",
                "DeliveryUnit 'job apply'",
                "DeliveryTarget 'environment prod'",
                "DeliveryIdentity 'connection sc-ml-prod'",
                "DeliveryTarget 'connection sc-ml-prod'",
                "ScriptRun 'deploy/run.sh'",
                "DeliveryUnit 'job after'",
                "DeliveryUnit 'job guarded'",
                "DeliveryStart 'condition'",
                "DeliveryTarget 'settings ml-prod'",
                "DeliveryTarget 'settings config-infra-prod.yml'",
            ],
            facts.Select(static fact => $"{fact.Kind} '{fact.Value}'")
        );
    }

    [Theory]
    [InlineData("GH_PAT", true)]
    [InlineData("ghPat", true)]
    [InlineData("PERSONAL_ACCESS_TOKEN", true)]
    [InlineData("PATH", false)]
    [InlineData("PATTERN_KEY", false)]
    [InlineData("COMPAT", false)]
    [InlineData("RELEASE_BOT_PAT", false)]
    [InlineData("GITHUB_TOKEN", false)]
    public void Names_tell_personal_tokens(string name, bool expected)
    {
        var facts = FactsOf.Text(
            FileClass.GitHubWorkflow,
            "on: push\njobs:\n  a:\n    steps:\n    - run: x ${{ secrets." + name + " }}\n"
        );
        Assert.Equal(expected, facts.Exists(fact => fact.Kind == FactKind.PersonalToken && fact.Value == name));
    }

    [Fact]
    public void A_text_that_breaks_off_anywhere_is_read()
    {
        for (var length = 0; length < Workflow.Length; length += 50)
        {
            FactsOf.Text(FileClass.GitHubWorkflow, Workflow.Substring(0, length));
            FactsOf.Yaml(Workflow.Substring(0, length));
        }
    }

    [Theory]
    [InlineData(
        "on: push\njobs:\n",
        "  a#:\n    needs: [a1]\n    environment: ${{ inputs.x }}\n    steps: [{ run: 'az login ${{ secrets.A_PAT }}' }]\n"
    )]
    [InlineData(
        "trigger: ['*']\njobs:\n",
        "- deployment: a#\n  environment: prod\n  strategy: { runOnce: { deploy: { steps: [{ script: az login -u x -p $(PAT) }] } } }\n"
    )]
    public void Many_jobs_are_read_in_linear_time(string head, string job) =>
        LinearTime.Holds(
            40_000,
            size =>
                head
                + string.Concat(
                    Enumerable
                        .Range(0, size / job.Length)
                        .Select(number =>
                            job.Replace(
                                "#",
                                number.ToString(System.Globalization.CultureInfo.InvariantCulture),
                                StringComparison.Ordinal
                            )
                        )
                ),
            text => Assert.NotEmpty(FactsOf.Yaml(text))
        );
}
