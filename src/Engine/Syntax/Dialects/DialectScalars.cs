using System;
using System.Collections.Generic;
using System.Collections.Immutable;
using System.Globalization;
using System.Linq;
using Governance.Engine.Syntax.Yaml;

namespace Governance.Engine.Syntax.Dialects;

/// <summary>Judges scalars by their shape.</summary>
internal sealed class DialectScalars(SourceText text, DialectLanguage language, List<DialectProblem> problems)
{
    private const int MostShown = 40;

    /// <summary>Judges a scalar.</summary>
    public void Check(YamlScalar scalar, ScalarShape shape, DialectFrame frame)
    {
        if (scalar.IsNull || scalar.Value.Length == 0)
        {
            if (!shape.AllowsEmpty || (scalar.IsNull && shape.Kind != ScalarKind.Text) || !shape.Values.IsEmpty)
            {
                Report(
                    scalar,
                    $"{DialectValidator.Subject(frame)} has no value",
                    $"Write {shape.Expected} here, or remove it"
                );
            }

            return;
        }

        if (frame.Site is not null && language.Templates.HasExpression(scalar.Value))
        {
            if (shape.Kind != ScalarKind.Text)
            {
                Wrong(scalar, shape, frame);
            }

            return;
        }

        if (!IsOf(scalar, shape.Kind))
        {
            Wrong(scalar, shape, frame);
        }
        else if (shape.IsPositive && !(Number(scalar.Value) > 0))
        {
            Report(
                scalar,
                $"{DialectValidator.Subject(frame)} must be greater than zero, and is {scalar.Value}",
                "Write a number above zero"
            );
        }
        else
        {
            CheckValues(scalar, shape, frame);
            CheckFormat(scalar, shape.Format);
            CheckPattern(scalar, shape.Pattern, frame);
        }
    }

    /// <summary>Judges a text by a format.</summary>
    public void CheckFormat(YamlScalar scalar, string? name)
    {
        if (name is null || language.Format(name) is not { } format)
        {
            return;
        }

        YamlScalarMap? map = null;
        foreach (var problem in format(scalar.Value))
        {
            map ??= YamlScalarMap.Of(text, scalar);
            var span = problem.Length == scalar.Value.Length ? scalar.Span : map.Span(problem.Start, problem.Length);
            problems.Add(new DialectProblem(span, problem.Message, problem.Remedy, scalar.Value) { Format = name });
        }
    }

    /// <summary>A text cut to what a message can hold.</summary>
    public static string Short(string value)
    {
        var line = value.Split('\n')[0].TrimEnd('\r');
        return line.Length > MostShown ? line.Substring(0, MostShown) + "..."
            : line.Length < value.TrimEnd().Length ? line + "..."
            : line;
    }

    private void CheckPattern(YamlScalar scalar, DialectPattern? pattern, DialectFrame frame)
    {
        if (pattern is null || pattern.Matches(scalar.Value))
        {
            return;
        }

        Report(
            scalar,
            $"{DialectValidator.Subject(frame)} must be {pattern.Meaning ?? $"a text that matches {pattern.Text}"}, and is '{Short(scalar.Value)}'",
            $"Write {pattern.Meaning ?? $"what matches {pattern.Text}"}"
        );
    }

    private void CheckValues(YamlScalar scalar, ScalarShape shape, DialectFrame frame)
    {
        if (shape.ValuesOf is null && shape.Values.IsEmpty)
        {
            return;
        }

        var values = shape.ValuesOf is { } use
            ? use.Type.Mapping?.Keys.Select(static key => key.Name).ToImmutableArray() ?? ImmutableArray<string>.Empty
            : shape.Values;
        var comparison = shape.IgnoresCase ? StringComparison.OrdinalIgnoreCase : StringComparison.Ordinal;
        if (values.IsEmpty || values.Any(value => string.Equals(value, scalar.Value, comparison)))
        {
            return;
        }

        var nearest = Spelling.Nearest(scalar.Value, values);
        Report(
            scalar,
            $"'{Short(scalar.Value)}' is no value of {(frame.Index >= 0 ? frame.Parent!.Description : frame.Description)}"
                + (nearest is null ? "" : $"; did you mean '{nearest}'?"),
            nearest is null ? "Use one of " + DialectMappings.List(values) : $"Use '{nearest}'"
        );
    }

    private void Wrong(YamlScalar scalar, ScalarShape shape, DialectFrame frame) =>
        Report(
            scalar,
            $"{DialectValidator.Subject(frame)} must be {shape.Expected}, and is '{Short(scalar.Value)}'",
            $"Write {shape.Expected} here"
        );

    private void Report(YamlScalar scalar, string message, string remedy) =>
        problems.Add(new DialectProblem(scalar.Span, message, remedy, scalar.Value));

    // Quotes make a text of what would be a number or a truth value (https://yaml.org/spec/1.2.2/#103-core-schema).
    private static bool IsOf(YamlScalar scalar, ScalarKind kind) =>
        kind switch
        {
            ScalarKind.Text => true,
            _ when scalar.Style != YamlScalarStyle.Plain => false,
            ScalarKind.Boolean => scalar.Value is "true" or "false" or "True" or "False" or "TRUE" or "FALSE",
            ScalarKind.Integer => Number(scalar.Value) is { } number && Math.Floor(number).Equals(number),
            _ => Number(scalar.Value) is not null,
        };

    private static double? Number(string value) =>
        double.TryParse(value, NumberStyles.Float, CultureInfo.InvariantCulture, out var number) ? number : null;
}
