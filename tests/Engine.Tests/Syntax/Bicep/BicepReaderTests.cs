using System;
using System.Linq;
using Governance.Engine.Syntax;
using Governance.Engine.Syntax.Bicep;
using Governance.Engine.Syntax.Infrastructure;
using Governance.Engine.Tests.Fixtures;

namespace Governance.Engine.Tests.Syntax.Bicep;

/// <summary>What Bicep declares, and that nothing makes the reader throw, hang or recurse without bound.</summary>
public sealed class BicepReaderTests
{
    private const string Sample = """
        targetScope = 'subscription'

        import { thing } from 'types.bicep'

        @description('Who operates it. It''s long: ${not filled}')
        param operator string = 'ana@contoso.com'
        param sizes { small: int, large: int }
        param kind 'A' | 'B'
        var names = [for i in range(0, 3): 'name-${i}-${toLower('x${i}')}']
        var choice = isProd
          ? 'prod'
          : 'dev'

        // A comment with 'quotes' and { braces.
        resource group 'Microsoft.Resources/resourceGroups@2022-09-01' = {
          name: 'rg-${operator}'
          location: deployment().location /* here */
          tags: { 'hidden-title': 'x', env: choice }

          resource child 'locks@2020-05-01' = {
            name: 'no-delete'
          }
        }

        resource many 'Microsoft.Authorization/roleAssignments@2022-04-01' = [for (id, at) in ids: if (at > 0) {
          name: guid(id)
          properties: {
            principalId: id
            ...extra
            text: '''
        It's {raw} ${text}
        '''
          }
        }]

        module vault './vault.bicep' = if (choice == 'prod') {
          name: 'vault'
          params: {
            principalType: 'User'
          }
        }

        resource known 'Microsoft.KeyVault/vaults@2023-07-01' existing = {
          name: 'kv'
        }

        output id string = group.id
        """;

    [Fact]
    public void Declarations_are_read_wherever_they_stand()
    {
        var template = BicepReader.Read(new SourceText(Sample));
        Assert.Null(template.Problem);
        Assert.Equal(
            [
                "group Microsoft.Resources/resourceGroups",
                "child locks",
                "many Microsoft.Authorization/roleAssignments",
                "known Microsoft.KeyVault/vaults existing",
            ],
            template.Resources.Select(static one => one.Symbol + " " + one.Type + (one.IsExisting ? " existing" : ""))
        );
        Assert.Equal(["operator", "sizes", "kind"], template.Parameters.Select(static one => one.Name));
        Assert.Equal("ana@contoso.com", Assert.IsType<InfraText>(template.Parameters[0].Value).Text);
        Assert.Equal(["names", "choice"], template.Variables.Select(static one => one.Name));
        var choice = Assert.IsType<InfraExpression>(template.Variables[1].Value).Source;
        Assert.EndsWith(": 'dev'", choice, StringComparison.Ordinal);

        var module = Assert.Single(template.Modules);
        Assert.Equal("./vault.bicep", module.Path);
        Assert.Equal("User", Assert.IsType<InfraText>(module.Parameters!["principalType"]).Text);

        var tags = Assert.IsType<InfraObject>(template.Resources[0].Body["tags"]);
        Assert.Equal(["hidden-title", "env"], tags.Members.Select(static one => one.Name));
        var properties = Assert.IsType<InfraObject>(template.Resources[2].Body["properties"]);
        Assert.Equal("It's {raw} ${text}\n", Assert.IsType<InfraText>(properties["text"]).Text);
    }

    [Fact]
    public void A_value_has_its_place()
    {
        var text = new SourceText(Sample);
        var value = BicepReader.Read(text).Modules[0].Parameters!["principalType"]!;
        Assert.Equal("'User'", text.Text[value.Start..value.End]);
    }

    [Fact]
    public void What_is_cut_off_is_read_up_to_there()
    {
        for (var length = 0; length <= Sample.Length; length++)
        {
            Assert.NotNull(BicepReader.Read(new SourceText(Sample[..length])));
        }

        var problem = BicepReader.Read(new SourceText("resource a 'b/c@1' = {\n  name: [\n")).Problem;
        Assert.Equal("this '[' is not closed", problem!.Message);
        Assert.Equal(new SourceSpan(2, 9, 2, 10), problem.Span);
    }

    [Theory]
    [InlineData("{")]
    [InlineData("[")]
    [InlineData("(")]
    [InlineData("a: {")]
    [InlineData("'${")]
    [InlineData("resource a 'b' = {")]
    [InlineData("[for x in y: ")]
    [InlineData("if (a) {")]
    public void What_is_nested_without_end_is_read_in_linear_time(string part) =>
        LinearTime.Holds(
            20_000,
            size => "var x = " + string.Concat(Enumerable.Repeat(part, size / part.Length)),
            text => BicepReader.Read(new SourceText(text))
        );
}
