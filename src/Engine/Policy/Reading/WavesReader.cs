using System;
using System.Collections.Immutable;
using System.Linq;
using Governance.Engine.Syntax;
using Governance.Engine.Syntax.Yaml;

namespace Governance.Engine.Policy.Reading;

/// <summary>Reads <c>waves</c>. A wave whose match or date is a mistake is left out: it could begin too early, or everywhere.</summary>
internal static class WavesReader
{
    public static ImmutableArray<Wave> Read(PolicyReading reading, YamlNode node) =>
        ValueReader
            .Items(reading, node, "'waves'", "Write a list of '- { match: ..., from: ..., areas: ... }'")
            ?.Select(item => ReadWave(reading, item))
            .OfType<Wave>()
            .ToImmutableArray()
        ?? ImmutableArray<Wave>.Empty;

    private static Wave? ReadWave(PolicyReading reading, YamlNode node)
    {
        var wave = new Wave(null, null, null, null, ImmutableDictionary<string, Mode>.Empty);
        var isBroken = node is not YamlMapping;
        foreach (var entry in MappingReader.Entries(reading, node, "A wave", PolicyKeys.Wave))
        {
            switch (entry.Key)
            {
                case "match":
                    isBroken |= !TryMatch(reading, entry.Value, ref wave);
                    break;
                case "from":
                    var from = ValueReader.Date(reading, entry.Value, "'from'");
                    isBroken |= from is null;
                    wave = wave with { From = from?.Value };
                    break;
                case "mode":
                    wave = wave with
                    {
                        Mode = ValueReader.Choice(reading, entry.Value, "'mode'", PolicyWords.Modes)?.Value,
                    };
                    break;
                default:
                    wave = wave with { Areas = Areas(reading, entry.Value) };
                    break;
            }
        }

        return isBroken ? null : wave;
    }

    private static bool TryMatch(PolicyReading reading, YamlNode node, ref Wave wave)
    {
        var isValid = node is YamlMapping;
        foreach (var entry in MappingReader.Entries(reading, node, "'match'", PolicyKeys.Match))
        {
            if (entry.Key == "names")
            {
                var names = GlobReader.Set(reading, entry.Value, "'names'");
                isValid &= names is not null;
                wave = wave with { Names = names };
            }
            else
            {
                var topics = ValueReader.Texts(reading, entry.Value, "'topics'");
                isValid &= topics is not null;
                wave = wave with { Topics = topics?.Select(static topic => topic.Value).ToImmutableArray() };
            }
        }

        return isValid;
    }

    private static ImmutableDictionary<string, Mode> Areas(PolicyReading reading, YamlNode node)
    {
        var areas = ImmutableDictionary.CreateBuilder<string, Mode>(StringComparer.Ordinal);
        foreach (var entry in MappingReader.Entries(reading, node, "'areas'"))
        {
            if (!reading.Rules.Areas.Contains(entry.Key, StringComparer.Ordinal))
            {
                var nearest = Spelling.Nearest(entry.Key, reading.Rules.Areas);
                reading.Report(
                    entry.KeySpan,
                    $"There is no area {ValueReader.Quote(entry.Key)}",
                    nearest is null
                        ? $"Take one of: {string.Join(", ", reading.Rules.Areas)}"
                        : $"Did you mean '{nearest}'?"
                );
            }
            else if (ValueReader.Choice(reading, entry.Value, $"'{entry.Key}'", PolicyWords.Modes) is { } mode)
            {
                areas[entry.Key] = mode.Value;
            }
        }

        return areas.ToImmutable();
    }
}
