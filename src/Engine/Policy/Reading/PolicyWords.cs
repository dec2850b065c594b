using System.Collections.Generic;
using System.Collections.Immutable;
using Governance.Engine.Findings;
using Governance.Engine.Repository;

namespace Governance.Engine.Policy.Reading;

/// <summary>The words of governance.yml for severities, modes, kinds and forges, in the order worth listing.</summary>
internal static class PolicyWords
{
    public static ImmutableArray<KeyValuePair<string, Severity>> Severities { get; } =
        ImmutableArray.Create(
            new KeyValuePair<string, Severity>(SettingWords.Of(Severity.Off), Severity.Off),
            new KeyValuePair<string, Severity>(SettingWords.Of(Severity.Note), Severity.Note),
            new KeyValuePair<string, Severity>(SettingWords.Of(Severity.Warning), Severity.Warning),
            new KeyValuePair<string, Severity>(SettingWords.Of(Severity.Error), Severity.Error)
        );

    public static ImmutableArray<KeyValuePair<string, Mode>> Modes { get; } =
        ImmutableArray.Create(
            new KeyValuePair<string, Mode>(SettingWords.Of(Mode.Off), Mode.Off),
            new KeyValuePair<string, Mode>(SettingWords.Of(Mode.Observe), Mode.Observe),
            new KeyValuePair<string, Mode>(SettingWords.Of(Mode.Warn), Mode.Warn),
            new KeyValuePair<string, Mode>(SettingWords.Of(Mode.Block), Mode.Block)
        );

    public static ImmutableArray<KeyValuePair<string, RepositoryKind>> Kinds { get; } =
        ImmutableArray.Create(
            new KeyValuePair<string, RepositoryKind>(SettingWords.Of(RepositoryKind.Project), RepositoryKind.Project),
            new KeyValuePair<string, RepositoryKind>(SettingWords.Of(RepositoryKind.Template), RepositoryKind.Template),
            new KeyValuePair<string, RepositoryKind>(SettingWords.Of(RepositoryKind.Library), RepositoryKind.Library),
            new KeyValuePair<string, RepositoryKind>(SettingWords.Of(RepositoryKind.Service), RepositoryKind.Service)
        );

    public static ImmutableArray<KeyValuePair<string, Forge>> Forges { get; } =
        ImmutableArray.Create(
            new KeyValuePair<string, Forge>("github", Forge.GitHub),
            new KeyValuePair<string, Forge>("azure-devops", Forge.AzureDevOps)
        );

    /// <summary>The word for a value.</summary>
    public static string Of<T>(ImmutableArray<KeyValuePair<string, T>> words, T value)
    {
        foreach (var word in words)
        {
            if (EqualityComparer<T>.Default.Equals(word.Value, value))
            {
                return word.Key;
            }
        }

        return value!.ToString()!;
    }
}
