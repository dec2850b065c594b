using System;
using System.Linq;
using Governance.Engine.Facts;
using Governance.Engine.Findings;
using Governance.Engine.Policy;
using Governance.Engine.Repository;
using Governance.Engine.Rules.Checks.Layout;

namespace Governance.Engine.Tests.Rules.Layout;

public sealed class MandatedFoldersTests
{
    private static readonly string[] Names =
    [
        ".ado",
        ".azuredevops",
        ".pipelines",
        "Code",
        "Docs",
        "Notebooks",
        "cloud",
        "code",
        "doc",
        "documentation",
        "notbooks",
        "notebook",
        "pipeline",
        "pipelines",
        "source",
        "src",
        "test",
        "tests",
    ];

    [Theory]
    [InlineData("Docs", "docs", "Case")]
    [InlineData("cloud", ".cloud", "LeadingDot")]
    [InlineData("GitHub", ".github", "LeadingDot")]
    [InlineData("doc", "docs", "Number")]
    [InlineData("Test", "tests", "Number")]
    [InlineData("codes", "code", "Number")]
    [InlineData("dosc", "docs", "Typo")]
    [InlineData("tsets", "tests", "Typo")]
    [InlineData("notbooks", "notebooks", "Typo")]
    [InlineData("noteboooks", "notebooks", "Typo")]
    [InlineData("noteboks", "notebooks", "Typo")]
    [InlineData("pipalines", "pipelines", "Typo")]
    [InlineData(".gthub", ".github", "Typo")]
    [InlineData("notebooks", "pipelines", "None")]
    [InlineData("core", "code", "None")]
    [InlineData("node", "code", "None")]
    [InlineData("coda", "code", "None")]
    [InlineData("texts", "tests", "None")]
    [InlineData("dots", "docs", "None")]
    [InlineData("d", "docs", "None")]
    [InlineData(".pipelines", "pipelines", "None")]
    [InlineData(".docs", "docs", "None")]
    [InlineData("playbooks", "notebooks", "None")]
    [InlineData("notebooks_old", "notebooks", "None")]
    public void Names_are_alike_or_words_of_their_own(string actual, string expected, string likeness) =>
        Assert.Equal(likeness, NameLikeness.Compare(actual, expected).ToString());

    [Fact]
    public void A_folder_is_missing_misnamed_or_unexpected_and_never_two_of_these()
    {
        foreach (var (one, other) in Names.SelectMany((a, i) => Names.Skip(i).Select(b => (a, b))))
        {
            LayoutRun Run(string rule) => new LayoutRun().With($"{one}/x.txt", $"{other}/x.txt").Run(rule);

            var missing = Run("GOV0101").Findings.Select(static finding => finding.Content);
            var misnamed = Run("GOV0103").Findings;
            var unexpected = Run("GOV0102").Findings.Select(static finding => finding.Location);
            var wrong = misnamed.SelectMany(static f => f.Related.Select(static r => r.Location).Append(f.Location));
            Assert.Empty(missing.Intersect(misnamed.Select(static finding => finding.Content)));
            Assert.Empty(unexpected.Intersect(wrong));
        }
    }

    [Fact]
    public void Without_the_rule_about_names_a_misnamed_folder_is_a_missing_one()
    {
        var on = new LayoutRun().With("Docs/index.md").Run("GOV0101");
        var off = new LayoutRun { Off = ["GOV0103"] }
            .With("Docs/index.md")
            .Run("GOV0101");
        Assert.DoesNotContain(on.Findings, static finding => finding.Content == "docs");
        Assert.Contains(off.Findings, static finding => finding.Content == "docs");
    }

    [Theory]
    [InlineData(EntryKind.Submodule, false)]
    [InlineData(EntryKind.SymbolicLink, false)]
    [InlineData(EntryKind.File, true)]
    public void A_submodule_or_link_stands_for_the_folder_and_a_file_does_not(EntryKind kind, bool isMissing)
    {
        var run = new LayoutRun().With("docs", kind).Run("GOV0101");
        Assert.Equal(isMissing, run.Findings.Any(static finding => finding.Content == "docs"));
    }

    [Fact]
    public void An_empty_repository_lacks_every_folder_once()
    {
        var run = new LayoutRun().Run("GOV0101");
        Assert.Equal(
            ["cloud", "code", "delivery", "docs", "notebooks", "pipelines", "tests"],
            run.Findings.Select(static finding => finding.Content).Order(System.StringComparer.Ordinal)
        );
        Assert.All(run.Findings, static finding => Assert.Equal(Location.Root, finding.Location.Path));
    }

