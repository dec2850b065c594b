using System.Collections.Generic;
using System.Collections.Immutable;
using Governance.Engine.Syntax;
using Governance.Engine.Syntax.Yaml;

namespace Governance.Engine.Policy.Reading;

/// <summary>Reads <c>exceptionPolicy</c>.</summary>
internal static class ExceptionRulesReader
{
    /// <summary>What an exception may be required to name.</summary>
    public static ImmutableArray<string> Requirable { get; } = ImmutableArray.Create("approver", "ticket");

    /// <summary>The words of <c>inline</c>.</summary>
    public static ImmutableArray<KeyValuePair<string, bool>> InlineWords { get; } =
        ImmutableArray.Create(
            new KeyValuePair<string, bool>("allow", true),
            new KeyValuePair<string, bool>("forbid", false)
        );

    /// <summary>The demands, and whether comments may except findings; null where nothing is said of it.</summary>
    public static (ExceptionRules Rules, bool? InlineAllowed) Read(PolicyReading reading, YamlNode node)
    {
        var rules = ExceptionRules.None;
        bool? inline = null;
        foreach (var entry in MappingReader.Entries(reading, node, "'exceptionPolicy'", PolicyKeys.ExceptionPolicy))
        {
            switch (entry.Key)
            {
                case "require":
                    rules = Required(reading, entry.Value, rules);
                    break;
                case "maxDays":
                    rules = rules with { MaxDays = ValueReader.Count(reading, entry.Value, "'maxDays'")?.Value };
                    break;
                default:
                    inline = ValueReader.Choice(reading, entry.Value, "'inline'", InlineWords)?.Value;
                    break;
            }
        }

        // A comment cannot name what is required, so that it would be the way round.
        var demandsNames = rules.RequireApprover || rules.RequireTicket;
        return (rules, inline ?? (demandsNames ? false : null));
    }

    private static ExceptionRules Required(PolicyReading reading, YamlNode node, ExceptionRules rules)
    {
        foreach (var text in ValueReader.Texts(reading, node, "'require'") ?? ImmutableArray<Located<string>>.Empty)
        {
            switch (text.Value)
            {
                case "approver":
                    rules = rules with { RequireApprover = true };
                    break;
                case "ticket":
                    rules = rules with { RequireTicket = true };
                    break;
                default:
                    var nearest = Spelling.Nearest(text.Value, Requirable);
                    reading.Report(
                        text.Span,
                        $"{ValueReader.Quote(text.Value)} cannot be required of exceptions",
                        nearest is null ? $"Take one of: {string.Join(", ", Requirable)}" : $"Did you mean '{nearest}'?"
                    );
                    break;
            }
        }

        return rules;
    }
}
