using System.Collections.Generic;
using System.Linq;
using Governance.Engine.Syntax.Yaml;

namespace Governance.Engine.Syntax.Dialects;

/// <summary>Judges mappings by their shape.</summary>
internal sealed class DialectMappings(
    DialectValidator validator,
    DialectScalars scalars,
    ITemplateGrammar templates,
    List<DialectProblem> problems
)
{
    private const int MostListed = 12;
    private const int MostChoices = 16;

    /// <summary>Judges a mapping.</summary>
    public void Visit(YamlMapping mapping, DialectFrame frame) => Visit(mapping, frame, 0);

    private void Visit(YamlMapping mapping, DialectFrame frame, int choices)
    {
        var type = frame.Type;
        if (!type.Choices.IsEmpty)
        {
            if (Choose(mapping, type) is { } chosen)
            {
                // Types that lead to each other without end say nothing.
                if (choices < MostChoices)
                {
                    Visit(mapping, frame with { Type = chosen, DeclaredAs = type }, choices + 1);
                }

                return;
            }

            if (type.NoChoice is { } message)
            {
                if (!MayBring(mapping, type) && !IsRefusal(mapping))
                {
                    NoChoice(mapping, type, message, frame);
                }

                return;
            }
        }

        validator.Hear(mapping, frame);
        if (type.Mapping is { } shape)
        {
            if (mapping.Entries.IsEmpty && !shape.AllowsEmpty)
            {
                problems.Add(
                    new DialectProblem(
                        mapping.Span,
                        $"{DialectValidator.Subject(frame)} is empty",
                        "Write what belongs into it, or remove it",
                        "{}"
                    )
                );
                return;
            }

            var keys = Entries(mapping, shape, frame);
            Exclude(shape, keys, frame);
            if (!frame.IsPart)
            {
                Complete(shape, keys, frame);
            }
        }
        else if (type.IsAnything)
        {
            Entries(mapping, new MappingShape { Others = Anything(type) }, frame);
        }
        else
        {
            validator.WrongKind(frame, "a mapping");
        }
    }

    /// <summary>Tells of the expression in a directive.</summary>
    public void Directive(YamlScalar key, DialectFrame frame) => validator.Hear(key, "directive", frame);

    /// <summary>Words as a list, cut where it gets long.</summary>
    public static string List(IEnumerable<string> words)
    {
        var all = words.Select(static word => $"'{word}'").ToList();
        return all.Count <= MostListed
            ? string.Join(", ", all)
            : string.Join(", ", all.Take(MostListed)) + $" and {all.Count - MostListed} more";
    }

    // Under a condition, a sentence in place of a key is how people have the service refuse a file with a message of theirs.
    private bool IsRefusal(YamlMapping mapping) =>
        mapping.Entries.Length == 1 && mapping.Entries[0].Key is YamlScalar key && IsRefusal(key);

    private bool IsRefusal(YamlScalar key) => validator.IsUnderDirective && key.Value.Contains(" ");

    // Whether a key that chooses may come from a directive or be made by an expression.
    private bool MayBring(YamlMapping mapping, DialectType type) =>
        mapping.Entries.Any(entry =>
            entry.Key is YamlScalar key
            && (
                templates.IsDirective(key)
                    ? entry.Value is not YamlMapping more
                        || MayBring(more, type)
                        || type.Choices.Any(choice => more.Find(choice.Key) is not null)
                    : templates.HasExpression(key.Value)
            )
        );

    // Where keys of several types stand together, the last one written says what was meant, unless the dialect goes by the first.
    private static DialectType? Choose(YamlMapping mapping, DialectType type)
    {
        DialectType? chosen = null;
        foreach (var entry in mapping.Entries)
        {
            chosen = (entry.Key is YamlScalar key ? type.ChoiceOf(key.Value) : null) ?? chosen;
            if (chosen is not null && type.FirstDecides)
            {
                return chosen;
            }
        }

        return chosen;
    }

    // A key that is nearly one of those that decide is the mistake; else it is what is missing.
    private void NoChoice(YamlMapping mapping, DialectType type, string message, DialectFrame frame)
    {
        var words = type.Choices.Select(static choice => choice.Key).ToList();
        foreach (var key in mapping.Entries.Select(static entry => entry.Key).OfType<YamlScalar>())
        {
            var isKnown = type.Choices.Any(choice => choice.Then.Type.Mapping?.Find(key.Value) is not null);
            if (!isKnown && Spelling.Nearest(key.Value, words) is { } nearest)
            {
                problems.Add(
                    new DialectProblem(
                        key.Span,
                        $"Unknown key '{DialectScalars.Short(key.Value)}' in {frame.Description}; did you mean '{nearest}'?",
                        $"Write '{nearest}'",
                        key.Value
                    )
                );
                return;
            }
        }

        var first = mapping.Entries.IsEmpty ? mapping.Span : mapping.Entries[0].Key.Span;
        problems.Add(new DialectProblem(frame.Key?.Span ?? first, message, "Add one of " + List(words), "choice"));
    }

    /// <summary>More of a type that may be anything, at the same site.</summary>
    public static DialectUse Anything(DialectType type)
    {
        var use = new DialectUse(type.Name, DialectUse.SameSite);
        use.Resolve(type);
        return use;
    }

    private MappingKeys Entries(YamlMapping mapping, MappingShape shape, DialectFrame frame)
    {
        var keys = new MappingKeys(shape.IgnoresCase);
        foreach (var entry in mapping.Entries)
        {
            if (entry.Key is not YamlScalar key)
            {
                problems.Add(
                    new DialectProblem(
                        entry.Key.Span,
                        $"A key of {frame.Description} must be a text",
                        "Write a text here",
                        "key"
                    )
                );
                continue;
            }

            if (templates.IsDirective(key))
            {
                keys.IsOpen = true;
                Directive(key, frame);
                if (entry.Value is YamlMapping more)
                {
                    validator.UnderDirective(() => Entries(more, shape, frame));
                }

                continue;
            }

            if (frame.Site is not null && templates.HasExpression(key.Value))
            {
                keys.IsOpen = true;
                MadeKey(key, entry.Value, shape, frame);
                continue;
            }

            if (keys.Find(key.Value) is { } first)
            {
                Duplicate(key, first, frame);
                continue;
            }

            keys.Add(key);
            Entry(key, entry.Value, shape, keys, frame);
        }

        return keys;
    }

    private void Entry(YamlScalar key, YamlNode value, MappingShape shape, MappingKeys keys, DialectFrame frame)
    {
        if (shape.Find(key.Value) is { } known)
        {
            validator.Visit(value, known.Use, frame, key, -1);
        }
        else if (shape.Others is { } others)
        {
            scalars.CheckFormat(key, shape.KeyFormat);
            validator.Visit(value, others, frame, key, -1);
        }
        else
        {
            Unknown(key, shape, keys, frame);
        }
    }

    // A key that an expression makes may be any.
    private void MadeKey(YamlScalar key, YamlNode value, MappingShape shape, DialectFrame frame)
    {
        validator.Hear(key, frame.Site!, frame);
        if (shape.Others is { } others)
        {
            validator.Visit(value, others, frame, key, -1);
        }
    }

    private void Unknown(YamlScalar key, MappingShape shape, MappingKeys keys, DialectFrame frame)
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

        if (IsRefusal(key))
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
                    : "Remove it, or use one of " + List(words),
                key.Value
            )
        );
    }

    private void Duplicate(YamlScalar key, YamlScalar first, DialectFrame frame)
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

    private void Exclude(MappingShape shape, MappingKeys keys, DialectFrame frame)
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
