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
        var cursor = new BicepCursor(source, BicepLexer.Scan(source));
        var parser = new BicepValueParser(cursor);
        var resources = ImmutableArray.CreateBuilder<InfraResource>();
        var modules = ImmutableArray.CreateBuilder<InfraModule>();
        var parameters = ImmutableArray.CreateBuilder<InfraMember>();
        var variables = ImmutableArray.CreateBuilder<InfraMember>();
        string? @using = null;
        while (cursor.Next.Kind != InfraTokenKind.End)
        {
            if (cursor.Next.Kind == InfraTokenKind.LineEnd)
            {
                cursor.At++;
            }
            else if (cursor.Sees("resource"))
            {
                if (parser.Resource() is { } resource)
                {
                    resources.Add(resource);
                }
            }
            else if (cursor.Sees("module"))
            {
                if (Module(cursor, parser) is { } module)
                {
                    modules.Add(module);
                }
            }
            else if (cursor.Sees("param"))
            {
                parameters.Add(Named(cursor, parser, hasType: true));
            }
            else if (cursor.Sees("var"))
            {
                variables.Add(Named(cursor, parser, hasType: false));
            }
            else if (cursor.Sees("using") && cursor.AfterNext.Kind == InfraTokenKind.Text)
            {
                @using = BicepLexer.ValueOf(source, cursor.AfterNext);
                cursor.At += 2;
            }
            else
            {
                SkipStatement(cursor, parser);
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
            Problem = cursor.NotClosedAt is { } start
                ? new SyntaxProblem($"this '{source[start]}' is not closed", text.Span(start, 1))
                : null,
        };
    }

    // module name 'path' = { name: ..., params: { ... } }
    private static InfraModule? Module(BicepCursor cursor, BicepValueParser parser)
    {
        cursor.At += 2;
        if (cursor.Next.Kind != InfraTokenKind.Text)
        {
            return null;
        }

        var path = BicepLexer.ValueOf(cursor.Source, cursor.Take());
        if (!cursor.Sees("="))
        {
            return null;
        }

        cursor.At++;
        cursor.SkipLineEnds();
        var body = BicepValueParser.Repeated(parser.Value());
        return new InfraModule(path, body?["params"] as InfraObject);
    }

    // param name type = default, param name = value (in a file of parameters), var name = value
    private static InfraMember Named(BicepCursor cursor, BicepValueParser parser, bool hasType)
    {
        cursor.At++;
        var token = cursor.Next;
        var name = token.Kind == InfraTokenKind.Word ? token.In(cursor.Source) : "";
        cursor.At += token.Kind is InfraTokenKind.End or InfraTokenKind.LineEnd ? 0 : 1;
        while (hasType && !cursor.Sees("=") && cursor.Next.Kind is not (InfraTokenKind.LineEnd or InfraTokenKind.End))
        {
            cursor.SkipBrackets();
        }

        if (!cursor.Sees("="))
        {
            return new InfraMember(name, new InfraExpression("", token.End, token.End));
        }

        cursor.At++;
        cursor.SkipLineEnds();
        return new InfraMember(name, parser.Value());
    }

    private static void SkipStatement(BicepCursor cursor, BicepValueParser parser)
    {
        var before = cursor.At;
        parser.Value();
        cursor.At += cursor.At == before ? 1 : 0;
    }
}
