using System.Collections.Generic;
using System.Linq;
using Governance.Engine.Syntax.Yaml;

namespace Governance.Engine.Syntax.Dialects;

/// <summary>Judges mappings by their shape.</summary>
internal sealed class DialectMappings(
    DialectValidator validator,
    DialectScalars scalars,
    ITemplateGrammar templates,
    DialectChoices choices,
    DialectKeys keyProblems,
    List<DialectProblem> problems
)
{
    private const int MostListed = 12;
    private const int MostChoices = 16;

    /// <summary>Judges a mapping.</summary>
    public void Visit(YamlMapping mapping, DialectFrame frame) => Visit(mapping, frame, 0);

    private void Visit(YamlMapping mapping, DialectFrame frame, int depth)
    {
        var type = frame.Type;
        if (!type.Choices.IsEmpty)
        {
            if (DialectChoices.Choose(mapping, type) is { } chosen)
            {
                // Types that lead to each other without end say nothing.
                if (depth < MostChoices)
                {
                    Visit(mapping, frame with { Type = chosen, DeclaredAs = type }, depth + 1);
                }

                return;
            }

            if (type.NoChoice is { } message)
            {
                choices.CheckWithout(mapping, type, message, frame);
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
            keyProblems.Exclude(shape, keys, frame);
            if (!frame.IsPart)
            {
                keyProblems.Complete(shape, keys, frame);
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
                keyProblems.Duplicate(key, first, frame);
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
            keyProblems.Unknown(key, shape, keys, frame);
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
}
