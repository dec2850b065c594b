using System;
using System.Collections.Generic;
using System.Globalization;
using System.Linq;
using Governance.Analyzers.Tests.Support;
using Microsoft.CodeAnalysis;

namespace Governance.Analyzers.Tests;

/// <summary>What the rule page does not show of secrets in C# code: how a text gets there, policies, projects, and code that is not whole.</summary>
public sealed class CommittedSecretTests
{
    private const string Path = "code/Clients.cs";
    private const string Secret = "hunter2-not-real";
    private const string Flawed = $$"""
        class Clients { object it = new System.Net.NetworkCredential("ana", "{{Secret}}"); }
        """;

    [Theory]
    [InlineData(
        "class C { object F() { const string A = \"hunter2\", B = A + \"-not-real\"; return new N(\"\", B); } }"
    )]
    [InlineData("class C { static readonly string A = \"hunter2\"; object o = new N(\"\", A); }")]
    [InlineData("class C { readonly string _a = \"hunter2\"; object F() => new N(\"\", this._a); }")]
    [InlineData("class C { static string A => \"hunter2\"; object o = new N(\"\", A); }")]
    [InlineData("class C { string A { get; } = \"hunter2\"; object F() => new N(\"\", A); }")]
    [InlineData("class C { object F() { var a = \"hunter2\"; var b = a; return new N(\"\", b); } }")]
    [InlineData("class C { object F(bool b) { var a = b ? \"hunter2\" : null; return new N(\"\", a); } }")]
    [InlineData("class C { object F(string a) => new N(\"\", $\"{\"hunter2\"}\"); }")]
    [InlineData("class C { object F() => new N(\"\", string.Concat(\"hunter\", \"2\")); }")]
    [InlineData("class C { void F(N n) { n.Password = \"hunter2\"; } }")]
    [InlineData("class C { N F() => new() { UserName = \"\", Password = \"hunter2\" }; }")]
    [InlineData("class C : N { C() : base(\"\", \"hunter2\") { } }")]
    [InlineData(
        "class D : N { public D(string u, string p) : base(u, p) { } } class C { object F() => new D(\"\", \"\") { Password = \"hunter2\" }; }"
    )]
    [InlineData("class C { object F() { object L() => new N(\"\", \"hunter2\"); return L(); } }")]
    [InlineData("class C { object F(bool isDev) { if (isDev) { } return new N(\"\", \"hunter2\"); } }")]
    [InlineData("class C { object F() => new N(password: \"hunter2\", userName: \"\"); }")]
    [InlineData(
        "class C { object F(Microsoft.Data.SqlClient.SqlConnectionStringBuilder b) => b[\"Password\"] = \"hunter2\"; }"
    )]
    [InlineData(
        "class C { void F(System.Data.Common.DbConnection c) { c.ConnectionString = \"Server=a;Password=hunter2\"; } }"
    )]
    [InlineData(
        "class C { object F(string s) => new Microsoft.Data.SqlClient.SqlConnection(string.Format(\"Server={0};Password=hunter2\", s)); }"
    )]
    [InlineData(
        "class C { object F() => new Azure.Storage.Blobs.BlobServiceClient(new System.Uri(\"https://a.blob.core.windows.net/?sv=1&sig=hunter2-not-real\")); }"
    )]
    [InlineData(
        "class C { [Microsoft.Azure.WebJobs.QueueTrigger(\"q\", Connection = \"AccountName=a;AccountKey=hunter2\")] void F() { } }"
    )]
    [InlineData("class C { object F() => new OpenAI.OpenAIClient(\"hunter2-not-real\"); }")]
    [InlineData(
        "class C { void F(System.Net.Http.HttpClient c) => c.DefaultRequestHeaders.TryAddWithoutValidation(\"api-key\", \"hunter2-not-real\"); }"
    )]
    [InlineData(
        "class C { object F(string u) => new System.Net.Http.Headers.AuthenticationHeaderValue(\"Basic\", System.Convert.ToBase64String(System.Text.Encoding.UTF8.GetBytes($\"{u}:hunter2\"))); }"
    )]
    public void Is_reported(string code)
    {
        var told = Assert.Single(Told("using N = System.Net.NetworkCredential; " + code));
        Assert.Equal("GOV0301", told.Id);
    }

