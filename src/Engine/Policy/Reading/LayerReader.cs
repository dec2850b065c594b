using System;
using System.Collections.Immutable;
using System.Globalization;
using Governance.Engine.Syntax;
using Governance.Engine.Syntax.Yaml;

namespace Governance.Engine.Policy.Reading;

/// <summary>Reads a whole document into a layer.</summary>
internal static class LayerReader
{
    public static PolicyLayer Read(PolicyReading reading, PolicyDocument document)
    {
        if (document.UnreadableBecause is { } reason)
        {
            reading.Report(
                SourceSpan.FileStart,
                $"The policy could not be read: {reason}",
                "Make it a file of UTF-8 text that can be read"
            );
            return PolicyLayer.Empty;
        }

        if (document.Text.Text.Length > PolicyDocument.MaxLength)
        {
            reading.Report(
                SourceSpan.FileStart,
                $"The policy is longer than {PolicyDocument.MaxLength.ToString("N0", CultureInfo.InvariantCulture)} characters and is not read",
                "Make it shorter"
            );
            return PolicyLayer.Empty;
        }

        if (document.Text.HasInvalidBytes)
        {
            var place = document.Text.Text.IndexOf('\uFFFD');
            reading.Report(document.Text.Span(place, 1), "The policy is not valid UTF-8 here", "Save it as UTF-8");
        }

        var stream = YamlReader.Read(document.Text);
        var layer = stream.Documents.IsEmpty ? PolicyLayer.Empty : Root(reading, stream.Documents[0], document.Text);
        if (stream.Documents.Length > 1)
        {
            reading.Report(
                FirstKey(stream.Documents[1]),
                "A second YAML document begins here and is not read",
                "Remove the line '---' before it"
            );
        }

        if (stream.Problem is { } problem)
        {
            reading.Report(problem.Span, problem.Message, "Mend the YAML; what follows this place is not read");
        }

        return layer;
    }

    private static PolicyLayer Root(PolicyReading reading, YamlNode root, SourceText text)
    {
        var layer = PolicyLayer.Empty;
        if (reading.Resolve(root) is not { } node)
        {
            return layer;
        }

        foreach (var entry in MappingReader.Entries(reading, node, "the policy", PolicyKeys.Root))
        {
            layer = With(reading, layer, entry, text);
        }

        return layer;
    }

    private static PolicyLayer With(PolicyReading reading, PolicyLayer layer, KeyedNode entry, SourceText text)
    {
        var node = entry.Value;
        switch (entry.Key)
        {
            case "ruleset":
                return layer with { Ruleset = Ruleset(reading, node) };
            case "kind":
                return layer with { Kind = ValueReader.Choice(reading, node, "'kind'", PolicyWords.Kinds) };
            case "forge":
                return layer with { Forge = ValueReader.Choice(reading, node, "'forge'", PolicyWords.Forges) };
            case "mode":
                return layer with { Mode = ValueReader.Choice(reading, node, "'mode'", PolicyWords.Modes) };
            case "environments":
                return EnvironmentsReader.Read(reading, node) is { } production
                    ? layer with
                    {
                        Production = new Located<ProductionLayer>(production, entry.KeySpan),
                    }
                    : layer;
            case "layout":
                return layer with
                {
                    Layout = new Located<FolderLayer>(LayoutReader.Read(reading, node), entry.KeySpan),
                };
            case "dialects":
                return layer with { Dialects = DialectsReader.Read(reading, node, text) };
            case "rules":
                return layer with { Rules = RulesReader.Read(reading, node) };
            case "exceptions":
                return layer with { Exceptions = ExceptionsReader.Read(reading, node) };
            case "waves":
                return layer with { Waves = WavesReader.Read(reading, node) };
            case "locked":
                return layer with
                {
                    Locked = SelectionReader.Read(reading, node, "'locked'", SelectionReader.LockableKeys),
                };
            case "never":
                return layer with
                {
                    Never = SelectionReader.Read(reading, node, "'never'", ImmutableArray<string>.Empty),
                };
            case "exceptionPolicy":
                var (rules, inline) = ExceptionRulesReader.Read(reading, node);
                return layer with { ExceptionRules = rules, InlineExceptionsAllowed = inline };
            default:
                throw new InvalidOperationException($"The key '{entry.Key}' of the policy has no reader.");
        }
    }

    private static Located<int>? Ruleset(PolicyReading reading, YamlNode node)
    {
        if (ValueReader.Count(reading, node, "'ruleset'") is not { } ruleset)
        {
            return null;
        }

        if (ruleset.Value <= reading.Rules.Ruleset)
        {
            return ruleset;
        }

        reading.Report(
            ruleset.Span,
            $"The ruleset {ruleset.Value} is newer than this version of the tool, which knows {reading.Rules.Ruleset}",
            "Upgrade the tool, or pin a ruleset it knows"
        );
        return null;
    }

    private static SourceSpan FirstKey(YamlNode node) =>
        node is YamlMapping { Entries: { IsEmpty: false } entries } ? entries[0].Key.Span : node.Span;
}
