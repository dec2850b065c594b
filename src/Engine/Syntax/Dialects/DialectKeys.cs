using System.Collections.Generic;
using System.Linq;
using Governance.Engine.Syntax.Yaml;

namespace Governance.Engine.Syntax.Dialects;

/// <summary>Tells of keys that are unknown, stand twice, are missing, or exclude each other.</summary>
internal sealed class DialectKeys(DialectChoices choices, List<DialectProblem> problems)
{
    /// <summary>Reports a key that has no meaning.</summary>
    public void Unknown(YamlScalar key, MappingShape shape, MappingKeys keys, DialectFrame frame)
    {
        if (frame.Type.Elsewhere.FirstOrDefault(hint => hint.Key == key.Value) is { } hint)
        {
            problems.Add(
                new DialectProblem(
                    key.Span,
                    $"'{key.Value}' does not belong in {frame.Description}",
                    hint.Remedy,
                    key.Value
                )
            );
            return;
        }

        if (choices.IsRefusal(key))
        {
            return;
        }

        var words = shape.Keys.Select(static known => known.Name).ToList();
        var nearest = Spelling.Nearest(key.Value, words);
        keys.Meant(nearest);

        problems.Add(
            new DialectProblem(
                key.Span,
                $"Unknown key '{DialectScalars.Short(key.Value)}' in {frame.Description}"
                    + (nearest is null ? "" : $"; did you mean '{nearest}'?"),
                nearest is not null ? $"Write '{nearest}'"
                    : words.Count == 1 ? $"Remove it; the only key here is '{words[0]}'"
                    : "Remove it, or use one of " + DialectMappings.List(words),
                key.Value
            )
        );
    }

    /// <summary>Reports a key that stands twice.</summary>
    public void Duplicate(YamlScalar key, YamlScalar first, DialectFrame frame)
    {
        var how = key.Value == first.Value ? "" : $", as '{first.Value}': case does not count here";
        problems.Add(
            new DialectProblem(
                key.Span,
                $"The key '{DialectScalars.Short(key.Value)}' stands twice in {frame.Description}; it is first written in line {first.Span.StartLine}{how}",
                "Remove one of the two, or give it another name",
                key.Value
            )
        );
    }

    /// <summary>Reports the keys that are missing.</summary>
    public void Complete(MappingShape shape, MappingKeys keys, DialectFrame frame)
    {
        var first = frame.Node is YamlMapping { Entries.IsEmpty: false } mapping
            ? mapping.Entries[0].Key.Span
            : frame.Node.Span;
        foreach (var name in shape.Required)
        {
            if (keys.Lacks(name))
            {
                problems.Add(
                    new DialectProblem(
                        frame.Key?.Span ?? first,
                        $"{DialectValidator.Subject(frame)} has no '{name}'",
                        $"Add '{name}'",
                        name
                    )
                );
            }
        }
    }

    /// <summary>Reports keys of which only one may be there.</summary>
    public void Exclude(MappingShape shape, MappingKeys keys, DialectFrame frame)
    {
        foreach (var group in shape.Exclusive)
        {
            if (!keys.HasTwoOf(group))
            {
                continue;
            }

            var there = group.Select(keys.Find).OfType<YamlScalar>().OrderBy(static key => key.Span).ToList();
            foreach (var key in there.Skip(1))
            {
                problems.Add(
                    new DialectProblem(
                        key.Span,
                        $"{DialectValidator.Subject(frame)} cannot have both '{there[0].Value}' and '{key.Value}'",
                        "Keep one of the two",
                        key.Value
                    )
                );
            }
        }
    }
}