    [Theory]
    [InlineData("class C { object F(string a) { a = \"hunter2\"; return new N(\"\", a); } }")]
    [InlineData("class C { object F() { var a = \"\"; a = System.Console.ReadLine(); return new N(\"\", a); } }")]
    [InlineData(
        "class C { object F() { var a = \"hunter2\"; G(ref a); return new N(\"\", a); } void G(ref string a) { } }"
    )]
    [InlineData("class C { readonly string _a = \"hunter2\"; C(string a) { _a = a; } object F() => new N(\"\", _a); }")]
    [InlineData("class C { string _a = \"hunter2\"; object F() => new N(\"\", _a); }")]
    [InlineData("class C { string A { get; set; } = \"hunter2\"; object F() => new N(\"\", A); }")]
    [InlineData("class C { static string A => A; object F() => new N(\"\", A); }")]
    [InlineData(
        "class C { const string DevelopmentPassword = \"hunter2\"; object F() => new N(\"\", DevelopmentPassword); }"
    )]
    [InlineData("class C { object F(string a) => new N(\"\", \"hunter\" + a); }")]
    [InlineData("class C { object F() => new N(\"\", (string)null); }")]
    [InlineData("class C { object F() => new N(\"hunter2\", \"\"); }")]
    [InlineData("class C { object F() { var s = \"hunter2\"; return s; } string password = \"hunter2\"; }")]
    [InlineData(
        "class SqlConnection { public SqlConnection(string connectionString) { } } class C { object o = new SqlConnection(\"Server=a;Password=hunter2\"); }"
    )]
    [InlineData(
        "namespace Azure { class AzureThing { public AzureThing(string password) { } } class C { object o = new AzureThing(\"hunter2\"); } }"
    )]
    [InlineData("class C { object F() => new Azure.AzureKeyCredential(\"gpt-turbo\"); }")]
    [InlineData(
        "class C { object F(string t) => new System.Net.Http.Headers.AuthenticationHeaderValue(\"Bearer\", t); }"
    )]
    [InlineData(
        "class C { object F(string t) => new System.Net.Http.Headers.AuthenticationHeaderValue(\"Basic\", System.Convert.ToBase64String(System.Text.Encoding.UTF8.GetBytes($\":{t}\"))); }"
    )]
    [InlineData(
        "class C { void F(System.Net.Http.HttpClient c) => c.DefaultRequestHeaders.Add(\"Accept\", \"application/vnd.example.v2+json\"); }"
    )]
    [InlineData(
        "class C { [Microsoft.Azure.WebJobs.QueueTrigger(\"q\", Connection = \"StorageConnection1\")] void F() { } }"
    )]
    [InlineData("class C { object F(bool isDev) => isDev ? new N(\"\", \"hunter2\") : null; }")]
    [InlineData(
        "class C { object F(bool isDev, string b) { var a = isDev ? \"hunter2\" : b; return new N(\"\", a); } }"
    )]
    [InlineData("class DevelopmentClients { object o = new N(\"\", \"hunter2\"); }")]
    [InlineData("// <auto-generated/>\nclass C { object o = new System.Net.NetworkCredential(\"\", \"hunter2\"); }")]
    [InlineData("class C { object F() => new Nowhere(\"Password=hunter2\"); }")]
    public void Is_left_alone(string code) =>
        Assert.Empty(
            new CSharpProject
            {
                Files = Files(
                    code.StartsWith("//", StringComparison.Ordinal)
                        ? code
                        : "using N = System.Net.NetworkCredential; " + code
                ),
                Compiles = false,
            }.Diagnostics()
        );

    [Fact]
    public void Nothing_that_is_told_holds_the_secret()
    {
        foreach (
            var code in new[]
            {
                Flawed,
                $"class C {{ object o = new Microsoft.Data.SqlClient.SqlConnection(\"Server=a;Password={Secret}\"); }}",
                $"class C {{ void F(System.Net.Http.HttpClient c) => c.DefaultRequestHeaders.Add(\"api-key\", \"{Secret}\"); }}",
            }
        )
        {
            var told = Assert.Single(Told(code));
            Assert.DoesNotContain("hunter", told.GetMessage(CultureInfo.InvariantCulture), StringComparison.Ordinal);
            Assert.DoesNotContain(
                told.Properties,
                static pair => pair.Value!.Contains("hunter", StringComparison.Ordinal)
            );
        }
    }

