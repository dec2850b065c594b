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
            new KeyValuePair<string, Severity>("off", Severity.Off),
            new KeyValuePair<string, Severity>("note", Severity.Note),
            new KeyValuePair<string, Severity>("warning", Severity.Warning),
            new KeyValuePair<string, Severity>("error", Severity.Error)
        );

    public static ImmutableArray<KeyValuePair<string, Mode>> Modes { get; } =
        ImmutableArray.Create(
            new KeyValuePair<string, Mode>("off", Mode.Off),
            new KeyValuePair<string, Mode>("observe", Mode.Observe),
            new KeyValuePair<string, Mode>("warn", Mode.Warn),
            new KeyValuePair<string, Mode>("block", Mode.Block)
        );

    public static ImmutableArray<KeyValuePair<string, RepositoryKind>> Kinds { get; } =
        ImmutableArray.Create(
            new KeyValuePair<string, RepositoryKind>("project", RepositoryKind.Project),
            new KeyValuePair<string, RepositoryKind>("template", RepositoryKind.Template),
            new KeyValuePair<string, RepositoryKind>("library", RepositoryKind.Library),
            new KeyValuePair<string, RepositoryKind>("service", RepositoryKind.Service)
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
