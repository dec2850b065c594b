using System;
using Governance.Engine.Syntax.Yaml;

namespace Governance.Engine.Syntax.Dialects;

/// <summary>Reads what a type of a dialect says of scalars.</summary>
/// <param name="language">What the files of the dialect are written in.</param>
/// <param name="problem">Takes a mistake and its place.</param>
/// <param name="use">Reads the use of a type.</param>
internal sealed class DialectScalarReader(
    DialectLanguage language,
    Action<string, SourceSpan> problem,
    Func<YamlNode?, string, DialectUse> use
)
{
    /// <summary>The scalars of a type; null where there may be none.</summary>
    public ScalarShape? Read(YamlMapping spec, bool allowsEmpty)
    {
        if (spec["scalar"] is not { } written)
        {
            return null;
        }

        ScalarKind? kind = DialectReader.Word(written) switch
        {
            "text" => ScalarKind.Text,
            "boolean" => ScalarKind.Boolean,
            "integer" => ScalarKind.Integer,
            "number" => ScalarKind.Number,
            _ => null,
        };
        if (kind is null)
        {
            problem("a scalar is one of text, boolean, integer, number", written.Span);
        }

        return new ScalarShape(kind ?? ScalarKind.Text)
        {
            AllowsEmpty = allowsEmpty,
            IsPositive = spec.Text("positive") == "true",
            Values = DialectReader.Words(spec["values"]),
            ValuesOf = spec.Has("values-of") ? use(spec["values-of"], "") : null,
            IgnoresCase = spec.Text("ignore-case") == "true",
            Format = Format(spec, "format"),
            Pattern = Pattern(spec),
        };
    }

    private DialectPattern? Pattern(YamlMapping spec)
    {
        if (spec["pattern"] is not { } written)
        {
            return null;
        }

        if (!DialectPattern.TryParse(DialectReader.Word(written), spec.Text("means"), out var pattern, out var error))
        {
            problem($"the pattern '{DialectScalars.Short(DialectReader.Word(written))}' {error}", written.Span);
        }

        return pattern;
    }

    /// <summary>The name of a format that a type has under a key; null where it has none.</summary>
    public string? Format(YamlMapping spec, string key)
    {
        if (spec[key] is not { } written)
        {
            return null;
        }

        if (language.Format(DialectReader.Word(written)) is null)
        {
            problem($"no format is called '{DialectReader.Word(written)}'", written.Span);
        }

        return DialectReader.Word(written);
    }
}
