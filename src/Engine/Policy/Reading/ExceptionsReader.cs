using System;
using System.Collections.Immutable;
using System.Linq;
using Governance.Engine.Repository;
using Governance.Engine.Syntax.Yaml;

namespace Governance.Engine.Policy.Reading;

/// <summary>Reads <c>exceptions</c>. An entry with a mistake excepts nothing: half of one could cover too much.</summary>
internal static class ExceptionsReader
{
    public static ImmutableArray<ExceptionEntry> Read(PolicyReading reading, YamlNode node) =>
        ValueReader
            .Items(reading, node, "'exceptions'", "Write a list of '- { rule: ..., reason: ..., expires: ... }'")
            ?.Select(item => new Fields(reading).Read(item))
            .OfType<ExceptionEntry>()
            .ToImmutableArray()
        ?? ImmutableArray<ExceptionEntry>.Empty;

    /// <summary>The fields of one entry, as far as they are read.</summary>
    private sealed class Fields(PolicyReading reading)
    {
        private Located<string>? _rule;
        private Located<string>? _reason;
        private Located<DateTime>? _expires;
        private string? _approver;
        private string? _ticket;
        private ImmutableArray<string> _paths = ImmutableArray<string>.Empty;
        private GlobSet? _repositories;
        private bool _isBroken;

        public ExceptionEntry? Read(YamlNode node)
        {
            var given = MappingReader.Entries(reading, node, "An exception", PolicyKeys.Exception).ToList();
            foreach (var entry in given)
            {
                Read(entry);
            }

            if (node is not YamlMapping mapping)
            {
                return null;
            }

            // The first key stands for the entry, which may go on for lines.
            var place = mapping.Entries.IsEmpty ? mapping.Span : mapping.Entries[0].Key.Span;
            foreach (var key in new[] { "rule", "reason", "expires" })
            {
                if (given.All(entry => entry.Key != key))
                {
                    _isBroken = true;
                    reading.Report(
                        place,
                        $"The exception has no '{key}' and excepts nothing",
                        $"Add '{key}: {Example(key)}'"
                    );
                }
            }

            return _isBroken || _rule is not { } rule || _reason is not { } reason || _expires is not { } expires
                ? null
                : new ExceptionEntry(
                    new PolicyException(
                        rule.Value,
                        _paths,
                        reason.Value,
                        _approver,
                        _ticket,
                        expires.Value,
                        reading.At(rule.Span)
                    )
                    {
                        IsOrganisations = reading.IsOrganisation,
                    },
                    _repositories
                );
        }

        private void Read(KeyedNode entry)
        {
            var what = $"'{entry.Key}'";
            switch (entry.Key)
            {
                case "rule":
                    _rule = Rule(ValueReader.Text(reading, entry.Value, what));
                    break;
                case "reason":
                    _reason = ValueReader.Text(reading, entry.Value, what);
                    break;
                case "expires":
                    _expires = ValueReader.Date(reading, entry.Value, what);
                    break;
                case "approver":
                    _approver = ValueReader.Text(reading, entry.Value, what)?.Value;
                    break;
                case "ticket":
                    _ticket = ValueReader.Text(reading, entry.Value, what)?.Value;
                    break;
                case "paths":
                    _paths = GlobReader.Patterns(reading, entry.Value, what) ?? ImmutableArray<string>.Empty;
                    _isBroken |= _paths.IsEmpty;
                    ReportEmpty(entry, "Remove the key to except the whole repository, or name paths");
                    break;
                default:
                    _repositories = GlobReader.Set(reading, entry.Value, what);
                    _isBroken |= _repositories is null;
                    ReportEmpty(entry, "Remove the key to except all repositories, or name some");
                    break;
            }
        }

        private void ReportEmpty(KeyedNode entry, string remedy)
        {
            if (entry.Value is YamlSequence { Items.IsEmpty: true })
            {
                reading.Report(entry.Value.Span, $"'{entry.Key}' is empty, so that nothing is excepted", remedy);
            }
        }

        private Located<string>? Rule(Located<string>? written)
        {
            if (written is not { } text)
            {
                return null;
            }

            if (reading.Rules.CanonicalId(text.Value) is not { } id)
            {
                reading.Report(
                    text.Span,
                    $"There is no rule {ValueReader.Quote(text.Value)}",
                    reading.Rules.RemedyFor(text.Value)
                );
                return null;
            }

            if (!KnownRules.IsExceptable(id))
            {
                reading.Report(
                    text.Span,
                    $"Findings of {id} are about the policy or the tool and cannot be excepted",
                    "Mend what it reports, or set the rule's mode under 'rules'"
                );
                return null;
            }

            return new Located<string>(id, text.Span);
        }

        private static string Example(string key) =>
            key switch
            {
                "rule" => "GOV0101",
                "reason" => "why this is accepted",
                _ => "2027-01-31",
            };
    }
}
