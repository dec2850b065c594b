using System;
using System.Linq;
using System.Threading.Tasks;

namespace Governance.Analyzers.CodeFixes.Tests;

public sealed class FixTests
{
    private const string Start = "using Azure.Core;\nusing Azure.Identity;\n";

    [Theory]
    [InlineData(
        "class C { TokenCredential c = new AzureCliCredential(); }",
        "class C { TokenCredential c = new ManagedIdentityCredential(ManagedIdentityId.SystemAssigned); }",
        "class C { TokenCredential c = new WorkloadIdentityCredential(); }"
    )]
    [InlineData(
        "class C { object F() { var c = new InteractiveBrowserCredential(new InteractiveBrowserCredentialOptions()); return c; } }",
        "class C { object F() { var c = new ManagedIdentityCredential(ManagedIdentityId.SystemAssigned); return c; } }",
        "class C { object F() { var c = new WorkloadIdentityCredential(); return c; } }"
    )]
    [InlineData(
        "class C { object c = new /* ours */ Azure.Identity.DeviceCodeCredential(/* why */); }",
        "class C { object c = new ManagedIdentityCredential(ManagedIdentityId.SystemAssigned); }",
        "class C { object c = new WorkloadIdentityCredential(); }"
    )]
    public async Task A_person_makes_way_for_an_identity_of_the_service(string code, params string[] expected) =>
        Assert.Equal(expected.Select(static one => Start + one), await FixRun.Each(Start + code, new HumanSignInFix()));

    [Theory]
    [InlineData("class C { DeviceCodeCredential c = new(); }")]
    [InlineData("class C { object F() { var c = new DeviceCodeCredential(); return c.Authenticate(); } }")]
    [InlineData(
        "class C { void F(Microsoft.Identity.Client.IPublicClientApplication a) => a.AcquireTokenInteractive(new string[0]); }"
    )]
    public async Task What_would_not_compile_is_not_offered(string code) =>
        Assert.Empty(await FixRun.Each(Start + code, new HumanSignInFix()));

    [Theory]
    [InlineData("class C { object c = new DefaultAzureCredential(); }")]
    [InlineData("class C { DefaultAzureCredential c = new(); }")]
    [InlineData(
        "class C { object c = new DefaultAzureCredential(new DefaultAzureCredentialOptions { TenantId = \"t\", ExcludeAzureCliCredential = false }); }"
    )]
    [InlineData("class C { object c = new DefaultAzureCredential(new DefaultAzureCredentialOptions()); }")]
    public async Task The_chain_ends_before_the_developer_tools(string code)
    {
        var result = Assert.Single(await FixRun.Each(Start + code, new PersonalCredentialChainFix()));
        Assert.Contains("ExcludeAzureCliCredential = true", result, StringComparison.Ordinal);
        Assert.Equal(
            code.Contains("TenantId", StringComparison.Ordinal),
            result.Contains("TenantId = \"t\"", StringComparison.Ordinal)
        );
        Assert.Empty(await FixRun.Diagnostics(FixRun.Document(result)));
    }

    [Fact]
    public async Task What_is_written_looks_as_people_write_it()
    {
        const string Created =
            "new DefaultAzureCredentialOptions { ExcludeVisualStudioCredential = true, ExcludeVisualStudioCodeCredential = true, "
            + "ExcludeAzureCliCredential = true, ExcludeAzurePowerShellCredential = true, ExcludeAzureDeveloperCliCredential = true }";
        Assert.Equal(
            [Start + "class C { object c = new DefaultAzureCredential(" + Created + "); }"],
            await FixRun.Each(
                Start + "class C { object c = new DefaultAzureCredential(); }",
                new PersonalCredentialChainFix()
            )
        );
    }

    [Fact]
    public async Task All_of_a_document_are_fixed_at_once()
    {
        var document = FixRun.Document(
            Start + "class C { object a = new AzureCliCredential(), b = new VisualStudioCredential(); }"
        );
        var text = await FixRun.All(document, new HumanSignInFix(), "ManagedIdentityCredential");

        Assert.Equal(2, text.Split("new ManagedIdentityCredential(ManagedIdentityId.SystemAssigned)").Length - 1);
        Assert.Empty(await FixRun.Diagnostics(FixRun.Document(text)));
    }
}
