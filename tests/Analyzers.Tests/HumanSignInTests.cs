using System;
using System.Collections.Generic;
using System.Linq;
using Governance.Analyzers.Tests.Support;
using Microsoft.CodeAnalysis;

namespace Governance.Analyzers.Tests;

/// <summary>What the rule pages do not show of the rules about signing in: policies, projects, and code that is not whole.</summary>
public sealed class HumanSignInTests
{
    private const string Path = "code/Clients.cs";

    private const string Flawed = """
        class Clients { object it = new Azure.Identity.AzureCliCredential(); }
        """;

    [Theory]
    [InlineData("mode: block\nrules: { GOV0302: { severity: error } }", DiagnosticSeverity.Warning)]
    [InlineData("mode: warn\nrules: { GOV0302: { severity: error } }", DiagnosticSeverity.Warning)]
    [InlineData("rules: { human-sign-in: { severity: note } }", DiagnosticSeverity.Info)]
    [InlineData("rules: { GOV0302: { mode: observe } }", null)]
    [InlineData("rules: { GOV0302: { severity: off } }", null)]
    [InlineData("exceptions: [{ rule: GOV0302, paths: [code/], reason: r, expires: 2027-01-31 }]", null)]
    [InlineData(
        "exceptions: [{ rule: GOV0302, paths: [docs/], reason: r, expires: 2027-01-31 }]",
        DiagnosticSeverity.Warning
    )]
    [InlineData("rules: [", DiagnosticSeverity.Warning)]
    public void The_policy_says_how_bad_it_is(string policy, DiagnosticSeverity? expected) =>
        Assert.Equal(expected, Told(Flawed, ("governance.yml", policy)).SingleOrDefault()?.Severity);

    [Theory]
    [InlineData("", true)]
    [InlineData("layout notebooks", false)]
    [InlineData("layout Credentials", true)]
    [InlineData("no-area", true)]
    public void Code_is_looked_at_for_the_areas_that_the_build_asks_for(string areas, bool isAskedFor)
    {
        var options = new ConfiguredOptions();
        options.Set(null, "build_property._GovernanceCodeAreas", areas);
        var told = new CSharpProject { Files = Files(Flawed), Options = options }.Diagnostics();
        Assert.Equal(isAskedFor ? ["GOV0302"] : [], told.Select(static diagnostic => diagnostic.Id));
    }

    [Fact]
    public void The_nearest_policy_above_the_file_counts()
    {
        const string Silent = "rules: { GOV0302: { mode: observe } }";
        Assert.Single(Told(Flawed, ("governance.yml", Silent), ("code/governance.yml", "mode: warn")));
        Assert.Empty(Told(Flawed, ("governance.yml", "mode: warn"), ("code/governance.yml", Silent)));
        Assert.Single(Told(Flawed, ("docs/governance.yml", Silent)));
    }

    [Theory]
    [InlineData(
        "class C { object F() { Azure.Core.TokenCredential L() => new Azure.Identity.DeviceCodeCredential(); return L(); } }"
    )]
    [InlineData(
        "class C { void F(Microsoft.Identity.Client.IPublicClientApplication a) => a?.AcquireTokenInteractive(new string[0]); }"
    )]
    [InlineData("class C : Azure.Identity.AzureCliCredential { static object F() => new C(); }")]
    [InlineData("class C<T> { object F(bool b) => b ? (object)new Azure.Identity.VisualStudioCredential() : 1; }")]
    [InlineData(
        "class C { object F(bool isProduction) => isProduction ? new Azure.Identity.AzureCliCredential() : new object(); }"
    )]
    [InlineData("class C { object F(bool isDev) { if (isDev) { } return new Azure.Identity.AzureCliCredential(); } }")]
    [InlineData(
        "class C { object F(bool isDev, bool b) => isDev || b ? new Azure.Identity.AzureCliCredential() : new object(); }"
    )]
    [InlineData(
        "using Microsoft.Extensions.DependencyInjection; class C { void F(IServiceCollection s) => s.AddSingleton<Azure.Core.TokenCredential, Azure.Identity.AzureCliCredential>(); }"
    )]
    [InlineData("#if !DEBUG\nclass C { object o = new Azure.Identity.AzureCliCredential(); }\n#endif")]
    [InlineData("#if DEBUG\n#endif\nclass C { object o = new Azure.Identity.AzureCliCredential(); }")]
    public void Is_reported(string code) =>
        Assert.Equal(["GOV0302"], Told(code).Select(static diagnostic => diagnostic.Id));

