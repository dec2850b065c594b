using System.Linq;
using Governance.Engine.Facts;

namespace Governance.Engine.Tests.Facts;

public sealed class PipelineFactsTests
{
    [Theory]
    [InlineData("name: ci\non: push\njobs:\n  build:\n    runs-on: ubuntu-latest\n", "ci")]
    [InlineData("'on': [push]\njobs:\n  call:\n    uses: ./.github/workflows/x.yml\n", "")]
    [InlineData("on: push\njobs:\n  build:\n    steps:\n    - run: x\n  bad: }\n", "")]
    public void A_workflow_is_known_by_its_trigger_and_jobs(string yaml, string name)
    {
        var fact = Assert.Single(FactsOf.Yaml(yaml), static fact => fact.Kind == FactKind.GitHubWorkflow);
        Assert.Equal(name, fact.Value);
    }

    [Theory]
    // A composite action.
    [InlineData("name: x\nruns:\n  using: composite\n  steps:\n  - run: x\n    shell: bash\n")]
    // Another file with these words.
    [InlineData("on: true\njobs: 3\n")]
    [InlineData("on: x\njobs:\n  a: {type: command, component: ./b.yml}\n")]
    // CircleCI.
    [InlineData(
        "version: 2.1\njobs:\n  build:\n    docker: [{image: x}]\n    steps:\n    - checkout\n    - run: make\n"
    )]
    // GitLab CI.
    [InlineData("stages: [build, test]\nvariables:\n  A: b\nbuild:\n  stage: build\n  script:\n  - make\n")]
    [InlineData("variables:\n  A: b\n")]
    // docker compose.
    [InlineData("services:\n  web:\n    image: x\n    extends: {file: a.yml, service: b}\n")]
    // Kubernetes and Tekton.
    [InlineData("apiVersion: v1\nkind: Pod\nmetadata: {name: x}\nspec:\n  containers: []\n")]
    [InlineData("apiVersion: tekton.dev/v1\nkind: Task\nspec:\n  steps:\n  - name: a\n    image: b\n    script: c\n")]
    // Google Cloud Build and Drone.
    [InlineData("steps:\n- name: gcr.io/x\n  script: make\n  args: [a]\n")]
    [InlineData("steps:\n- name: bash\n  image: bash\n  script: make\n")]
    [InlineData("kind: pipeline\nsteps:\n- name: a\n  image: b\n  commands: [c]\ntrigger: {branch: [main]}\n")]
    // Travis CI.
    [InlineData("language: python\nstages:\n- name: test\njobs:\n  include:\n  - stage: test\n    script: make\n")]
    // Ansible.
    [InlineData("- hosts: all\n  tasks:\n  - name: x\n    script: y\n")]
    // Concourse.
    [InlineData("resources:\n- name: a\n  type: git\njobs:\n- name: b\n  plan: [{get: a}]\n")]
    // DVC.
    [InlineData("stages:\n  train:\n    cmd: python train.py\n")]
    // A task of something else.
    [InlineData("steps:\n- task: clean the house\n")]
    [InlineData("trigger: none\npool: x\n")]
    [InlineData("resources: []\nextends: base.yml\n")]
    public void Other_formats_with_the_same_words_are_no_pipelines(string yaml) => Assert.Empty(FactsOf.Yaml(yaml));

    [Theory]
    [InlineData("trigger: none\nsteps:\n- script: make\n", "pipeline")]
    [InlineData("pool: {vmImage: x}\nsteps:\n- task: AzureCLI@2\n", "pipeline")]
    [InlineData("trigger: [main]\nstages:\n- stage: A\n  jobs:\n  - job: B\n    steps: []\n", "pipeline")]
    [InlineData("variables:\n- group: x\nstages:\n- template: stages/build.yml@templates\n", "pipeline")]
    [InlineData("resources:\n  repositories: []\nextends:\n  template: base.yml@r\n", "pipeline")]
    [InlineData("pr: none\njobs:\n- deployment: D\n  environment: prod\n  strategy: {runOnce: {}}\n", "pipeline")]
    [InlineData("schedules: []\njobs:\n- ${{ each x in parameters.y }}:\n  - job: ${{ x }}\n", "pipeline")]
    [InlineData("parameters:\n- name: a\nsteps:\n- bash: make\n", "template")]
    [InlineData("parameters:\n- name: a\njobs:\n- job: b\n  pool: c\n", "template")]
    [InlineData("steps:\n- checkout: self\n", "template")]
    [InlineData("parameters:\n  a: b\nvariables:\n- name: c\n  value: d\n", "template")]
    [InlineData("variables:\n- group: secrets\n- name: c\n  value: d\n", "template")]
    [InlineData("trigger: none\nsteps:\n- script: make\n  env: [\n", "pipeline")]
    public void An_Azure_pipeline_is_told_from_a_template(string yaml, string value)
    {
        var fact = Assert.Single(FactsOf.Yaml(yaml), static fact => fact.Kind == FactKind.AzurePipeline);
        Assert.Equal(value, fact.Value);
    }

    [Theory]
    [InlineData("name: x\nchannels: [conda-forge]\ndependencies:\n- numpy\n", true)]
    [InlineData("name: x\ndependencies:\n- python=3.10\n- pip\n", true)]
    [InlineData("dependencies:\n- pip:\n  - numpy\n", true)]
    [InlineData("name: chart\ndependencies:\n- name: redis\n  version: 1\n", false)]
    [InlineData("name: x\ndependencies:\n- other-service\n", false)]
    [InlineData("name: x\ndependencies:\n  a: b\n", false)]
    [InlineData("dependencies:\n- python=3.10\n", false)]
    public void A_Conda_environment_is_known_by_its_packages(string yaml, bool isEnvironment) =>
        Assert.Equal(isEnvironment, FactsOf.Yaml(yaml).Any(fact => fact.Kind == FactKind.DependencyList));
}
