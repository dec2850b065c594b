using System.Collections.Generic;
using System.Linq;
using Governance.Engine.Syntax.Yaml;

namespace Governance.Engine.Syntax.Dialects;

/// <summary>Tells of which type a mapping is where its keys choose, and what is wrong where none of them does.</summary>
internal sealed class DialectChoices(
    DialectValidator validator,
    ITemplateGrammar templates,
    List<DialectProblem> problems
)
{
    /// <summary>
    /// The type that the keys of a mapping choose; null where none does. Where keys of several types stand together, the last one written says what
    /// was meant, unless the dialect goes by the first.
    /// </summary>
    public static DialectType? Choose(YamlMapping mapping, DialectType type)
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

    /// <summary>Reports that no key chooses, where nothing may bring one.</summary>
    public void CheckWithout(YamlMapping mapping, DialectType type, string message, DialectFrame frame)
    {
        if (!MayBring(mapping, type) && !IsRefusal(mapping))
        {
            NoChoice(mapping, type, message, frame);
        }
    }

    // Under a condition, a sentence in place of a key is how people have the service refuse a file with a message of theirs.
    private bool IsRefusal(YamlMapping mapping) =>
        mapping.Entries.Length == 1 && mapping.Entries[0].Key is YamlScalar key && IsRefusal(key);

    /// <summary>Whether a key is a message to whoever runs the file.</summary>
    public bool IsRefusal(YamlScalar key) => validator.IsUnderDirective && key.Value.Contains(" ");

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
        problems.Add(
            new DialectProblem(frame.Key?.Span ?? first, message, "Add one of " + DialectMappings.List(words), "choice")
        );
    }
}
