using System;
using System.Collections.Generic;
using System.Collections.Immutable;
using System.Linq;
using Governance.Engine.Analysis;
using Governance.Engine.Facts;
using Governance.Engine.Facts.Readers;
using Governance.Engine.Policy;
using Governance.Engine.Repository;
using Governance.Engine.Rules.Checks.Layout;
using Governance.Engine.Syntax;

namespace Governance.Engine.Rules.Checks.Notebooks;

/// <summary>Judges a name that somebody wants to give a user's folder, before the rules would judge the folder.</summary>
public static class UserFolderName
{
    private const string Rule = "GOV0202";

    // What Windows and shells give a meaning of its own: https://learn.microsoft.com/windows/win32/fileio/naming-a-file
    private const string Special = "/\\<>:\"|?*'`$&;~";

    /// <summary>The reason why the name cannot be a user's, as half a sentence; null where nothing speaks against it.</summary>
    /// <param name="name">The name of the folder.</param>
    /// <param name="policy">The policy: the folders that belong to nobody, and who is a user.</param>
    /// <param name="snapshot">The repository, for the users' folders that are there.</param>
    /// <param name="textOf">Gives a file's text; null where it has none.</param>
    public static string? Refusal(
        string name,
        EffectivePolicy policy,
        RepositorySnapshot snapshot,
        Func<string, SourceText?> textOf
    ) => Malformed(name) ?? Taken(name, policy, snapshot) ?? Unknown(name, policy, textOf);

    private static string? Malformed(string name)
    {
        if (name.Length == 0 || name.IndexOfAny(['/', '\\']) >= 0)
        {
            return "the name of one folder is wanted";
        }

        if (name[0] is '.' or '-' || name[name.Length - 1] == '.')
        {
            return "a user's name neither begins with a dot or a dash nor ends in a dot";
        }

        return name.Any(static c => char.IsWhiteSpace(c) || char.IsControl(c) || Special.IndexOf(c) >= 0)
            ? "a user's name holds no spaces and no characters with a meaning of their own; take the name that forge or e-mail know"
            : null;
    }

    private static string? Taken(string name, EffectivePolicy policy, RepositorySnapshot snapshot)
    {
        if (policy.Layout.SharedNotebookFolders.Contains(name, StringComparer.OrdinalIgnoreCase))
        {
            return "the folder of that name is shared by all";
        }

        if (policy.Layout.Folders.Any(folder => folder.Names.Contains(name, StringComparer.OrdinalIgnoreCase)))
        {
            return "a folder of the mandated layout has that name";
        }

        var twin = policy
            .Layout.NamesOf(FolderRole.Notebooks)
            .SelectMany(root => snapshot.Directories.Where(folder => RepositoryPath.Parent(folder) == root))
            .Select(RepositoryPath.Name)
            .Where(folder => folder != name)
            .FirstOrDefault(folder => string.Equals(folder, name, StringComparison.OrdinalIgnoreCase));
        return twin is null ? null : $"there is a folder '{twin}', which differs in upper and lower case only";
    }

    private static string? Unknown(string name, EffectivePolicy policy, Func<string, SourceText?> textOf)
    {
        if (!policy.Rules.TryGetValue(Rule, out var rule) || !rule.IsOn)
        {
            return null;
        }

        var users = KnownUsers.Of(rule.Options, CodeOwners(rule.Options, textOf));
        if (users.Contains(name))
        {
            return null;
        }

        if (users.AreConfigured)
        {
            return $"the policy knows no such user (the options 'users' and 'code-owners' of {Rule})";
        }

        return rule.Options.List("not-users").Contains(name, StringComparer.OrdinalIgnoreCase)
            ? $"that is the name of a topic, not of a user (the option 'not-users' of {Rule})"
            : null;
    }

    private static List<string> CodeOwners(RuleOptions options, Func<string, SourceText?> textOf)
    {
        var facts = new List<Fact>();
        foreach (var path in options.Flag("code-owners") ? CodeOwnersFile.Places : ImmutableArray<string>.Empty)
        {
            if (textOf(path) is { } text)
            {
                new CodeOwnersReader().Read(
                    new ParsedFile(FileClass.CodeOwners, ReadOnlyMemory<byte>.Empty, text),
                    facts
                );
            }
        }

        return facts.ConvertAll(static fact => fact.Value);
    }
}
