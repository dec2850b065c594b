using System;
using System.Linq;
using System.Text;
using Governance.Engine.Facts;
using Governance.Engine.Facts.Readers;
using Governance.Engine.Tests.Fixtures;

namespace Governance.Engine.Tests.Facts;

public sealed class AzureMLFactsTests
{
    private const string Schemas = "https://azuremlschemas.azureedge.net/latest/";

    [Fact]
    public void A_pipeline_has_its_steps_and_their_references()
    {
        const string Yaml = """
            $schema: https://azuremlschemas.azureedge.net/latest/pipelineJob.schema.json
            type: pipeline
            display_name: train taxi
            jobs:
              prep:
                type: command
                code: ../src
                command: python prep.py
                environment:
                  image: python:3.12
                  conda_file: ./conda.yml
              train:
                component: ./train.yml
              score:
                type: parallel
                task:
                  code: ./score
                  environment: azureml:score@latest
              tune:
                type: sweep
                trial: file:./tune.yml
              inline:
                component:
                  type: command
                  code: ./inline
                  environment: {build: {path: ./docker}}
              broken: 3
            """;
        Assert.Equal(
            [
                "AzureMLPipeline 'train taxi' at 'https://azuremlschemas.azureedge.net/latest/pipelineJob.schema.json'",
                "AzureMLJob 'command' at 'prep' of 0",
                "CodeReference '../src' at '../src' of 1",
                "EnvironmentReference './conda.yml' at './conda.yml' of 1",
                "ComponentReference './train.yml' at './train.yml' of 0",
                "AzureMLJob 'parallel' at 'score' of 0",
                "CodeReference './score' at './score' of 5",
                "EnvironmentReference 'azureml:score@latest' at 'azureml:score@latest' of 5",
                "ComponentReference 'file:./tune.yml' at 'file:./tune.yml' of 0",
                "AzureMLJob 'command' at 'inline' of 0",
                "CodeReference './inline' at './inline' of 9",
                "EnvironmentReference './docker' at './docker' of 9",
            ],
            FactsOf.Describe(Yaml, FactsOf.Yaml(Yaml))
        );
    }

    [Theory]
    [InlineData("commandJob", FactKind.AzureMLJob, "command")]
    [InlineData("sweepJob", FactKind.AzureMLJob, "sweep")]
    [InlineData("commandComponent", FactKind.AzureMLComponent, "command")]
    [InlineData("pipelineComponent", FactKind.AzureMLComponent, "pipeline")]
    [InlineData("amlCompute", FactKind.AzureMLResource, "amlCompute")]
    [InlineData("managedOnlineDeployment", FactKind.AzureMLResource, "managedOnlineDeployment")]
    [InlineData("azureBlob", FactKind.AzureMLResource, "azureBlob")]
    [InlineData("environment", FactKind.AzureMLEnvironment, "n")]
    [InlineData("pipelineJob", FactKind.AzureMLPipeline, "n")]
    public void The_schema_says_what_a_file_declares(string schema, FactKind kind, string value)
    {
        var fact = Assert.Single(FactsOf.Yaml($"$schema: {Schemas}{schema}.schema.json\nname: n\n"));
        Assert.Equal((kind, value), (fact.Kind, fact.Value));
    }

    [Theory]
    [InlineData("http://azureml/sdk-2-0/FeatureSet.json", "featureSet")]
    [InlineData(
        "https://azuremlsdk2.blob.core.windows.net/latest/managedOnlineEndpoint.schema.json",
        "managedOnlineEndpoint"
    )]
    public void Older_hosts_of_the_schemas_are_known(string schema, string value) =>
        Assert.Equal(value, Assert.Single(FactsOf.Yaml($"$schema: {schema}\n")).Value);

    [Theory]
    [InlineData("https://azuremlschemas.azureedge.net/promptflow/latest/Flow.schema.json")]
    [InlineData("https://azuremlschemas.azureedge.net/latest/MLTable.schema.json")]
    [InlineData("https://json.schemastore.org/commandJob.schema.json")]
    [InlineData("azureml")]
    public void Other_schemas_declare_nothing(string schema) =>
        Assert.DoesNotContain(
            FactsOf.Yaml($"$schema: {schema}\ntype: pipeline\njobs:\n  a: {{command: b}}\n"),
            IsAzureML
        );

