using System;
using System.Diagnostics;
using System.Linq;
using Governance.Engine.Reporting;

namespace Governance.Engine.Tests.Reporting;

public class RedactorTests
{
    // Put together here, so that no file of this repository looks as if it held a secret.
    public static TheoryData<string, string> Secrets
    {
        get
        {
            var hex = string.Concat(Enumerable.Repeat("0a1b2c3d", 4));
            var base64 = string.Concat(Enumerable.Repeat("Ab3+", 21)) + "ab==";
            var word = string.Concat(Enumerable.Repeat("a1B2c3D4e5F6", 4))[..36];
            return new TheoryData<string, string>
            {
                { "ghp_", word },
                { "GITHUB_TOKEN=gho_", word },
                { "github_pat_", word + "_" + word },
                { "xoxb" + "-", "123456789012-" + word },
                { "dapi", hex },
                { "hf_", word },
                { "key: sk-", "proj-" + word },
                { "AKIA", word[..16].ToUpperInvariant() },
                { "aws_secret_access_key = ", base64[..39].Replace('+', '/') + "Z" },
                { "x ", word + word[..36] + "abcdAZDO1234" },
                { "PAT: ", string.Concat(Enumerable.Repeat("abcdefgh2345k", 4)) },
                { "DefaultEndpointsProtocol=https;AccountName=a;AccountKey=", base64 },
                { "Endpoint=sb://a.servicebus.windows.net/;SharedAccessKey=", base64[..43] + "=" },
                { "https://a.blob.core.windows.net/c?sv=2024-01-01&sig=", "abc%2Fdef" + word + "%3D" },
                { "eyJ", "hbGciOiJIUzI1NiJ9." + "eyJzdWIiOiIxMjM0NTY3ODkwIn0." + word },
                { "Server=db;Password=", "hunter2!;" },
                { "Server=db; Pwd=", "correct-horse" },
                { "https://ana:", "hunter2!" },
                { "git clone https://", word },
                { "password: \"", "correct-horse-battery" },
                { "credentials:\n  password: ", "correct-horse-battery" },
                { "{\\\"client_secret\\\": \\\"", "Q8xxx~" + word[..30] },
                { "-----BEGIN RSA PRIVATE " + "KEY-----\n", base64 + "\n" + base64 + "\n" },
            };
        }
    }

    [Theory]
    [MemberData(nameof(Secrets))]
    public void A_secret_is_masked_and_what_stands_before_it_is_not(string before, string secret)
    {
        var after =
            before.Contains("://ana", StringComparison.Ordinal) || before.EndsWith("https://", StringComparison.Ordinal)
                ? "@host/x"
                : "\" # after";
        var shown = Redactor.Redact("first line\n" + before + secret + after);

        // The beginning that a kind of secret is known by may be masked with it.
        var kept = before[..(before.LastIndexOfAny([' ', '=', '"', ':', '/', '\n']) + 1)];
        Assert.StartsWith("first line\n" + kept, shown);
        Assert.Contains(Redactor.Mask, shown);
        foreach (var line in secret.Split(['\n', ';'], StringSplitOptions.RemoveEmptyEntries))
        {
            Assert.DoesNotContain(line, shown);
        }
    }

    [Theory]
    [InlineData("password: ${{ secrets.DATABASE_PASSWORD }}")]
    [InlineData("password: \"${{ secrets.DATABASE_PASSWORD }}\"")]
    [InlineData("password: '$(databasePassword)'")]
    [InlineData("  password: *shared")]
    [InlineData("a password: something you know")]
    [InlineData("token: \"{{ inputs.some-long-token }}\"")]
    [InlineData("secret: '<your-client-secret>'")]
    [InlineData("https://user:${TOKEN}@host/path")]
    [InlineData("https://host:8080/path@version")]
    [InlineData("wasbs://container@account.blob.core.windows.net/path")]
    [InlineData("tokenizer = 'bert-base-uncased'")]
    [InlineData("the header -----BEGIN RSA PRIVATE KEY----- names a private key, and prose goes on")]
    [InlineData("pipelines/sk-learn-regression-with-many-parts.yml")]
    [InlineData("password = getpass.getpass(); connect(password=password)")]
    [InlineData("sha256:0a1b2c3d0a1b2c3d0a1b2c3d0a1b2c3d0a1b2c3d0a1b2c3d0a1b2c3d0a1b2c3d")]
    public void What_only_names_a_secret_stays_readable(string text) => Assert.Same(text, Redactor.Redact(text));

    [Fact]
    public void A_key_in_the_source_of_a_notebook_is_masked_over_its_lines()
    {
        var line = new string('A', 64);
        var cell =
            "\"-----BEGIN PRIVATE "
            + "KEY-----\\n\",\n   \""
            + line
            + "\\n\",\n   \""
            + line
            + "\\n\",\n   \"-----END PRIVATE KEY-----\"";

        var shown = Redactor.Redact(cell);

        Assert.DoesNotContain("AAAA", shown);
        Assert.EndsWith("-----END PRIVATE KEY-----\"", shown);
    }

    [Theory]
    [InlineData("-----BEGIN PRIVATE KEY-----")]
    [InlineData("password='")]
    [InlineData("://a:")]
    [InlineData("eyJ")]
    [InlineData("eyJaaaaaaaa.eyJ")]
    [InlineData("sk-")]
    [InlineData("token token=")]
    [InlineData("pwd=abc")]
    [InlineData("secret: \\\"")]
    [InlineData("AZDO")]
    [InlineData("&sig=AccountKey=")]
    public void Time_grows_with_the_length_of_hostile_text_and_no_faster(string part)
    {
        var small = TimeOf(string.Concat(Enumerable.Repeat(part, 50_000 / part.Length)));
        var large = TimeOf(string.Concat(Enumerable.Repeat(part, 400_000 / part.Length)));

        // Eight times the text: linear is 8, quadratic 64. The constant is room for a machine that is busy.
        Assert.True(large < (24 * small) + 500, $"{small} ms, then {large} ms");
    }

    private static double TimeOf(string text)
    {
        Redactor.Redact(text[..1000]);
        var watch = Stopwatch.StartNew();
        Redactor.Redact(text);
        return watch.Elapsed.TotalMilliseconds;
    }
}
