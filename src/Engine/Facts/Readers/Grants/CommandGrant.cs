using System;
using System.Collections.Generic;
using System.Linq;
using System.Text.RegularExpressions;
using Governance.Engine.Syntax.Shell;

namespace Governance.Engine.Facts.Readers.Grants;

/// <summary>
/// A grant of access by a command of a script.
/// https://learn.microsoft.com/cli/azure/role/assignment#az-role-assignment-create, https://learn.microsoft.com/cli/azure/keyvault#az-keyvault-set-policy,
/// https://learn.microsoft.com/powershell/module/az.resources/new-azroleassignment,
/// https://learn.microsoft.com/powershell/module/az.keyvault/set-azkeyvaultaccesspolicy,
/// https://kubernetes.io/docs/reference/access-authn-authz/rbac/#command-line-utilities
/// </summary>
/// <param name="What">What is given, as the fact says it.</param>
/// <param name="Kind">Who gets it, by <see cref="PrincipalKind"/>.</param>
/// <param name="Who">The word that says so.</param>
/// <param name="Scopes">What it is about.</param>
internal sealed record CommandGrant(string What, string Kind, ShellWord Who, string?[] Scopes)
{
    private const string SignedIn = "az ad signed-in-user show";

    // me=$(az ad signed-in-user show ...), $me = az ad signed-in-user show ...; only a person is a signed-in user.
    private static readonly Regex Person = new(
        @"\b(?<name>\w{1,80})[ \t]{0,8}=[ \t]{0,8}[""']?(?:\$?\(|`)?[ \t]{0,8}" + SignedIn,
        RegexOptions.CultureInvariant
    );

    /// <summary>The variables of a script that hold the id of the person who is signed in.</summary>
    public static ISet<string> SignedInPeople(string script) =>
        new HashSet<string>(
            script.IndexOf(SignedIn, StringComparison.Ordinal) < 0
                ? []
                : Person.Matches(script).Cast<Match>().Select(static match => match.Groups["name"].Value),
            StringComparer.OrdinalIgnoreCase
        );

    /// <summary>The grant of a command; null where it is none, or names nobody.</summary>
    public static CommandGrant? Of(ShellCommand command, ISet<string> people)
    {
        if (command.Is("az", "role", "assignment", "create"))
        {
            return Of(
                command,
                people,
                "role " + Written(command.Value("--role")),
                command.Value("--assignee-principal-type")?.Text,
                ["--assignee", "--assignee-object-id"],
                ["--scope", "--resource-group", "-g"]
            );
        }

        if (command.Is("az", "keyvault", "set-policy"))
        {
            return Of(
                command,
                people,
                "access-policy",
                TypeOf(command, "--upn"),
                ["--upn", "--object-id"],
                ["--name", "-n"]
            );
        }

        if (command.Name == "new-azroleassignment")
        {
            return Of(
                command,
                people,
                "role " + Written(command.Value("-RoleDefinitionName")),
                command.Value("-ObjectType")?.Text ?? TypeOf(command, "-SignInName"),
                ["-SignInName", "-ObjectId"],
                ["-Scope", "-ResourceGroupName", "-ResourceName"]
            );
        }

        if (command.Name == "set-azkeyvaultaccesspolicy")
        {
            return Of(
                command,
                people,
                "access-policy",
                TypeOf(command, "-UserPrincipalName", "-EmailAddress"),
                ["-UserPrincipalName", "-EmailAddress", "-ObjectId"],
                ["-VaultName"]
            );
        }

        return command.Is("kubectl", "create", "rolebinding") || command.Is("kubectl", "create", "clusterrolebinding")
            ? OfKubernetes(command)
            : null;
    }

    private static CommandGrant? Of(
        ShellCommand command,
        ISet<string> people,
        string what,
        string? type,
        string[] principals,
        string[] scopes
    )
    {
        if (command.Value(principals) is not { } who)
        {
            return null;
        }

        var kind =
            type is not null && GrantFacts.KindOf(type) is { } told ? told
            : MailAddress.Is(who.Text) || IsPerson(who.Text, people) ? PrincipalKind.User
            : PrincipalKind.Unknown;
        return new CommandGrant(what, kind, who, scopes.Select(name => command.Value(name)?.Text).ToArray());
    }

    private static CommandGrant? OfKubernetes(ShellCommand command)
    {
        var (who, kind) = command.Value("--user") is { } user ? (user, "User") : (command.Value("--group"), "Group");
        return who is { } word
            ? new CommandGrant(
                "role " + Written(command.Value("--clusterrole", "--role")),
                KubernetesSubject.KindOf(kind, word.Text),
                word,
                [command.Value("--namespace", "-n")?.Text, command.Words.Length > 3 ? command.Words[3].Text : null]
            )
            : null;
    }

    // What is only known when it runs may well be empty or a service's.
    private static string? TypeOf(ShellCommand command, params string[] ofPeople) =>
        command.Value(ofPeople) is { } who && !who.IsFilledIn ? "User" : null;

    private static bool IsPerson(string word, ISet<string> people) =>
        word.StartsWith("$(" + SignedIn, StringComparison.Ordinal)
        || word.StartsWith("(" + SignedIn, StringComparison.Ordinal)
        || (word.StartsWith("$", StringComparison.Ordinal) && people.Contains(word.Trim('$', '{', '}')));

    private static string Written(ShellWord? word) => word is { IsFilledIn: false } ? word.Value.Text : "";
}