    [Theory]
    [InlineData("type: pipeline\njobs:\n  a: {component: ./b.yml}\n", FactKind.AzureMLPipeline)]
    [InlineData("type: pipeline\nversion: 1\njobs:\n  a: {command: b}\n", FactKind.AzureMLComponent)]
    [InlineData("name: a\ntype: command\nversion: 1\ncommand: b\nenvironment: c\n", FactKind.AzureMLComponent)]
    [InlineData("type: command\ncommand: b\nenvironment: c\ncompute: azureml:d\n", FactKind.AzureMLJob)]
    [InlineData("command: b\nenvironment: c\ncompute: azureml:d\n", FactKind.AzureMLJob)]
    [InlineData("name: a\nimage: b\nconda_file: c.yml\n", FactKind.AzureMLEnvironment)]
    [InlineData("name: a\ntype: amlcompute\nsize: b\n", FactKind.AzureMLResource)]
    [InlineData("name: a\nendpoint_name: b\nmodel: c\ninstance_type: d\n", FactKind.AzureMLResource)]
    [InlineData("name: a\nauth_mode: aml_token\n", FactKind.AzureMLResource)]
    [InlineData("name: a\nlocation: b\nreplication_locations:\n  - location: b\n", FactKind.AzureMLResource)]
    public void Without_a_schema_the_shape_must_be_unmistakable(string yaml, FactKind kind) =>
        Assert.Equal(kind, FactsOf.Yaml(yaml)[0].Kind);

    [Theory]
    [InlineData("type: pipeline\njobs: []\n")]
    [InlineData("type: pipeline\nkind: x\njobs:\n  a: {steps: []}\n")]
    [InlineData("type: command\ncommand: b\n")]
    [InlineData("name: a\ncommand: b\nenvironment: [A=b]\n")]
    [InlineData("name: a\nimage: b\nenvironment: c\n")]
    [InlineData("type: mltable\npaths: []\n")]
    [InlineData("auth_mode: password\nname: a\n")]
    [InlineData("name: a\nlocation: b\nreplication_locations: all\n")]
    [InlineData("name: a\nlocation: b\n")]
    [InlineData("endpoint_name: b\nmodel: c\n")]
    public void A_shape_that_may_be_another_format_declares_nothing(string yaml) =>
        Assert.DoesNotContain(FactsOf.Yaml(yaml), IsAzureML);

    [Fact]
    public void A_deployment_refers_to_its_code_and_environment()
    {
        var yaml =
            $"$schema: {Schemas}managedOnlineDeployment.schema.json\ncode_configuration:\n  code: ../score\n  scoring_script: s.py\nenvironment:\n  image: x\n";
        Assert.Equal(
            ["CodeReference '../score' at '../score' of 0", "EnvironmentReference 'x' at 'x' of 0"],
            FactsOf.Describe(yaml, FactsOf.Yaml(yaml)).Skip(1)
        );
    }

    [Theory]
    [InlineData("environment:\n  image: x\n  conda_file:\n    dependencies: [python]\n", "inline")]
    [InlineData("environment: {name: x}\n", "inline")]
    [InlineData("environment: file:env.yml\n", "file:env.yml")]
    [InlineData("x: &e {image: y}\nenvironment: *e\n", "inline")]
    [InlineData("x: &e azureml:y\nenvironment: *e\n", "azureml:y")]
    public void An_environment_in_place_is_said_so(string environment, string value)
    {
        var facts = FactsOf.Yaml($"$schema: {Schemas}commandJob.schema.json\ncode: null\n{environment}");
        Assert.Equal((FactKind.EnvironmentReference, value), (facts[1].Kind, facts[1].Value));
        Assert.Equal(2, facts.Count);
    }

    [Fact]
    public void A_file_has_a_bounded_number_of_facts() =>
        Assert.Equal(BoundedFacts.PerFile, FactsOf.Yaml(SharedEnvironment(6_000)).Count);

    // Whatever aliases name is not walked again for each of them.
    [Fact]
    public void Steps_that_share_a_large_environment_are_read_in_linear_time() =>
        LinearTime.Holds(1_000, SharedEnvironment, yaml => FactsOf.Yaml(yaml));

    private static string SharedEnvironment(int steps)
    {
        var yaml = new StringBuilder($"$schema: {Schemas}pipelineJob.schema.json\ne: &e\n");
        for (var i = 0; i < steps; i++)
        {
            yaml.Append("  k").Append(i).Append(": v\n");
        }

        yaml.Append("jobs:\n");
        for (var i = 0; i < steps; i++)
        {
            yaml.Append("  j").Append(i).Append(": {command: x, environment: *e, component: *e}\n");
        }

        return yaml.ToString();
    }

    private static bool IsAzureML(Fact fact) => fact.Kind.ToString().StartsWith("AzureML", StringComparison.Ordinal);
}
