using System.Linq;
using System.Text;
using Governance.Engine.Facts;
using Governance.Engine.Repository;
using Governance.Engine.Syntax;
using Governance.Engine.Tests.Fixtures;

namespace Governance.Engine.Tests.Facts;

public sealed class SourceFactsTests
{
    [Theory]
    [InlineData("from azure.ai.ml.dsl import pipeline\n@pipeline()\ndef train(): pass\n", "@pipeline", "train")]
    [InlineData(
        "from azure.ai.ml import Input, dsl\n@dsl.pipeline(compute='x')\n@other\ndef train(): pass\n",
        "@dsl.pipeline",
        "train"
    )]
    [InlineData(
        "from azure.ai.ml import (\n    Input,\n    dsl as d,\n)\ndef f():\n    @d.pipeline\n    async def g(): pass\n",
        "@d.pipeline",
        "g"
    )]
    [InlineData(
        "import azure.ai.ml.dsl\n@azure.ai.ml.dsl.pipeline()\ndef train(): pass\n",
        "@azure.ai.ml.dsl.pipeline",
        "train"
    )]
    [InlineData(
        "from azureml.pipeline.core import PipelineData, Pipeline\np = Pipeline(ws, steps=[])\n",
        "Pipeline",
        ""
    )]
    [InlineData("import azureml.pipeline.core as core\np = core.Pipeline(ws)\n", "core.Pipeline", "")]
    public void A_pipeline_in_Python_is_known_by_where_its_name_comes_from(string python, string at, string value) =>
        Assert.Equal([$"AzureMLPipeline '{value}' at '{at}'"], FactsOf.Describe(python, FactsOf.Python(python)));

    [Theory]
    [InlineData("from kfp import dsl\n# azure.ai.ml\n@dsl.pipeline()\ndef train(): pass\n")]
    [InlineData("from sklearn.pipeline import Pipeline\nimport azureml.pipeline.core\np = Pipeline([])\n")]
    [InlineData("from azureml.pipeline.core import Pipeline\np = Pipeline.load(ws)\n")]
    [InlineData("from azureml.pipeline.core import PublishedPipeline\np = PublishedPipeline.get(ws)\n")]
    [InlineData("from azure.ai.ml.dsl import pipeline\n'''\n@pipeline()\ndef train(): pass\n'''\n# @pipeline\n")]
    [InlineData("\"\"\"\nfrom azure.ai.ml.dsl import pipeline\n\"\"\"\n@pipeline\ndef train(): pass\n")]
    [InlineData("from azure.ai.ml.dsl import pipeline\nx = a @ pipeline(b)\n")]
    public void Look_alikes_are_no_pipelines(string python) => Assert.Empty(FactsOf.Python(python));

    [Theory]
    [InlineData("import pytest\n\n@pytest.mark.x\ndef test_a(fixture): pass\n", "test_a")]
    [InlineData("from unittest import TestCase\nclass A(TestCase):\n    def test_b(self): pass\n", "test_b")]
    [InlineData("def test_c():\n    x = f()\n    assert x\n", "test_c")]
    [InlineData(
        "from base import Base\nclass TestD(Base):\n    async def test_d(self):\n        self.assertEqual(1, 1)\n",
        "test_d"
    )]
    public void Tests_are_known_by_what_test_runners_collect(string python, string name)
    {
        var fact = Assert.Single(FactsOf.Python(python));
        Assert.Equal((FactKind.TestCode, name), (fact.Kind, fact.Value));
    }

    [Theory]
    // A model's evaluation.
    [InlineData("def test_model(model, loader):\n    assert loader\n")]
    [InlineData("def test_step():\n    return 1\n\nassert True\n")]
    [InlineData("import pytest\ndef testing(): pass\n@pytest.fixture\ndef data(): pass\n")]
    [InlineData("import pytest\ns = '''\ndef test_a(): pass\n'''\n")]
    [InlineData("import pytest_runner\ndef test_a(x): pass\n")]
    public void Look_alikes_are_no_tests(string python) => Assert.Empty(FactsOf.Python(python));

    [Theory]
    [InlineData(FileClass.Python, "# Databricks notebook source\nx = 1\n", true)]
    [InlineData(FileClass.Python, "# Databricks notebook source\r\nx = 1\r\n", true)]
    [InlineData(FileClass.OtherSource, "-- Databricks notebook source\nselect 1\n", true)]
    [InlineData(FileClass.OtherSource, "// Databricks notebook source\n", true)]
    [InlineData(FileClass.OtherSource, "# Databricks notebook source", true)]
    [InlineData(FileClass.Python, "-- Databricks notebook source\n", false)]
    [InlineData(FileClass.Python, "\n# Databricks notebook source\n", false)]
    [InlineData(FileClass.Python, "# Databricks notebook source of x\n", false)]
    public void A_Databricks_notebook_is_known_by_its_first_line(FileClass fileClass, string source, bool isNotebook) =>
        Assert.Equal(isNotebook, FactsOf.Text(fileClass, source).Any(fact => fact.Kind == FactKind.DatabricksNotebook));

    [Fact]
    public void Code_owners_are_found_where_they_stand()
    {
        const string Owners =
            "# @nobody\n*   @ana @org/team  # @nobody\r\ndocs/a\\ @b ana@example.com\n/x\n@pattern\n  src\t@bo\n";
        var facts = FactsOf.Text(FileClass.CodeOwners, Owners);
        Assert.Equal(
            [
                "CodeOwner '@ana' at '@ana'",
                "CodeOwner '@org/team' at '@org/team'",
                "CodeOwner 'ana@example.com' at 'ana@example.com'",
                "CodeOwner '@bo' at '@bo'",
            ],
            FactsOf.Describe(Owners, facts)
        );
        Assert.Equal(new SourceSpan(2, 5, 2, 9), facts[0].Span);
    }

    [Theory]
    [InlineData("Pipeline.")]
    [InlineData("Pipeline(")]
    [InlineData("@pipeline\n")]
    [InlineData("@a.")]
    [InlineData("(")]
    [InlineData("\"\"\"")]
    [InlineData("'")]
    [InlineData("\\\n")]
    [InlineData("from a")]
    [InlineData("import ")]
    [InlineData("def test_")]
    [InlineData("f'{")]
    [InlineData("\0é")]
    public void Hostile_Python_is_read_in_linear_time(string piece) =>
        LinearTime.Holds(
            20_000,
            size =>
                "from azureml.pipeline.core import Pipeline\nfrom azure.ai.ml.dsl import pipeline\nimport pytest\ndef test_a(): pass\n"
                + new StringBuilder().Insert(0, piece, size),
            python => FactsOf.Python(python)
        );
}
