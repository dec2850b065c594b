using Governance.Engine.Secrets;

namespace Governance.Engine.Tests.Secrets;

public sealed class PlaceholderTextTests
{
    [Theory]
    [InlineData("")]
    [InlineData("  ")]
    [InlineData("''")]
    [InlineData("<key>")]
    [InlineData("prefix-<your key>")]
    [InlineData("[KEY]")]
    [InlineData("{key}")]
    [InlineData("{0}")]
    [InlineData("a{0:d}b")]
    [InlineData("%KEY%")]
    [InlineData("#{Key}#")]
    [InlineData("__KEY__")]
    [InlineData("$(Key)")]
    [InlineData("abc${Key}")]
    [InlineData("{{ key }}")]
    [InlineData("your-api-key")]
    [InlineData("YOUR_KEY_1")]
    [InlineData("YourApiKeyHere")]
    [InlineData("sk-...")]
    [InlineData("***")]
    [InlineData("xxxxxxxx-xxxx-xxxx")]
    [InlineData("00000000-0000-0000-0000-000000000000")]
    [InlineData("changeme")]
    [InlineData("Change-Me-123")]
    [InlineData("TODO: from the vault")]
    [InlineData("replace-me-1234567890")]
    [InlineData("AZURE_CLIENT_SECRET")]
    [InlineData("AzureAd:ClientSecret")]
    [InlineData("AzureAd__ClientSecret")]
    [InlineData("name=Default")]
    [InlineData("@Microsoft.KeyVault(SecretUri=https://v.vault.azure.net/secrets/a/)")]
    [InlineData("password")]
    [InlineData("my-secret")]
    [InlineData("mysecret")]
    [InlineData("ApiKey")]
    [InlineData("test-api-key-123456")]
    [InlineData("not-needed")]
    [InlineData("lm-studio")]
    public void Stands_in_a_secrets_place(string text) => Assert.True(PlaceholderText.Is(text));

    [Theory]
    [InlineData("hunter2")]
    [InlineData("hunter2-not-real")]
    [InlineData("Password1")]
    [InlineData("P@ssw0rd!")]
    [InlineData("Password123!")]
    [InlineData("enterprise2024")]
    [InlineData("summer")]
    [InlineData("a{b")]
    [InlineData("100%sure%not")]
    [InlineData("x_y_z_hunter")]
    [InlineData("a<b")]
    [InlineData("<>{}[]q7")]
    public void May_be_a_secret(string text) => Assert.False(PlaceholderText.Is(text));

    [Theory]
    [InlineData("hunter2-not-real", true)]
    [InlineData("hunter2", false)]
    [InlineData("hunter-not-real", false)]
    [InlineData("1234567890123", false)]
    [InlineData("hunter2 is not real", false)]
    [InlineData("test-api-key-123", false)]
    public void Keys_are_what_a_machine_makes_up(string text, bool expected) =>
        Assert.Equal(expected, GeneratedText.Is(text));

    [Fact]
    public void Keys_of_emulators_open_nothing()
    {
        Assert.True(PublishedSecrets.Contains("Eby8vdM02xNOcqFlqUwJPLlm" + new string('A', 62) + "=="));
        Assert.False(GeneratedText.Is("C2y6yDjf5/R+ob0N8A7Cgv30" + new string('A', 62) + "=="));
        Assert.False(PublishedSecrets.Contains("hunter2-not-real"));
    }
}
