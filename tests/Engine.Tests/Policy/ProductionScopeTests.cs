using Governance.Engine.Policy;

namespace Governance.Engine.Tests.Policy;

/// <summary>What is production, by name, path, branch and service connection.</summary>
public sealed class ProductionScopeTests
{
    [Theory]
    [InlineData("prod")]
    [InlineData("Production")]
    [InlineData("rg-ml-prod-weu")]
    [InlineData("mlProdWorkspace")]
    [InlineData("PRODWorkspace")]
    [InlineData("prod2")]
    [InlineData("aml_live")]
    public void A_word_of_the_name_says_so(string name) => Assert.True(Default().IsName(name));

    [Theory]
    [InlineData("product-catalogue")]
    [InlineData("delivery")]
    [InlineData("live-test-cleanup.ps1")]
    [InlineData("prodLike")]
    [InlineData("nonprod")]
    [InlineData("non-prod")]
    [InlineData("preProd")]
    [InlineData("dev")]
    [InlineData("")]
    [InlineData("PRODUCT")]
    public void What_only_looks_like_it_does_not(string name) => Assert.False(Default().IsName(name));

    [Fact]
    public void A_policy_that_names_production_leaves_no_guess()
    {
        var scope = new ProductionScope(
            new ProductionSettings
            {
                Names = ["blue"],
                Branches = ["refs/heads/release"],
                Files = ["config/main.yml"],
                ServiceConnections = ["sc-ml"],
            }
        );
        Assert.True(scope.IsName("rg-blue"));
        Assert.False(scope.IsName("prod"));
        Assert.True(scope.IsPath("config/main.yml"));
        Assert.True(scope.IsPath("infra/blue/main.tf"));
        Assert.False(scope.IsPath("infra/green/main.tf"));
        Assert.True(scope.IsBranch("release"));
        Assert.True(scope.IsBranch("refs/heads/release"));
        Assert.False(scope.IsBranch("main"));
        Assert.True(scope.IsServiceConnection("SC-ML"));
        Assert.False(Default().KnowsBranches);
    }

    private static ProductionScope Default() => new(ProductionSettings.Default);
}
