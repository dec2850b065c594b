using System;
using System.Linq;
using Governance.Engine.Syntax;
using Governance.Engine.Syntax.Infrastructure;
using Governance.Engine.Syntax.Terraform;
using Governance.Engine.Tests.Fixtures;

namespace Governance.Engine.Tests.Syntax.Terraform;

/// <summary>What Terraform declares, and that nothing makes the reader throw, hang or recurse without bound.</summary>
public sealed class TerraformReaderTests
{
    private const string Sample = """"
        # A comment with "quotes" and { braces.
        terraform {
          required_version = ">= 1.5" // another
        }

        variable "kind" {
          type    = object({ a = string, b = optional(number, 3) })
          default = "User"
        }

        variable "open" {}

        locals {
          kind  = var.kind
          names = [for i in range(3) : "name-${i}-${upper("x${i}")}"]
          text  = "It costs $${not filled}, \"quoted\" \u0041"
          merged = merge(
            { a = 1 },
            var.tags,
          )
        }

        /* resource "none" "none" {} */
        data "azuread_user" "ana" {
          user_principal_name = "ana@contoso.com"
        }

        resource "azurerm_role_assignment" "many" {
          for_each     = { for k, v in var.ids : k => v }
          principal_id = "${data.azuread_user.ana.object_id}"
          scope        = var.is_first ? azurerm_resource_group.a.id : azurerm_resource_group.b[0].id
          tags = {
            "hidden-title" : "x",
            (local.key) = "y"
            env         = "prod"
          }

          lifecycle { ignore_changes = [tags, scope] }

          dynamic "rule" {
            for_each = var.rules
            content {
              name = rule.value["name"]
            }
          }

          custom_data = <<-EOT
            #!/bin/bash
            echo "it's {raw}"
            EOT

          last = 1 + 2
        }

        module "vault" {
          source         = "./modules/vault"
          principal_type = "User"
        }
        """";

    [Fact]
    public void Declarations_are_read()
    {
        var template = TerraformReader.Read(new SourceText(Sample));
        Assert.Null(template.Problem);
        Assert.Equal(
            ["ana azuread_user existing", "many azurerm_role_assignment"],
            template.Resources.Select(static one => one.Symbol + " " + one.Type + (one.IsExisting ? " existing" : ""))
        );
        Assert.Equal(["kind", "open"], template.Parameters.Select(static one => one.Name));
        Assert.Equal("User", Assert.IsType<InfraText>(template.Parameters[0].Value).Text);
        Assert.Equal("", Assert.IsType<InfraExpression>(template.Parameters[1].Value).Source);
        Assert.Equal(["kind", "names", "text", "merged"], template.Variables.Select(static one => one.Name));
        Assert.Equal(
            "It costs ${not filled}, \"quoted\" A",
            Assert.IsType<InfraText>(template.Variables[2].Value).Text
        );
        var module = Assert.Single(template.Modules);
        Assert.Equal("./modules/vault", module.Path);
        Assert.Equal("User", Assert.IsType<InfraText>(module.Parameters!["principal_type"]).Text);
    }

    [Fact]
    public void What_a_resource_says_is_a_tree()
    {
        var body = TerraformReader.Read(new SourceText(Sample)).Resources[1].Body;
        Assert.Equal(
            ["for_each", "principal_id", "scope", "tags", "lifecycle", "rule", "custom_data", "last"],
            body.Members.Select(static one => one.Name)
        );
        Assert.Equal("data.azuread_user.ana.object_id", Assert.IsType<InfraExpression>(body["principal_id"]).Source);
        Assert.EndsWith(
            "azurerm_resource_group.b[0].id",
            Assert.IsType<InfraExpression>(body["scope"]).Source,
            StringComparison.Ordinal
        );
        var tags = Assert.IsType<InfraObject>(body["tags"]);
        Assert.Equal(["hidden-title", "(local.key)", "env"], tags.Members.Select(static one => one.Name));
        Assert.NotNull(Assert.IsType<InfraObject>(body["rule"])["name"]);
        Assert.Equal("    #!/bin/bash\n    echo \"it's {raw}\"\n", Assert.IsType<InfraText>(body["custom_data"]).Text);
        Assert.Equal("1 + 2", Assert.IsType<InfraExpression>(body["last"]).Source);
    }

    [Fact]
    public void A_file_of_values_gives_parameters()
    {
        var values = TerraformReader.Read(new SourceText("kind = \"User\"\r\nids = [\"a\",\r\n \"b\" ]\r\n"));
        Assert.Null(values.Problem);
        Assert.Equal(["kind", "ids"], values.Parameters.Select(static one => one.Name));
        Assert.Equal(2, Assert.IsType<InfraList>(values.Parameters[1].Value).Items.Length);
    }

    [Fact]
    public void A_value_has_its_place()
    {
        var value = TerraformReader.Read(new SourceText(Sample)).Modules[0].Parameters!["principal_type"]!;
        Assert.Equal("\"User\"", Sample[value.Start..value.End]);
    }

    [Theory]
    [InlineData("a = {\n  b = [\n", 1, 5, "this '{' is not closed")]
    [InlineData("a = \"x\nb = 1\n", 1, 5, "this is not closed")]
    [InlineData("a = <<EOT\nb = 1\n", 1, 5, "this is not closed")]
    [InlineData("/* x", 1, 1, "this is not closed")]
    [InlineData("a \"b\"\n", 1, 1, "neither an attribute nor a block begins here")]
    [InlineData("a = { b }\n", 1, 9, "a value is missing here")]
    [InlineData("a {} b = 1\n", 1, 6, "this does not belong to what stands before it")]
    public void The_first_problem_has_its_place(string text, int line, int column, string message)
    {
        var problem = TerraformReader.Read(new SourceText(text)).Problem;
        Assert.Equal((line, column, message), (problem!.Span.StartLine, problem.Span.StartColumn, problem.Message));
    }

    [Fact]
    public void What_is_cut_off_is_read_up_to_there()
    {
        for (var length = 0; length <= Sample.Length; length++)
        {
            Assert.NotNull(TerraformReader.Read(new SourceText(Sample[..length])));
        }
    }

    [Theory]
    [InlineData("x = {")]
    [InlineData("[")]
    [InlineData("(")]
    [InlineData("a {\n")]
    [InlineData("\"${")]
    [InlineData("{a = [")]
    [InlineData("[for x in y : ")]
    [InlineData("a <<A\n")]
    [InlineData("a b ")]
    [InlineData("} ] ) , = : ")]
    [InlineData("{ a : b , ")]
    public void What_is_nested_without_end_is_read_in_linear_time(string part) =>
        LinearTime.Holds(
            20_000,
            size => "x = " + string.Concat(Enumerable.Repeat(part, size / part.Length)),
            text => TerraformReader.Read(new SourceText(text))
        );
}
