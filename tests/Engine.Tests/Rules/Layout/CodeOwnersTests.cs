using System;
using Governance.Engine.Facts;
using Governance.Engine.Findings;
using Governance.Engine.Repository;

namespace Governance.Engine.Tests.Rules.Layout;

public sealed class CodeOwnersTests
{
    private static LayoutRun On(Forge forge, string below = "") =>
        new()
        {
            Origin = new RepositoryOrigin { Forge = forge, PathInRepository = below },
        };

    [Fact]
    public void On_GitHub_a_repository_without_the_file_is_reported_whatever_its_folders()
    {
        Assert.Single(On(Forge.GitHub).With("code/a.py").Run("GOV0112").Findings);
        Assert.Single(On(Forge.GitHub).With(".ado/ci.yml").Run("GOV0112").Findings);
    }

    [Theory]
    [InlineData(Forge.AzureDevOps, ".github/CODEOWNERS", "required reviewers")]
    [InlineData(Forge.AzureDevOps, "code/a.py", "required reviewers")]
    [InlineData(Forge.Unknown, ".ado/ci.yml", "required reviewers")]
    [InlineData(Forge.Unknown, ".pipelines/ci.yml", "required reviewers")]
    [InlineData(Forge.Unknown, ".azuredevops/pull_request_template.md", "required reviewers")]
    [InlineData(Forge.Unknown, "azure-pipelines.yml", "required reviewers")]
    [InlineData(Forge.Unknown, "pipelines/azure-pipelines.yml", "which forge")]
    [InlineData(Forge.Unknown, "code/a.py", "which forge")]
    public void Where_it_cannot_be_known_the_rule_says_so(Forge forge, string path, string reason)
    {
        var run = On(forge).With(path).Run("GOV0112");
        Assert.Empty(run.Findings);
        Assert.Contains(reason, run.NotAvailable, StringComparison.Ordinal);
    }

    [Fact]
    public void The_policy_goes_over_the_remote()
    {
        var github = new LayoutRun
        {
            Forge = Forge.GitHub,
            Origin = new RepositoryOrigin { Forge = Forge.AzureDevOps },
        };
        Assert.Single(github.With("code/a.py").Run("GOV0112").Findings);
        var azure = new LayoutRun
        {
            Forge = Forge.AzureDevOps,
            Origin = new RepositoryOrigin { Forge = Forge.GitHub },
        };
        Assert.NotNull(azure.With("code/a.py").Run("GOV0112").NotAvailable);
    }

    [Fact]
    public void Pipelines_of_Azure_DevOps_say_nothing_where_something_speaks_for_GitHub()
    {
        Assert.Single(new LayoutRun().With("azure-pipelines.yml", ".github/dependabot.yml").Run("GOV0112").Findings);
        Assert.Single(new LayoutRun().With(".pipelines/ci.yml", "CODEOWNERS").Run("GOV0112").Findings);
    }

    [Fact]
    public void Below_the_top_of_a_repository_the_file_cannot_be_seen()
    {
        var run = On(Forge.GitHub, "projects/churn").With("code/a.py").Run("GOV0112");
        Assert.Empty(run.Findings);
        Assert.NotNull(run.NotAvailable);
    }

    [Fact]
    public void The_first_file_counts()
    {
        var owner = LayoutRun.Fact(FactKind.CodeOwner, "@ana");
        Assert.Empty(On(Forge.GitHub).With("CODEOWNERS", owner).With("docs/CODEOWNERS").Run("GOV0112").Findings);
        var shadowed = On(Forge.GitHub).With("docs/CODEOWNERS", owner).With("CODEOWNERS").Run("GOV0112");
        Assert.Equal("CODEOWNERS", Assert.Single(shadowed.Findings).Location.Path);
    }

    [Fact]
    public void A_link_is_given_the_benefit_of_the_doubt() =>
        Assert.Empty(On(Forge.GitHub).With(".github/CODEOWNERS", EntryKind.SymbolicLink).Run("GOV0112").Findings);

    [Theory]
    [InlineData("codeowners")]
    [InlineData(".github/workflows/CODEOWNERS")]
    public void A_file_where_GitHub_does_not_look_can_be_moved(string path)
    {
        var finding = Assert.Single(On(Forge.GitHub).With(path).Run("GOV0112").Findings);
        var fix = Assert.Single(finding.Fixes);
        Assert.Equal(new MovePath(path, ".github/CODEOWNERS"), Assert.Single(fix.Edits));
    }
}
