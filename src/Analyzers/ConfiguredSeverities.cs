using System;
using System.Collections.Generic;
using System.Linq;
using Governance.Engine.Rules;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.Diagnostics;

namespace Governance.Analyzers;

/// <summary>
/// The keys <c>governance.GOV0201.severity</c> of <c>.editorconfig</c> and <c>.globalconfig</c>. The compiler's own <c>dotnet_diagnostic</c> keys
/// have no effect in sections about files that are no C#. Values are theirs.
/// https://learn.microsoft.com/dotnet/fundamentals/code-analysis/configuration-options#severity-level
/// </summary>
internal sealed class ConfiguredSeverities
{
    private const string Start = "governance.";
    private const string End = ".severity";

    private static readonly string[] Words = { "error", "warning", "suggestion", "silent", "none", "default" };

    private readonly AnalyzerConfigOptionsProvider _options;

    public ConfiguredSeverities(AnalyzerConfigOptionsProvider options) => _options = options;

    /// <summary>How bad a finding is in this build; null where it is not to be told.</summary>
    /// <param name="told">The finding.</param>
    /// <param name="file">The file it is in, whose sections count; null where the compiler has none, and only what is global does.</param>
    public DiagnosticSeverity? Of(ToldFinding told, AdditionalText? file)
    {
        var key = Start + told.Judged.Finding.BaseRuleId + End;
        var isSet =
            (file is not null && _options.GetOptions(file).TryGetValue(key, out var word))
            || _options.GlobalOptions.TryGetValue(key, out word);
        return (isSet ? word?.Trim().ToLowerInvariant() : null) switch
        {
            "error" => DiagnosticSeverity.Error,
            "warning" => DiagnosticSeverity.Warning,
            "suggestion" => DiagnosticSeverity.Info,
            "silent" or "refactoring" => DiagnosticSeverity.Hidden,
            "none" => null,
            _ => BuildSeverity.Of(told.Judged),
        };
    }

    /// <summary>Keys of this kind that mean nothing, each once, in the order of their texts.</summary>
    public IEnumerable<SettingMistake> Mistakes(IEnumerable<AdditionalText> files)
    {
        var seen = new SortedDictionary<string, string>(StringComparer.OrdinalIgnoreCase);
        Collect(_options.GlobalOptions, seen);
        foreach (var file in files)
        {
            Collect(_options.GetOptions(file), seen);
        }

        return seen.Select(static pair => Mistake(pair.Key, pair.Value)).OfType<SettingMistake>();
    }

    private static void Collect(AnalyzerConfigOptions options, SortedDictionary<string, string> seen)
    {
        foreach (var key in KeysOf(options))
        {
            if (
                key.StartsWith(Start, StringComparison.OrdinalIgnoreCase)
                && key.EndsWith(End, StringComparison.OrdinalIgnoreCase)
                && key.Length > Start.Length + End.Length
                && options.TryGetValue(key, out var value)
            )
            {
                seen[$"{key} = {value}"] = value;
            }
        }
    }

    private static IEnumerable<string> KeysOf(AnalyzerConfigOptions options)
    {
        try
        {
            return options.Keys;
        }
        catch (NotImplementedException)
        {
            // Hosts need not list their keys; then a mistake in them cannot be seen.
            return Array.Empty<string>();
        }
    }

    private static SettingMistake? Mistake(string setting, string value)
    {
        var written = setting.Substring(Start.Length, setting.IndexOf(" = ", StringComparison.Ordinal) - Start.Length);
        var id = written.Substring(0, written.Length - End.Length);
        if (RuleCatalog.Find(id) is not { } rule)
        {
            return SettingMistake.Word(
                $"'{setting}' in an .editorconfig or .globalconfig names no rule",
                id.ToUpperInvariant(),
                RuleCatalog.Rules.Select(static one => one.Id).ToList()
            );
        }

        if (rule.IsOfCompiler)
        {
            return new SettingMistake(
                $"'{setting}' in an .editorconfig or .globalconfig has no effect: the rule is about C# code",
                $"Write dotnet_diagnostic.{rule.Id}.severity."
            );
        }

        if (!string.Equals(rule.Id, id, StringComparison.OrdinalIgnoreCase))
        {
            return new SettingMistake(
                $"'{setting}' in an .editorconfig or .globalconfig has no effect: a rule is named by its id here",
                $"Write {Start}{rule.Id}{End}."
            );
        }

        var word = value.Trim().ToLowerInvariant();
        return word == "refactoring" || Words.Contains(word)
            ? null
            : SettingMistake.Word(
                $"'{setting}' in an .editorconfig or .globalconfig is no severity, and has no effect",
                word,
                Words
            );
    }
}
