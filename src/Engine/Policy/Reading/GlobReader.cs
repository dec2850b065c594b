using System.Collections.Immutable;
using System.Linq;
using Governance.Engine.Repository;
using Governance.Engine.Syntax.Yaml;

namespace Governance.Engine.Policy.Reading;

/// <summary>Reads lists of globs; an invalid one is a problem and left out.</summary>
internal static class GlobReader
{
    public static ImmutableArray<Glob>? Globs(PolicyReading reading, YamlNode node, string what)
    {
        if (ValueReader.Texts(reading, node, what) is not { } texts)
        {
            return null;
        }

        var globs = ImmutableArray.CreateBuilder<Glob>(texts.Length);
        foreach (var text in texts)
        {
            if (Glob.TryParse(text.Value, out var glob, out var error))
            {
                globs.Add(glob);
            }
            else
            {
                reading.Report(
                    text.Span,
                    $"The pattern {ValueReader.Quote(text.Value)} {error}",
                    "Write a pattern as .gitignore has them, without '!'"
                );
            }
        }

        return globs.ToImmutable();
    }

    /// <summary>The patterns as written.</summary>
    public static ImmutableArray<string>? Patterns(PolicyReading reading, YamlNode node, string what) =>
        Globs(reading, node, what)?.Select(static glob => glob.Pattern).ToImmutableArray();

    /// <summary>
    /// The set of a list. One that lost all its patterns to mistakes is null like one that could not be read: it must
    /// not come to mean "everywhere".
    /// </summary>
    public static GlobSet? Set(PolicyReading reading, YamlNode node, string what) =>
        Globs(reading, node, what) is { IsEmpty: false } globs ? new GlobSet(globs) : null;
}
