using System.Collections.Immutable;
using Governance.Engine.Syntax.Infrastructure;

namespace Governance.Engine.Syntax.Bicep;

/// <summary>
/// Reads what a Bicep file, or a file of parameters for one, declares
/// (https://learn.microsoft.com/azure/azure-resource-manager/bicep/file). It never throws, and keeps what it can read.
/// </summary>
public static class BicepReader
{
    /// <summary>Reads a file.</summary>
    public static InfraTemplate Read(SourceText text)
    {
        var source = text.Text;
        var parser = new BicepValueParser(source, BicepLexer.Scan(source));
        var resources = ImmutableArray.CreateBuilder<InfraResource>();
        var modules = ImmutableArray.CreateBuilder<InfraModule>();
        var parameters = ImmutableArray.CreateBuilder<InfraMember>();
        var variables = ImmutableArray.CreateBuilder<InfraMember>();
        string? @using = null;
        while (parser.Next.Kind != BicepTokenKind.End)
        {
            if (parser.Next.Kind == BicepTokenKind.LineEnd)
            {
                parser.At++;
            }
            else if (parser.Sees("resource"))
            {
                if (parser.Resource() is { } resource)
                {
                    resources.Add(resource);
                }
            }
            else if (parser.Sees("module"))
            {
                if (Module(parser) is { } module)
                {
                    modules.Add(module);
                }
            }
            else if (parser.Sees("param"))
            {
                parameters.Add(Named(parser, hasType: true));
            }
            else if (parser.Sees("var"))
            {
                variables.Add(Named(parser, hasType: false));
            }
            else if (parser.Sees("using") && parser.AfterNext.Kind == BicepTokenKind.Text)
            {
                @using = BicepLexer.ValueOf(source, parser.AfterNext);
                parser.At += 2;
            }
            else
            {
                SkipStatement(parser);
            }

            resources.AddRange(parser.TakeNested());
        }

        return new InfraTemplate
        {
            Resources = resources.ToImmutable(),
            Modules = modules.ToImmutable(),
            Parameters = parameters.ToImmutable(),
            Variables = variables.ToImmutable(),
            Using = @using,
            Problem = parser.NotClosedAt is { } start
                ? new SyntaxProblem($"this '{source[start]}' is not closed", text.Span(start, 1))
                : null,
        };
    }

    // module name 'path' = { name: ..., params: { ... } }
    private static InfraModule? Module(BicepValueParser parser)
    {
        parser.At += 2;
        if (parser.Next.Kind != BicepTokenKind.Text)
        {
            return null;
        }

        var path = BicepLexer.ValueOf(parser.Source, parser.Tokens[parser.At++]);
        if (!parser.Sees("="))
        {
            return null;
        }

        parser.At++;
        parser.SkipLineEnds();
        var body = BicepValueParser.Repeated(parser.Value());
        return new InfraModule(path, body?["params"] as InfraObject);
    }

    // param name type = default, param name = value (in a file of parameters), var name = value
    private static InfraMember Named(BicepValueParser parser, bool hasType)
    {
        parser.At++;
        var token = parser.Next;
        var name = token.Kind == BicepTokenKind.Word ? token.In(parser.Source) : "";
        parser.At += token.Kind is BicepTokenKind.End or BicepTokenKind.LineEnd ? 0 : 1;
        while (hasType && !parser.Sees("=") && parser.Next.Kind is not (BicepTokenKind.LineEnd or BicepTokenKind.End))
        {
            if (parser.Sees("{") || parser.Sees("[") || parser.Sees("("))
            {
                parser.SkipBrackets();
            }
            else
            {
                parser.At++;
            }
        }

        if (!parser.Sees("="))
        {
            return new InfraMember(name, new InfraExpression("", token.End, token.End));
        }

        parser.At++;
        parser.SkipLineEnds();
        return new InfraMember(name, parser.Value());
    }

    private static void SkipStatement(BicepValueParser parser)
    {
        var before = parser.At;
        parser.Value();
        parser.At += parser.At == before ? 1 : 0;
    }
}