    [Theory]
    [InlineData(
        "class C { object F(bool isProduction) => isProduction ? new object() : new Azure.Identity.AzureCliCredential(); }"
    )]
    [InlineData(
        "class C { object F(bool b) => System.Diagnostics.Debugger.IsAttached && b ? new Azure.Identity.AzureCliCredential() : new object(); }"
    )]
    [InlineData(
        "class C { object F(bool isDev, bool b) { if (!isDev || b) { throw new System.Exception(); } return new Azure.Identity.AzureCliCredential(); } }"
    )]
    [InlineData(
        "class C { object F(string s) { var here = s == \"Development\"; if (here) { return new Azure.Identity.AzureCliCredential(); } return 1; } }"
    )]
    [InlineData(
        "class C { object F() => Nowhere.IsProduction() ? new object() : new Azure.Identity.AzureCliCredential(); }"
    )]
    [InlineData(
        "using Microsoft.Extensions.DependencyInjection; class C { void F(IServiceCollection s) => s.AddSingleton<Azure.Core.TokenCredential, Azure.Identity.EnvironmentCredential>(); }"
    )]
    [InlineData(
        "class C { void AddSingleton<T>() { } void F() => AddSingleton<Azure.Identity.AzureCliCredential>(); }"
    )]
    [InlineData("class DevelopmentCredentials { object o = new Azure.Identity.DefaultAzureCredential(); }")]
    [InlineData("// <auto-generated/>\nclass C { object o = new Azure.Identity.AzureCliCredential(); }")]
    [InlineData(
        "class C { System.Type t = typeof(Azure.Identity.AzureCliCredential); bool F(object o) => o is Azure.Identity.AzureCliCredential; }"
    )]
    [InlineData(
        "class C { object F(Azure.Identity.DefaultAzureCredentialOptions o) { o.ExcludeAzureCliCredential = true; return new Azure.Identity.DefaultAzureCredential(o); } }"
    )]
    [InlineData("class C { object F(bool b) => new Azure.Identity.DefaultAzureCredential(b); }")]
    [InlineData(
        "class C { object F(bool b) { var o = new Azure.Identity.DefaultAzureCredentialOptions(); o.ExcludeAzureCliCredential = true; return new Azure.Identity.DefaultAzureCredential(o); } }"
    )]
    public void Is_left_alone(string code) =>
        Assert.Empty(new CSharpProject { Files = Files(code), Compiles = false }.Diagnostics());

    [Theory]
    [InlineData("tests/devapp/Program.cs", "kind: project", false)]
    [InlineData("code/tests/Program.cs", "kind: project", false)]
    [InlineData("tests/Program.cs", "rules: { GOV0302: { also-in: [] } }", true)]
    [InlineData("tools/Program.cs", "rules: { GOV0302: { allow: [tools/] } }", false)]
    [InlineData("tools/Program.cs", "kind: project", true)]
    public void Folders_can_be_left_alone(string path, string policy, bool isReported)
    {
        var files = new Dictionary<string, string> { [path] = Flawed, ["governance.yml"] = policy };
        Assert.Equal(
            isReported ? 1 : 0,
            new CSharpProject { Files = files }
                .Diagnostics()
                .Count
        );
    }

    [Fact]
    public void Debug_builds_may_sign_in_as_a_person()
    {
        const string Code = "#if A\n#if DEBUG\n" + Flawed + "\n#endif\n#endif";
        Assert.Empty(new CSharpProject { Files = Files(Code), Symbols = ["A", "DEBUG"] }.Diagnostics());
    }

    [Fact]
    public void Desktop_programs_and_tests_are_for_people()
    {
        var program = Flawed + " class Program { static void Main() { } }";
        var xunit = MetadataReference.CreateFromFile(typeof(FactAttribute).Assembly.Location);
        var project = new CSharpProject { Files = Files(program) };

        Assert.Single((project with { Output = OutputKind.ConsoleApplication }).Diagnostics());
        Assert.Empty((project with { Output = OutputKind.WindowsApplication }).Diagnostics());
        Assert.Empty((project with { References = project.References.Add(xunit) }).Diagnostics());
    }

    [Fact]
    public void Without_the_libraries_there_is_nothing_to_say()
    {
        var alone = MetadataReference.CreateFromFile(typeof(object).Assembly.Location);
        Assert.Empty(
            new CSharpProject
            {
                Files = Files(Flawed),
                References = [alone],
                Compiles = false,
            }.Diagnostics()
        );
    }

    [Fact]
    public void Half_typed_code_is_no_error_of_ours()
    {
        const string Code = """
            using Azure.Identity; using Microsoft.Extensions.Hosting;
            class Clients
            {
                object For(IHostEnvironment environment, DefaultAzureCredentialOptions options)
                {
                    if (!environment.IsDevelopment()) { return new DefaultAzureCredential(options); }
                    var mine = new DefaultAzureCredentialOptions { ExcludeAzureCliCredential = true, };
                    return environment.IsProduction() ? new DefaultAzureCredential(mine) : new AzureCliCredential();
                }
            }
            """;
        for (var length = 0; length < Code.Length; length += 7)
        {
            var told = new CSharpProject { Files = Files(Code[..length]), Compiles = false }.Diagnostics();
            Assert.DoesNotContain(told, static diagnostic => diagnostic.Id is "AD0001" or "GOV0001");
        }
    }

    [Fact]
    public void An_error_of_our_own_is_one_GOV0001()
    {
        var policy = new HandedRepository.Text(
            "governance.yml",
            static () => throw new InvalidOperationException("the host broke")
        );
        var told = new CSharpProject
        {
            Files = Files(Flawed + Flawed.Replace("Clients", "Others", StringComparison.Ordinal)),
        }.Diagnostics(policy);
        Assert.Equal("GOV0001", Assert.Single(told).Id);
    }

    private static IReadOnlyList<Diagnostic> Told(string code, params (string Path, string Text)[] others) =>
        new CSharpProject
        {
            Files = Files(code).Concat(others.Select(static file => KeyValuePair.Create(file.Path, file.Text))),
        }.Diagnostics();

    private static KeyValuePair<string, string>[] Files(string code) => [KeyValuePair.Create(Path, code)];
}
