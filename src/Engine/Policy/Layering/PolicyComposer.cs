using System;
using System.Collections.Generic;
using System.Collections.Immutable;
using System.Linq;
using Governance.Engine.Policy.Reading;
using Governance.Engine.Repository;

namespace Governance.Engine.Policy.Layering;

/// <summary>Lays the repository's layer over the organisation's, and both over the built-in profile.</summary>
internal sealed class PolicyComposer(PolicyLayer organisation, PolicyLayer repository, PolicyReading repositoryReading)
{
    public EffectivePolicy Compose(PolicyInput input, KnownRules rules)
    {
        var wave = organisation.Waves.FirstOrDefault(wave => Applies(wave, input.Origin, input.Today.Date));
        var ruleset = Ruleset(rules.Ruleset);
        var ruleComposer = new RuleComposer(organisation, wave, repository, repositoryReading)
        {
            OrganisationRuleset = organisation.Ruleset?.Value ?? rules.Ruleset,
            Ruleset = ruleset,
        };
        return new EffectivePolicy
        {
            Rules = rules.All.ToDictionary(static rule => rule.Id, ruleComposer.Compose, StringComparer.Ordinal),
            Kind = Setting(organisation.Kind, repository.Kind, RepositoryKind.Project, "kind", PolicyWords.Kinds),
            Forge = Setting(organisation.Forge, repository.Forge, Forge.Unknown, "forge", PolicyWords.Forges),
            Ruleset = ruleset,
            Layout = Layout(),
            Production = Production(),
            Dialects = organisation.Dialects.AddRange(repository.Dialects),
            Exceptions = ExceptionComposer.Compose(organisation, repository, repositoryReading, input),
            ExceptionRules = organisation.ExceptionRules,
            InlineExceptionsAllowed = organisation.InlineExceptionsAllowed ?? true,
        };
    }

    private static bool Applies(Wave wave, RepositoryOrigin origin, DateTime today) =>
        (wave.From is not { } from || from <= today)
        && (wave.Names is null || (origin.Name is { Length: > 0 } name && wave.Names.IsMatch(name)))
        && (
            wave.Topics is not { } topics
            || topics.Any(topic => origin.Topics.Contains(topic, StringComparer.OrdinalIgnoreCase))
        );

    private int Ruleset(int newest)
    {
        var demanded = organisation.Ruleset?.Value ?? newest;
        if (repository.Ruleset is not { } own)
        {
            return demanded;
        }

        if (own.Value >= demanded || !IsLocked("ruleset"))
        {
            return own.Value;
        }

        ReportLocked(own.Span, "ruleset", $"Remove it, or pin {demanded}");
        return demanded;
    }

    private T Setting<T>(
        Located<T>? demand,
        Located<T>? given,
        T standard,
        string key,
        ImmutableArray<KeyValuePair<string, T>> words
    )
        where T : struct, Enum
    {
        var demanded = demand is { } set ? set.Value : standard;
        if (given is not { } own || EqualityComparer<T>.Default.Equals(own.Value, demanded))
        {
            return demanded;
        }

        if (!IsLocked(key))
        {
            return own.Value;
        }

        // What no word stands for is left to the remote.
        var word = words.FirstOrDefault(pair => EqualityComparer<T>.Default.Equals(pair.Value, demanded)).Key;
        ReportLocked(own.Span, key, word is null ? "Remove it" : $"Remove it: the {key} is {word}");
        return demanded;
    }

    private LayoutSettings Layout()
    {
        var settings = Apply(organisation.Layout, LayoutSettings.Default);
        if (repository.Layout is not { } own || !IsLocked("layout"))
        {
            return Apply(repository.Layout, settings);
        }

        ReportLocked(own.Span, "layout", "Remove it");
        return settings;
    }

    private ProductionSettings Production()
    {
        var settings = Apply(organisation.Production, ProductionSettings.Default);
        if (repository.Production is not { } own || !IsLocked("environments"))
        {
            return Apply(repository.Production, settings);
        }

        ReportLocked(own.Span, "environments", "Remove it");
        return settings;
    }

    private bool IsLocked(string key) => organisation.Locked.Keys.Contains(key);

    private void ReportLocked(Syntax.SourceSpan span, string key, string remedy) =>
        repositoryReading.Report(span, $"The organisation locks '{key}', and its setting stands", remedy);

    private static LayoutSettings Apply(Located<FolderLayer>? layer, LayoutSettings settings) =>
        layer is not { Value: var given }
            ? settings
            : new LayoutSettings
            {
                Folders = settings
                    .Folders.Select(folder => given.Find(folder.Role) ?? folder)
                    .Where(static folder => !folder.Names.IsEmpty)
                    .Concat(Restored(given, settings))
                    .ToImmutableArray(),
                SharedNotebookFolders = given.SharedNotebookFolders ?? settings.SharedNotebookFolders,
            };

    /// <summary>Folders that a layer below had dropped and this one names again.</summary>
    private static System.Collections.Generic.IEnumerable<MandatedFolder> Restored(
        FolderLayer given,
        LayoutSettings settings
    ) =>
        PolicyKeys
            .Folders.Keys.Select(static key => key.Name)
            .Where(role => settings.Folders.All(folder => folder.Role != role))
            .Select(given.Find)
            .OfType<MandatedFolder>()
            .Where(static folder => !folder.Names.IsEmpty);

    private static ProductionSettings Apply(Located<ProductionLayer>? layer, ProductionSettings settings) =>
        layer is not { Value: var given }
            ? settings
            : new ProductionSettings
            {
                Names = given.Names ?? settings.Names,
                Branches = given.Branches ?? settings.Branches,
                Files = given.Files ?? settings.Files,
                ServiceConnections = given.ServiceConnections ?? settings.ServiceConnections,
            };
}
