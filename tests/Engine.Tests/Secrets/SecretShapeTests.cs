using System;
using System.Linq;
using System.Text;
using Governance.Engine.Secrets.Detection;

namespace Governance.Engine.Tests.Secrets;

/// <summary>What tells secrets of no known form from what stands in their place.</summary>
public sealed class SecretShapeTests
{
    [Theory]
    [InlineData("herokuapikey", "heroku*key", true)]
    [InlineData("keyofheroku", "heroku*key", false)]
    [InlineData("dbpassword2", "password$", true)]
    [InlineData("passwordfield", "password$", false)]
    [InlineData("csrftoken", "csrf", true)]
    public void A_name_has_its_words_in_order(string name, string wanted, bool expected) =>
        Assert.Equal(expected, new SecretName(wanted).IsIn(name));

    [Theory]
    [InlineData("1234567890abcdef", true)]
    [InlineData("a1B2c3D4e5F6g7H8", true)]
    [InlineData("AbCdEfGhIjKlMnOp", true)]
    [InlineData("abc123abc123", true)]
    [InlineData("8b6f8d6594749cb6", false)]
    [InlineData("deadbeef", false)]
    public void What_goes_on_in_the_alphabet_is_a_sequence(string text, bool expected) =>
        Assert.Equal(expected, SequenceText.Is(text));

    [Theory]
    [InlineData("password1", false)]
    [InlineData("P@ssw0rd!", false)]
    [InlineData("#pass", false)]
    [InlineData("$PASSWORD", false)]
    [InlineData("%PASSWORD%", false)]
    [InlineData("deadbeef", true)]
    [InlineData("Winter.Palace", true)]
    public void Common_passwords_are_none(string text, bool expected) =>
        Assert.Equal(expected, CommonPasswords.IsOther(text));

    [Theory]
    [InlineData("ana:Winter.Palace", true)]
    [InlineData("user:password", false)]
    [InlineData("ana:", false)]
    [InlineData("no colon in here", false)]
    public void Basic_credentials_have_a_password(string text, bool expected) =>
        Assert.Equal(expected, BasicCredentials.Are(Convert.ToBase64String(Encoding.UTF8.GetBytes(text))));

    [Fact]
    public void An_argument_without_quotation_marks_is_code()
    {
        var value = ExampleText.Fill("[A-Za-z0-9]{40}");
        Assert.Empty(SecretScanner.Find($"call(apiKey: {value})", TextKinds.Any));
        Assert.Single(SecretScanner.Find($"call(apiKey: '{value}')", TextKinds.Any));
    }

    [Theory]
    [InlineData("api_key = 'acme_live_[A-Za-z0-9]{24}'", true)]
    [InlineData("api_key = 'acme_sandbox_[A-Za-z0-9]{24}'", false)]
    [InlineData("api_key = 'key_[A-Za-z0-9]{14}'", false)]
    [InlineData("api_key = 'sk_[0-9a-f]{8}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{12}'", true)]
    [InlineData("api_key = 'sk_[0-9a-f]{8}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{11}'", false)]
    [InlineData("api_key = 'acme_01[0-9A-HJKMNP-TV-Z]{24}'", false)]
    [InlineData("api_key = '[0-9a-f]{40}'", true)]
    [InlineData("api_key = '[0-9a-f]{39}'", false)]
    [InlineData("token = '[0-9a-f]{40}'", false)]
    [InlineData("acme_token = '[0-9a-f]{40}'", true)]
    [InlineData("token = '[A-Za-z0-9]{40}'", true)]
    [InlineData("api_key = '[A-Za-z0-9]{14}a1B2c3D4e5F6g7H8i9J0k1'", false)]
    [InlineData("GITHUB_TOKEN=ghp_[A-Za-z0-9]{36}", false)]
    [InlineData("SUPABASE_KEY=sb_secret_[A-Za-z0-9_]{30}", false)]
    [InlineData("WORKATO_TOKEN=eyJhbGciOiJIUzI1NiJ9.eyJzdWIiOiJvdGhlciJ9.signature", false)]
    [InlineData("WANDB_API_KEY=[A-Za-z0-9]{32}", false)]
    public void What_knows_no_form_leaves_alone_what_is_no_key(string example, bool expected) =>
        Assert.Equal(expected, SecretScanner.Find(ExampleText.Fill(example), TextKinds.Any).Length > 0);

    [Theory]
    [InlineData("glpat-[A-Za-z0-9_-]{20}(?![A-Za-z0-9_-])", "glpat-abcdefghij0123456789", true)]
    [InlineData("glpat-[A-Za-z0-9_-]{20}(?![A-Za-z0-9_-])", "glpat-abcdefghij012345678", false)]
    [InlineData("glpat-[A-Za-z0-9_-]{20}(?![A-Za-z0-9_-])", "glpat-abc=efghij0123456789", false)]
    [InlineData("(?i:ab)[0-9]{2,9}x", "aB12x", true)]
    [InlineData("(?i:ab)[0-9]{2,9}x", "aB1x", false)]
    [InlineData("(?:ab|cd)(?<secret>\\d{3})", "cb123", true)]
    [InlineData("(?:ab|cd)(?<secret>\\d{3})", "ce123", false)]
    [InlineData("a(?=b)[^x]?", "a", true)]
    [InlineData("(?<user>[a-z])(?:b?)*\\k<user>", "a", true)]
    public void What_a_pattern_begins_with_is_known_before_it_is_tried(string pattern, string text, bool expected) =>
        Assert.Equal(expected, new PatternStart(pattern).Fits(text, 0));

    [Fact]
    public void A_secret_behind_an_overlong_value_is_found()
    {
        var secret = ExampleText.Fill("[A-Za-z0-9]{40}");
        var text = "token=" + string.Concat(Enumerable.Repeat("ab=", 2000)) + $"\napi_key = '{secret}'";
        Assert.Equal(
            secret,
            text.Substring(Assert.Single(SecretScanner.Find(text, TextKinds.Any)).Start, secret.Length)
        );
    }

    [Theory]
    [InlineData("password")]
    [InlineData("slackbottoken")]
    [InlineData("azureopenaiapikey2")]
    [InlineData("myclientsecretname")]
    [InlineData("xaikey")]
    [InlineData("databrickstoken")]
    [InlineData("nothing")]
    [InlineData("")]
    public void The_detectors_of_a_name_are_those_that_know_it(string name) =>
        Assert.Equal(
            DetectorCatalog.All.Where(detector => !detector.Names.IsEmpty && detector.IsNamed(name)),
            DetectorCatalog.ByName.Find(name)
        );
}
