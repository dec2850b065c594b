using System.Collections.Generic;
using System.Collections.Immutable;
using System.Linq;
using Governance.Engine.Syntax.Infrastructure;

namespace Governance.Engine.Syntax.Terraform;

/// <summary>
/// Reads what a file of Terraform, or of values for its variables (<c>.tfvars</c>), declares
/// (https://developer.hashicorp.com/terraform/language/syntax/configuration). It never throws, and keeps what it can read. A
/// resource's type is Terraform's (<c>azurerm_role_assignment</c>), what a block says is its body with the blocks within as members, and a
/// data source is a resource that exists.
/// </summary>
public static class TerraformReader
{
    /// <summary>Reads a file.</summary>
    public static InfraTemplate Read(SourceText text)
    {
        var parser = new TerraformParser(text.Text);
        var blocks = new List<TerraformBlock>();
        var attributes = parser.Body(isFile: true, blocks);
        return new InfraTemplate
        {
            Resources = blocks.Where(IsResource).Select(Resource).ToImmutableArray(),
            Modules = blocks
                .Where(static block => block.Type == "module" && block.Body["source"] is InfraText)
                .Select(static block => new InfraModule(((InfraText)block.Body["source"]!).Text, block.Body))
                .ToImmutableArray(),
            // A file of values has attributes alone.
            Parameters = blocks
                .Where(static block => block is { Type: "variable", Labels.Length: 1 })
                .Select(static block => new InfraMember(
                    block.Labels[0],
                    block.Body["default"] ?? new InfraExpression("", block.Body.Start, block.Body.Start)
                ))
                .Concat(attributes)
                .ToImmutableArray(),
            Variables = blocks
                .Where(static block => block.Type == "locals")
                .SelectMany(static block => block.Body.Members)
                .ToImmutableArray(),
            Problem = parser.Problem is { } problem
                ? new SyntaxProblem(problem.Message, text.Span(problem.At, 0))
                : null,
        };
    }

    private static bool IsResource(TerraformBlock block) => block is { Type: "resource" or "data", Labels.Length: 2 };

    private static InfraResource Resource(TerraformBlock block) =>
        new(block.Labels[1], block.Labels[0], block.Body, block.Type == "data");
}
