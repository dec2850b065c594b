using System.Collections.Immutable;
using System.Linq;
using Governance.Engine.Repository;
using Governance.Engine.Syntax;
using Governance.Engine.Syntax.Dialects;
using Governance.Engine.Syntax.Yaml;

namespace Governance.Engine.Policy.Reading;

/// <summary>Reads <c>dialects</c>. An entry with a mistake is left out: half a dialect would refuse what the whole one accepts.</summary>
internal static class DialectsReader
{
    /// <summary>What to do about a mistake in a description.</summary>
    public const string Remedy = "Mend the dialect; until then it does not count";

    public static ImmutableArray<DeclaredDialect> Read(PolicyReading reading, YamlNode node, SourceText text) =>
        ValueReader
            .Items(reading, node, "'dialects'", "Write a list of '- { dialect: ..., paths: [...] }'")
            ?.Select(item => ReadOne(reading, item, text))
            .OfType<DeclaredDialect>()
            .ToImmutableArray()
        ?? ImmutableArray<DeclaredDialect>.Empty;

    private static DeclaredDialect? ReadOne(PolicyReading reading, YamlNode node, SourceText text)
    {
        GlobSet? paths = null;
        YamlNode? dialect = null;
        foreach (var entry in MappingReader.Entries(reading, node, "A dialect", PolicyKeys.Dialect))
        {
            if (entry.Key == "paths")
            {
                paths = GlobReader.Set(reading, entry.Value, "'paths'");
                if (paths is null)
                {
                    return null;
                }
            }
            else
            {
                dialect = entry.Value;
            }
        }

        if (node is not YamlMapping)
        {
            return null;
        }

        if (dialect is null || paths is null)
        {
            reading.Report(
                node.Span,
                $"A dialect has no '{(dialect is null ? "dialect" : "paths")}'",
                "Write '{ dialect: PATH, paths: [GLOB] }'"
            );
            return null;
        }

        var declared = new DeclaredDialect(reading.Layer, paths, reading.At(dialect.Span));
        return dialect is YamlMapping described
            ? InPlace(reading, declared, described, text)
            : InFile(reading, declared, dialect);
    }

    private static DeclaredDialect? InPlace(
        PolicyReading reading,
        DeclaredDialect declared,
        YamlMapping described,
        SourceText text
    )
    {
        var dialect = DialectReader.Read(described, DialectLanguage.Plain);
        foreach (var problem in dialect.Problems)
        {
            reading.Report(problem.Span, Sentence(problem.Message), Remedy);
        }

        return dialect.Problems.IsEmpty ? declared with { InPlace = dialect, Text = text.Slice(described.Span) } : null;
    }

    private static DeclaredDialect? InFile(PolicyReading reading, DeclaredDialect declared, YamlNode node)
    {
        if (ValueReader.Text(reading, node, "'dialect'") is not { } path)
        {
            return null;
        }

        if (RepositoryPath.Resolve("", path.Value) is { Length: > 0 } file)
        {
            return declared with { File = file };
        }

        reading.Report(
            path.Span,
            $"{ValueReader.Quote(path.Value)} is no path of the repository",
            "Write it from the root, with '/' and without '..'"
        );
        return null;
    }

    /// <summary>The message of a dialect's reader as a sentence of its own.</summary>
    public static string Sentence(string message) => char.ToUpperInvariant(message[0]) + message.Substring(1);
}
