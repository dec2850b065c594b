using System;
using System.Collections.Immutable;
using System.Linq;
using Governance.Engine.Syntax.Yaml;

namespace Governance.Engine.Policy.Reading;

/// <summary>Reads <c>environments</c>.</summary>
internal static class EnvironmentsReader
{
    public static ProductionLayer? Read(PolicyReading reading, YamlNode node)
    {
        foreach (var entry in MappingReader.Entries(reading, node, "'environments'", PolicyKeys.Environments))
        {
            return Production(reading, entry.Value);
        }

        return null;
    }

    private static ProductionLayer Production(PolicyReading reading, YamlNode node)
    {
        var layer = new ProductionLayer(null, null, null, null);
        foreach (var entry in MappingReader.Entries(reading, node, "'production'", PolicyKeys.Production))
        {
            layer = entry.Key switch
            {
                "names" => layer with { Names = Texts(reading, entry) },
                "branches" => layer with { Branches = Branches(reading, entry) },
                "files" => layer with { Files = GlobReader.Patterns(reading, entry.Value, "'files'") },
                _ => layer with { ServiceConnections = Texts(reading, entry) },
            };
        }

        return layer;
    }

    private static ImmutableArray<string>? Texts(PolicyReading reading, KeyedNode entry) =>
        ValueReader.Texts(reading, entry.Value, $"'{entry.Key}'")?.Select(static text => text.Value).ToImmutableArray();

    private static ImmutableArray<string>? Branches(PolicyReading reading, KeyedNode entry)
    {
        if (ValueReader.Texts(reading, entry.Value, $"'{entry.Key}'") is not { } texts)
        {
            return null;
        }

        foreach (var text in texts.Where(static text => !IsFullName(text.Value)))
        {
            reading.Report(
                text.Span,
                $"The branch {ValueReader.Quote(text.Value)} is not named in full",
                $"Write {ValueReader.Quote("refs/heads/" + text.Value.TrimStart('/'))}"
            );
        }

        return texts.Select(static text => text.Value).Where(IsFullName).ToImmutableArray();
    }

    private static bool IsFullName(string branch) => branch.StartsWith("refs/", StringComparison.Ordinal);
}
