using System;
using System.Linq;
using Governance.Engine.Facts;
using Governance.Engine.Repository;

namespace Governance.Engine.Tests.Rules.Layout;

public sealed class UnexpectedEntryTests
{
    private static string Remedy(params string[] paths) =>
        Assert.Single(new LayoutRun().With(paths).Run("GOV0102").Findings).Remedy;

    [Theory]
    [InlineData(".cloud", "infra/settings.json", "infra/notes.txt")]
    [InlineData(".cloud", "infrastructure/create.sh")]
    [InlineData(".cloud", "arm-templates/endpoint.json")]
    [InlineData(".cloud", "terraform/README.md", "terraform/values.json")]
    [InlineData(".cloud", "setup/arm-templates/a.json", "setup/tf-templates/main.tf", "setup/install.sh")]
    [InlineData(".cloud", "charts/web/Chart.yaml", "charts/web/templates/service.yaml", "charts/load.sh")]
    [InlineData("code", "scripts/jupyter-trust")]
    [InlineData("code", "bootstrap/README.md", "bootstrap/bootstrap.py")]
    [InlineData("code", "churn/train.py", "churn/requirements.txt", "churn/Dockerfile")]
    [InlineData("code", "deploy-all.sh")]
    [InlineData("code", "jobs/Dockerfile.txt", "jobs/a.ps1", "jobs/b.sh")]
    [InlineData("docs", "infra/design.md")]
    [InlineData("docs", "pages/README.md")]
    public void Content_and_then_the_name_tell_the_folder_it_belongs_to(string folder, params string[] paths) =>
        Assert.StartsWith($"Move it into '{folder}'", Remedy(paths), StringComparison.Ordinal);

    [Theory]
    [InlineData("charts/churn.txt")]
    [InlineData("swarm/a.txt")]
    [InlineData("description.d/a.txt")]
    public void A_word_within_a_word_tells_nothing(string path) =>
        Assert.StartsWith("Move it into the mandated folder", Remedy(path), StringComparison.Ordinal);

    [Fact]
    public void What_other_findings_name_has_no_say_in_where_the_rest_goes()
    {
        var run = new LayoutRun()
            .With("mlops/ci.yml", LayoutRun.Fact(FactKind.AzurePipeline, "pipeline"))
            .With("mlops/cd.yml", LayoutRun.Fact(FactKind.AzurePipeline, "pipeline"))
            .With("mlops/score.py")
            .Run("GOV0102");
        Assert.StartsWith(
            "Move the rest of it into 'code'",
            Assert.Single(run.Findings).Remedy,
            StringComparison.Ordinal
        );
    }

    [Fact]
    public void Folders_that_each_hold_a_project_may_be_governed_by_themselves()
    {
        var run = new LayoutRun()
            .With(
                "churn/pyproject.toml",
                "churn/train.py",
                "churn/score.py",
                "fraud/src/train.py",
                "fraud/score.py",
                "fraud/requirements.txt"
            )
            .With("misc/a.py", "misc/b.py", "scripts/pyproject.toml", "scripts/a.py", "scripts/b.py")
            .With("deploy/environment.yml", "deploy/score.py")
            .Run("GOV0102");
        var remedies = run.Findings.ToDictionary(static f => f.Location.Path, static f => f.Remedy);
        Assert.StartsWith(
            "If it is a project of its own, as 'fraud' may be, put a governance.yml into it, so that it is checked by itself; "
                + "otherwise move it into 'code'",
            remedies["churn"],
            StringComparison.Ordinal
        );
        Assert.Contains("as 'churn' may be", remedies["fraud"], StringComparison.Ordinal);
        Assert.DoesNotContain("governance.yml", remedies["deploy"], StringComparison.Ordinal);
        Assert.DoesNotContain("governance.yml", remedies["misc"], StringComparison.Ordinal);
        Assert.DoesNotContain("governance.yml", remedies["scripts"], StringComparison.Ordinal);
    }

    [Fact]
    public void A_single_project_beside_other_folders_is_no_repository_of_several() =>
        Assert.DoesNotContain(
            "governance.yml",
            Remedy("churn/pyproject.toml", "churn/train.py"),
            StringComparison.Ordinal
        );

    [Fact]
    public void What_to_do_with_an_unexpected_entry_depends_on_what_it_holds()
    {
        Assert.StartsWith("Move it into 'code'", Remedy("lib/a.py", "lib/b.py", "lib/c.txt"), StringComparison.Ordinal);
        Assert.StartsWith("Move it into '.cloud'", Remedy("infra/main.bicep"), StringComparison.Ordinal);
        Assert.StartsWith("Move it into 'docs'", Remedy("media/a.png", "media/b.md"), StringComparison.Ordinal);
        Assert.StartsWith("Merge it into 'docs'", Remedy("Docs/a.txt", "docs/a.md"), StringComparison.Ordinal);
        Assert.StartsWith("Keep data out of Git", Remedy("data/a.csv"), StringComparison.Ordinal);
        Assert.StartsWith("Move it into the mandated folder", Remedy("misc/a.txt"), StringComparison.Ordinal);
    }

    [Fact]
    public void A_submodule_at_the_root_is_called_a_folder()
    {
        var finding = Assert.Single(new LayoutRun().With("libs", EntryKind.Submodule).Run("GOV0102").Findings);
        Assert.StartsWith("The folder 'libs'", finding.Message, StringComparison.Ordinal);
    }
}
