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
}