    [Fact]
    public void Where_a_constant_of_another_file_is_written_stands_beside_its_use()
    {
        var told = Assert.Single(
            Told(
                "class C { object o = new System.Net.NetworkCredential(\"\", S.P); }",
                ("code/S.cs", "static class S { public static readonly string P = \"hunter2\"; }")
            )
        );
        Assert.EndsWith("Clients.cs", told.Location.SourceTree!.FilePath, StringComparison.Ordinal);
        var written = Assert.Single(told.AdditionalLocations);
        Assert.EndsWith("S.cs", written.SourceTree!.FilePath, StringComparison.Ordinal);
        Assert.Equal("\"hunter2\"".Length, written.SourceSpan.Length);
    }

    [Theory]
    [InlineData("mode: block", DiagnosticSeverity.Error)]
    [InlineData("mode: warn", DiagnosticSeverity.Warning)]
    [InlineData("rules: { committed-secret: { severity: note } }", DiagnosticSeverity.Info)]
    [InlineData("rules: { GOV0301: { allow: [code/] } }", null)]
    [InlineData("exceptions: [{ rule: GOV0301/password, paths: [code/], reason: r, expires: 2027-01-31 }]", null)]
    [InlineData(
        "exceptions: [{ rule: GOV0301/service-key, paths: [code/], reason: r, expires: 2027-01-31 }]",
        DiagnosticSeverity.Error
    )]
    public void The_policy_says_how_bad_it_is(string policy, DiagnosticSeverity? expected) =>
        Assert.Equal(
            expected,
            Told(Flawed, ("governance.yml", policy)).SingleOrDefault(static one => one.Id == "GOV0301")?.Severity
        );

    [Fact]
    public void Tests_are_left_alone_and_programs_with_windows_are_not()
    {
        var xunit = MetadataReference.CreateFromFile(typeof(FactAttribute).Assembly.Location);
        var project = new CSharpProject { Files = Files(Flawed + " class Program { static void Main() { } }") };

        Assert.Single((project with { Output = OutputKind.WindowsApplication }).Diagnostics());
        Assert.Empty((project with { References = project.References.Add(xunit) }).Diagnostics());
        Assert.Empty(new CSharpProject { Files = [KeyValuePair.Create("tests/Clients.cs", Flawed)] }.Diagnostics());
    }

    [Fact]
    public void Long_and_deep_code_ends()
    {
        var sum = string.Join(" + ", Enumerable.Repeat("x + \"a\"", 2_000));
        var nested = string.Concat(Enumerable.Repeat("(x ?? ", 100)) + "x" + new string(')', 100);
        var chain = string.Concat(
            Enumerable.Range(0, 100).Select(static n => $"static string P{n} => P{(n + 1) % 100}; ")
        );
        Assert.Empty(
            Told(
                "class C { "
                    + chain
                    + "object F(string x) => new System.Net.NetworkCredential(P0, "
                    + sum
                    + "); object G(string x) => new System.Net.NetworkCredential(x, "
                    + nested
                    + "); object H() => new System.Net.NetworkCredential(\"\", P0); }"
            )
        );
    }

    [Fact]
    public void Half_typed_code_is_no_error_of_ours()
    {
        const string Code = """
            using System.Net; using Microsoft.Data.SqlClient;
            class Clients
            {
                const string Password = "hunter2" + Tail, Tail = "-not-real";
                object For(string server, System.Net.Http.HttpClient client)
                {
                    client.DefaultRequestHeaders.Add("Authorization", $"Bearer {Password}");
                    var mine = new NetworkCredential { Password = server ?? Password, };
                    var builder = new SqlConnectionStringBuilder { ["Password"] = Password };
                    return new SqlConnection($"Server={server};Password=" + Password + string.Format("{0}", server));
                }
            }
            """;
        for (var length = 0; length < Code.Length; length += 7)
        {
            var told = new CSharpProject { Files = Files(Code[..length]), Compiles = false }.Diagnostics();
            Assert.DoesNotContain(told, static diagnostic => diagnostic.Id is "AD0001" or "GOV0001");
        }
    }

    private static IReadOnlyList<Diagnostic> Told(string code, params (string Path, string Text)[] others) =>
        new CSharpProject
        {
            Files = Files(code).Concat(others.Select(static file => KeyValuePair.Create(file.Path, file.Text))),
        }.Diagnostics();

    private static KeyValuePair<string, string>[] Files(string code) => [KeyValuePair.Create(Path, code)];
}