    [Theory]
    [InlineData(Forge.Unknown, false, ".ado")]
    [InlineData(Forge.AzureDevOps, false, ".ado")]
    [InlineData(Forge.GitHub, false, ".github")]
    [InlineData(Forge.GitHub, true, ".ado")]
    public void The_folder_to_create_is_the_one_the_pipelines_are_for(Forge forge, bool hasAzure, string folder)
    {
        var run = new LayoutRun { Origin = new RepositoryOrigin { Forge = forge } };
        run = hasAzure ? run.With("ci.yml", LayoutRun.Fact(FactKind.AzurePipeline)) : run;
        var finding = run.Run("GOV0101").Findings.Single(static finding => finding.Content == "delivery");
        Assert.StartsWith($"Create '{folder}'", finding.Remedy, StringComparison.Ordinal);
        Assert.Equal(
            hasAzure ? [] : [new CreateFile(folder + "/.gitkeep", "")],
            finding.Fixes.SelectMany(static fix => fix.Edits)
        );
    }

    [Theory]
    [InlineData("code", "'churn' and 'ml'", "churn/a.py", "ml/b.py")]
    [InlineData("code", "'a', 'b' and 2 more", "a/a.py", "b/b.py", "c/c.py", "d/d.py")]
    [InlineData("cloud", "'infra'", "infra/main.bicep")]
    [InlineData("notebooks", "'a.ipynb' and 'x'", "x/y/a.ipynb", "a.ipynb")]
    [InlineData("docs", "'media'", "media/a.png")]
    public void No_empty_folder_is_made_where_its_content_stands_elsewhere(
        string role,
        string names,
        params string[] paths
    )
    {
        var findings = new LayoutRun().With(paths).Run("GOV0101").Findings;
        var finding = findings.Single(finding => finding.Content == role);
        Assert.Empty(finding.Fixes);
        Assert.EndsWith($"for what stands in {names} now", finding.Remedy, StringComparison.Ordinal);
        Assert.Contains(names, finding.FixWithheldBecause, StringComparison.Ordinal);
        Assert.All(
            findings.Where(other => other.Content is "tests"),
            static other => Assert.True(other is { Fixes.Length: 1, FixWithheldBecause: null })
        );
    }

    [Fact]
    public void Content_that_no_rule_minds_does_not_keep_a_folder_from_being_made()
    {
        var run = new LayoutRun { Off = ["GOV0102", "GOV0105"] }
            .With("churn/a.py", "x/a.ipynb")
            .Run("GOV0101");
        Assert.All(run.Findings, static finding => Assert.Single(finding.Fixes));
    }

    [Fact]
    public void Below_the_top_of_a_repository_no_delivery_folder_is_asked_for()
    {
        var origin = new RepositoryOrigin { PathInRepository = "projects/churn" };
        var run = new LayoutRun { Origin = origin }.Run("GOV0101");
        Assert.Equal(6, run.Findings.Count);
        Assert.DoesNotContain(run.Findings, static finding => finding.Content == "delivery");
    }

    [Fact]
    public void A_role_without_a_name_is_not_mandated()
    {
        var layout = LayoutSettings.Default with { Folders = [new MandatedFolder("cloud", [])] };
        Assert.Empty(
            new LayoutRun { Layout = layout }
                .With("cloud/a.yml")
                .Run("GOV0101")
                .Findings
        );
        Assert.Empty(
            new LayoutRun { Layout = layout }
                .With("cloud/a.yml")
                .Run("GOV0103")
                .Findings
        );
        Assert.NotNull(
            new LayoutRun { Layout = layout }
                .With("cloud/a.yml")
                .Run("GOV0107")
                .NotApplicable
        );
    }

    [Fact]
    public void A_rename_is_offered_unless_a_server_knows_the_path()
    {
        var plain = Assert.Single(new LayoutRun().With("Docs/a.md").Run("GOV0103").Findings);
        Assert.Equal(new MovePath("Docs", "docs"), plain.Fixes.Single().Edits.Single());

        var pipeline = LayoutRun.Fact(FactKind.AzurePipeline, "pipeline");
        var known = Assert.Single(new LayoutRun().With(".pipelines/ci.yml", pipeline).Run("GOV0103").Findings);
        Assert.Empty(known.Fixes);
        Assert.Contains("stores the path on the server", known.Remedy, StringComparison.Ordinal);
    }

    [Fact]
    public void The_likeliest_name_is_reported_and_the_others_are_named_with_it()
    {
        var run = new LayoutRun().With("documentation/a.md", "Docs/b.md", "doc/c.md").Run("GOV0103");
        var finding = Assert.Single(run.Findings);
        Assert.Equal("Docs", finding.Location.Path);
        Assert.Equal(["doc", "documentation"], finding.Related.Select(static related => related.Location.Path));
    }

    [Fact]
    public void Placeholders_only_is_empty_but_a_submodule_in_it_is_not()
    {
        Assert.Single(new LayoutRun().With("tests/.gitkeep", "tests/a/README.md").Run("GOV0104").Findings);
        Assert.Empty(
            new LayoutRun().With("tests/.gitkeep").With("tests/lib", EntryKind.Submodule).Run("GOV0104").Findings
        );
    }
}
