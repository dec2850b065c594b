using System;
using System.Collections.Generic;
using System.Linq;
using Governance.Engine.Facts.Readers.Delivery;
using Governance.Engine.Syntax.Shell;

namespace Governance.Engine.Facts.Readers.SignIn;

/// <summary>
/// The stored secrets that commands of scripts are handed, by the name of the variable they come from. What is written out is a committed
/// secret, which another rule tells.
/// </summary>
internal static class CommandSecret
{
    // What AzureCLI@2 hands to its script where 'addSpnToEnvironment' is set.
    private const string KeyOfTask = "servicePrincipalKey";

    /// <summary>The secret with which a command signs in a service; null where there is none.</summary>
    public static (string Family, string Name, ShellWord Word)? Of(ShellCommand command)
    {
        if (command.Is("az", "login"))
        {
            return command.Has("--service-principal") && !command.Has("--federated-token", "--certificate")
                ? Named("service-principal-secret", command.Value("--password", "-p"))
                : null;
        }

        if (command.Name is "connect-azaccount" or "login-azaccount" or "add-azaccount")
        {
            return command.Has("-ServicePrincipal")
                ? Named("service-principal-secret", command.Value("-Credential"))
                : null;
        }

        var isRegistry =
            command.Is("az", "acr", "login")
            || (command.Is("docker", "login") && command.Words.Any(static word => word.Text.Contains(".azurecr.")));
        return isRegistry ? Named("registry-password", command.Value("--password", "-p")) : null;
    }

    /// <summary>The personal tokens in addresses that a command is given: <c>https://$GH_PAT@github.com/org/repo</c>.</summary>
    public static IEnumerable<(string Name, ShellWord Word)> PersonalTokens(ShellCommand command)
    {
        foreach (var word in command.Words)
        {
            var start = word.Text.IndexOf("://", StringComparison.Ordinal);
            var end = start < 0 ? -1 : word.Text.IndexOf('@', start);
            // $(NAME) and ${{ secrets.NAME }} are read where pipelines are.
            if (
                end > start
                && NameOf(word.Text.Substring(start + 3, end - start - 3)) is { } name
                && SecretNames.IsPersonalToken(name)
            )
            {
                yield return (name, word);
            }
        }
    }

    private static (string Family, string Name, ShellWord Word)? Named(string family, ShellWord? word) =>
        word is { } given
        && SecretOf(given.Text) is { } name
        && name.IndexOf(KeyOfTask, StringComparison.OrdinalIgnoreCase) < 0
            ? (family, name, given)
            : null;

    private static string? SecretOf(string text)
    {
        if (SecretNames.OfGitHub(text) is { Count: > 0 } secrets)
        {
            return secrets[0];
        }

        return SecretNames.OfAzure(text) ?? NameOf(text);
    }

    // $NAME, ${NAME}, $env:NAME; the last one of several, as in user:$TOKEN.
    private static string? NameOf(string text)
    {
        var dollar = text.LastIndexOf('$');
        if (dollar < 0 || dollar + 1 >= text.Length || text[dollar + 1] == '(')
        {
            return null;
        }

        var rest = text.Substring(dollar + 1).TrimStart('{');
        rest = rest.StartsWith("env:", StringComparison.OrdinalIgnoreCase) ? rest.Substring(4) : rest;
        var length = 0;
        while (length < rest.Length && (char.IsLetterOrDigit(rest[length]) || rest[length] == '_'))
        {
            length++;
        }

        return length == 0 ? null : rest.Substring(0, length);
    }
}
