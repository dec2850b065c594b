using System;
using System.Threading.Tasks;

namespace Governance.Analyzers.CodeFixes.Tests;

public sealed class CommittedSecretFixTests
{
    private const string Start =
        "using System;\nusing System.Net;\nusing Azure;\nusing Azure.Identity;\nusing Microsoft.Extensions.Configuration;\n";

    [Theory]
    [InlineData(
        "class C { object o = new ClientSecretCredential(\"t\", \"c\", \"hunter2-not-real\"); }",
        "class C { object o = new ClientSecretCredential(\"t\", \"c\", Environment.GetEnvironmentVariable(\"AZURE_CLIENT_SECRET\") ?? throw new InvalidOperationException(\"AZURE_CLIENT_SECRET is not set\")); }"
    )]
    [InlineData(
        "class C { static readonly string s_searchKey = \"hunter2-not-real\"; object o = new AzureKeyCredential(s_searchKey); }",
        "class C { static readonly string s_searchKey = Environment.GetEnvironmentVariable(\"SEARCH_KEY\") ?? throw new InvalidOperationException(\"SEARCH_KEY is not set\"); object o = new AzureKeyCredential(s_searchKey); }"
    )]
    [InlineData(
        "class C { object F() { var n = new NetworkCredential { Password = /* a */ \"hunter2\" }; return n; } }",
        "class C { object F() { var n = new NetworkCredential { Password = /* a */ Environment.GetEnvironmentVariable(\"PASSWORD\") ?? throw new InvalidOperationException(\"PASSWORD is not set\") }; return n; } }"
    )]
    [InlineData(
        "class C { object o = new Microsoft.Data.SqlClient.SqlConnection(\"Server=db;Password=hunter2\"); }",
        "class C { object o = new Microsoft.Data.SqlClient.SqlConnection(Environment.GetEnvironmentVariable(\"SQL_CONNECTION_STRING\") ?? throw new InvalidOperationException(\"SQL_CONNECTION_STRING is not set\")); }"
    )]
    [InlineData(
        "class C { object F(string a) => new AzureKeyCredential(a ?? \"hunter2-not-real\"); }",
        "class C { object F(string a) => new AzureKeyCredential(a ?? Environment.GetEnvironmentVariable(\"AZURE_KEY\") ?? throw new InvalidOperationException(\"AZURE_KEY is not set\")); }"
    )]
    public async Task The_environment_takes_a_secrets_place(string code, string expected) =>
        Assert.Equal([Start + expected], await FixRun.Each(Start + code, new CommittedSecretFix()));

    [Theory]
    [InlineData(
        "class C(IConfiguration settings) { object F() => new AzureKeyCredential(\"hunter2-not-real\"); }",
        "settings"
    )]
    [InlineData(
        "class C { object F(IConfigurationRoot root) => new AzureKeyCredential(\"hunter2-not-real\"); }",
        "root"
    )]
    [InlineData(
        "class C { IConfiguration _settings; C(IConfiguration settings) { _settings = settings; } object F() => new AzureKeyCredential(\"hunter2-not-real\"); }",
        "_settings"
    )]
    [InlineData(
        "class C { IConfiguration Settings { get; } object F() { IConfiguration local = Settings; return new AzureKeyCredential(\"hunter2-not-real\"); } }",
        "local"
    )]
    public async Task Configuration_is_read_where_it_is_at_hand(string code, string name)
    {
        var expected = code.Replace(
            "\"hunter2-not-real\"",
            name + "[\"AZURE_KEY\"] ?? throw new InvalidOperationException(\"AZURE_KEY is not set\")",
            StringComparison.Ordinal
        );
        var texts = await FixRun.Each(Start + code, new CommittedSecretFix());
        Assert.Equal(2, texts.Count);
        Assert.Equal(Start + expected, texts[0]);
    }

    [Theory]
    [InlineData("class C { const string K = \"hunter2-not-real\"; object o = new AzureKeyCredential(K); }")]
    [InlineData("class C { object F(string k = \"hunter2-not-real\") => new AzureKeyCredential(k); }")]
    [InlineData(
        "class C { [Microsoft.Azure.WebJobs.QueueTrigger(\"q\", Connection = \"AccountKey=hunter2\")] void F() { } }"
    )]
    [InlineData(
        "class C { object F(string s) => new Microsoft.Data.SqlClient.SqlConnection($\"Server={s};Password=hunter2\"); }"
    )]
    [InlineData(
        "class C { object F(string s) => new Microsoft.Data.SqlClient.SqlConnection(\"Server=\" + s + \";Password=hunter2\"); }"
    )]
    [InlineData(
        "class C { object F(string s) => new Microsoft.Data.SqlClient.SqlConnection(string.Format(\"Server={0};Password=hunter2\", s)); }"
    )]
    [InlineData(
        "class C { void F(System.Net.Http.HttpClient c) => c.DefaultRequestHeaders.Add(\"Authorization\", \"Bearer hunter2-not-real\"); }"
    )]
    public async Task What_would_not_compile_or_is_more_than_the_secret_is_not_offered(string code)
    {
        Assert.Single(await FixRun.Diagnostics(FixRun.Document(Start + code)));
        Assert.Empty(await FixRun.Each(Start + code, new CommittedSecretFix()));
    }

    [Fact]
    public async Task Names_are_written_in_full_where_nothing_is_imported() =>
        Assert.Contains(
            "Environment.GetEnvironmentVariable(\"PASSWORD\")",
            Assert.Single(
                await FixRun.Each(
                    "class C { object o = new System.Net.NetworkCredential(\"\", \"hunter2\"); }",
                    new CommittedSecretFix()
                )
            ),
            StringComparison.Ordinal
        );

    [Fact]
    public async Task All_of_a_document_are_fixed_at_once()
    {
        var document = FixRun.Document(
            Start
                + "class C { object a = new AzureKeyCredential(\"hunter2-not-real\"), b = new NetworkCredential(\"\", \"hunter2\"); }"
        );
        var text = await FixRun.All(document, new CommittedSecretFix(), "environment");

        Assert.DoesNotContain("hunter2", text, StringComparison.Ordinal);
        Assert.Contains("\"AZURE_KEY\"", text, StringComparison.Ordinal);
        Assert.Contains("\"PASSWORD\"", text, StringComparison.Ordinal);
        Assert.Empty(await FixRun.Diagnostics(FixRun.Document(text)));
    }
}
