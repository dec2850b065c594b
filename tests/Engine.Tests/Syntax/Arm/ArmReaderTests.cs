using System.Linq;
using Governance.Engine.Syntax;
using Governance.Engine.Syntax.Arm;
using Governance.Engine.Syntax.Infrastructure;
using Governance.Engine.Syntax.Json;
using Governance.Engine.Tests.Fixtures;

namespace Governance.Engine.Tests.Syntax.Arm;

/// <summary>What ARM templates and their files of parameters declare, and that nothing makes the reader throw or take long.</summary>
public sealed class ArmReaderTests
{
    private const string Schema = "https://schema.management.azure.com/schemas/2019-04-01/deploymentTemplate.json#";

    private const string Sample = """
        {
          "$schema": "https://schema.management.azure.com/schemas/2019-04-01/deploymentTemplate.json#",
          "contentVersion": "1.0.0.0",
          "parameters": {
            "operator": { "type": "string", "defaultValue": "ana@contoso.com" },
            "size": { "type": "int" }
          },
          "variables": { "name": "[concat('rg-', parameters('operator'))]", "plain": "[[not worked out]" },
          "resources": [
            {
              "type": "Microsoft.KeyVault/vaults",
              "name": "kv",
              "resources": [{ "type": "accessPolicies", "name": "add" }]
            },
            {
              "type": "Microsoft.Resources/deployments",
              "properties": {
                "template": { "resources": { "inner": { "type": "Microsoft.Authorization/roleAssignments", "existing": true } } }
              }
            },
            { "name": "without a type" }
          ]
        }
        """;

    [Fact]
    public void All_that_a_template_declares_is_read()
    {
        var template = Read(Sample);
        Assert.Equal(
            [
                "Microsoft.KeyVault/vaults",
                "accessPolicies",
                "Microsoft.Resources/deployments",
                "Microsoft.Authorization/roleAssignments existing",
            ],
            template.Resources.Select(static one => one.Type + (one.IsExisting ? " existing" : ""))
        );
        Assert.Equal("ana@contoso.com", Assert.IsType<InfraText>(template.Parameters[0].Value).Text);
        Assert.Equal("", Assert.IsType<InfraExpression>(template.Parameters[1].Value).Source);
        Assert.Equal(
            "concat('rg-', parameters('operator'))",
            Assert.IsType<InfraExpression>(template.Variables[0].Value).Source
        );
        Assert.Equal("[not worked out]", Assert.IsType<InfraText>(template.Variables[1].Value).Text);
        var name = template.Resources[0].Body["name"]!;
        Assert.Equal("\"kv\"", Sample[name.Start..name.End]);
    }

    [Fact]
    public void A_file_of_parameters_has_values()
    {
        var template = Read(
            """
            {
              "$schema": "https://schema.management.azure.com/schemas/2019-04-01/deploymentParameters.json#",
              "parameters": { "operator": { "value": "ana@contoso.com" }, "vault": { "reference": {} } }
            }
            """
        );
        Assert.Equal("ana@contoso.com", Assert.IsType<InfraText>(template.Parameters[0].Value).Text);
        Assert.Equal("", Assert.IsType<InfraExpression>(template.Parameters[1].Value).Source);
        Assert.Empty(template.Resources);
    }

    [Theory]
    [InlineData("")]
    [InlineData("[]")]
    [InlineData("{}")]
    [InlineData("""{ "$schema": 1, "resources": [{ "type": "a" }] }""")]
    [InlineData("""{ "$schema": "https://json-schema.org/draft-07/schema", "resources": [{ "type": "a" }] }""")]
    public void What_is_no_template_declares_nothing(string text) => Assert.Empty(Read(text).Resources);

    [Fact]
    public void What_is_cut_off_is_read_up_to_there()
    {
        for (var length = 0; length <= Sample.Length; length++)
        {
            Assert.NotNull(Read(Sample[..length]));
        }
    }

    [Theory]
    [InlineData("\"resources\": [{ \"type\": \"a\", ")]
    [InlineData("\"resources\": [{ \"type\": \"a\", \"properties\": { \"template\": { ")]
    public void What_is_nested_without_end_is_read_in_linear_time(string part) =>
        LinearTime.Holds(
            20_000,
            size => $"{{ \"$schema\": \"{Schema}\", " + string.Concat(Enumerable.Repeat(part, size / part.Length)),
            text => Read(text)
        );

    [Fact]
    public void Values_are_shared_by_the_resources_they_stand_within()
    {
        var template = Read(Sample);
        var children = Assert.IsType<InfraList>(template.Resources[0].Body["resources"]);
        Assert.Same(children.Items[0], template.Resources[1].Body);
    }

    private static InfraTemplate Read(string text) => ArmReader.Read(JsonReader.Read(new SourceText(text)));
}
