using System;
using System.Collections.Generic;
using System.Linq;
using Governance.Engine.Syntax.Shell;

namespace Governance.Engine.Facts.Readers.SignIn;

/// <summary>
/// What commands of scripts sign in as a person: the command lines of Azure, Databricks, Google Cloud, AWS and Kubernetes. Where a
/// command is given words that only the run knows (<c>$ARGS</c>, <c>@parameters</c>), nothing is said.
/// https://learn.microsoft.com/en-us/cli/azure/authenticate-azure-cli
/// https://learn.microsoft.com/en-us/powershell/module/az.accounts/connect-azaccount
/// </summary>
internal static class CommandSignIn
{
    /// <summary>Stands behind a deed that is done only where a command before it found nobody signed in.</summary>
    public const string IfSignedOut = " if signed out";

    private const int NearBy = 6;

    private static readonly string[] Connects =
    [
        "connect-azaccount",
        "login-azaccount",
        "add-azaccount",
        "connect-azurermaccount",
        "login-azurermaccount",
        "add-azurermaccount",
    ];

    private static readonly string[] OfService =
    [
        "Identity",
        "ServicePrincipal",
        "FederatedToken",
        "AccessToken",
        "MSI",
        "ManagedService",
        "CertificateThumbprint",
        "CertificatePath",
        "ApplicationId",
    ];

    /// <summary>
    /// The family and the name of what a command of a script does; null where it signs in no person. Scripts that ask first who is signed
    /// in are written for machines and people alike.
    /// </summary>
    public static (string Family, string Deed)? Of(IReadOnlyList<ShellCommand> commands, int index)
    {
        if (Of(commands[index]) is not { } signIn)
        {
            return null;
        }

        var isGuarded = false;
        for (var before = Math.Max(0, index - NearBy); before < index; before++)
        {
            isGuarded |= IsQuestion(commands[before], commands[index].Name);
        }

        return isGuarded ? (signIn.Family, signIn.Deed + IfSignedOut) : signIn;
    }

    /// <summary>The family and the name of what a command does by itself; null where it signs in no person.</summary>
    public static (string Family, string Deed)? Of(ShellCommand command) =>
        command.Name switch
        {
            "az" when command.Is("az", "login") => Azure(command),
            "azd" when command.Is("azd", "auth", "login") || command.Is("azd", "login") => Plain(
                command,
                "azd auth login",
                "--managed-identity",
                "--client-id",
                "--federated-credential-provider",
                "--client-secret",
                "--client-certificate",
                "--check-status"
            ),
            "gcloud" when command.Is("gcloud", "auth", "login") => Plain(command, "gcloud auth login", "--cred-file"),
            "gcloud" when command.Is("gcloud", "auth", "application-default", "login") => Plain(
                command,
                "gcloud auth application-default login",
                "--cred-file",
                "--login-config"
            ),
            "aws" when command.Is("aws", "sso", "login") => Plain(command, "aws sso login"),
            "aws" when command.Is("aws", "configure", "sso") => Plain(command, "aws configure sso"),
            "databricks" when command.Is("databricks", "auth", "login") => Plain(command, "databricks auth login"),
            "databricks" when command.Is("databricks", "configure") && !command.HasInput => Plain(
                command,
                "databricks configure",
                "--aad-token",
                "--token-file"
            ),
            "kubectl"
                when command.Is("kubectl", "config", "set-credentials") && command.Has("--username", "--password") => (
                SignInFamily.Password,
                "kubectl config set-credentials"
            ),
            var name when Array.IndexOf(Connects, name) >= 0 => PowerShell(command),
            _ => null,
        };

    private static bool IsQuestion(ShellCommand command, string of) =>
        of switch
        {
            "az" => command.Is("az", "account", "show") || command.Is("az", "account", "get-access-token"),
            "azd" => command.Is("azd", "auth", "login") && command.Has("--check-status"),
            "gcloud" => command.Is("gcloud", "auth", "list"),
            "aws" => command.Is("aws", "sts", "get-caller-identity"),
            _ => command.Name == "get-azcontext",
        };

    private static (string, string)? Azure(ShellCommand command) =>
        command.Has("--service-principal", "--identity", "-i", "--federated-token", "--help", "-h") || IsOpen(command)
            ? null
        : command.Has("--username", "-u", "--password", "-p") ? (SignInFamily.Password, "az login --username")
        : (SignInFamily.Interactive, command.Has("--use-device-code") ? "az login --use-device-code" : "az login");

    private static (string, string)? Plain(ShellCommand command, string deed, params string[] ofService) =>
        command.Has(ofService) || command.Has("--help", "-h") || IsOpen(command)
            ? null
            : (SignInFamily.Interactive, deed);

    private static (string, string)? PowerShell(ShellCommand command)
    {
        // A parameter may be written by its first letters.
        var given = command
            .Words.Skip(1)
            .Where(static word => word.Text.Length > 2 && word.Text[0] == '-')
            .Select(static word => word.Text.Substring(1).Split(':')[0])
            .ToList();
        if (IsOpen(command) || given.Any(static name => OfService.Any(known => Begins(known, name))))
        {
            return null;
        }

        return given.Any(static name => Begins("Credential", name))
            ? (SignInFamily.Password, command.Words[0].Text + " -Credential")
            : (SignInFamily.Interactive, command.Words[0].Text);
    }

    private static bool Begins(string parameter, string name) =>
        parameter.StartsWith(name, StringComparison.OrdinalIgnoreCase);

    // A word that is filled in and no option's value may be any option.
    private static bool IsOpen(ShellCommand command) =>
        command
            .Words.Skip(2)
            .Where(
                (word, index) =>
                    word.IsFilledIn && !command.Words[index + 1].Text.StartsWith("-", StringComparison.Ordinal)
            )
            .Any()
        || command.Words.Skip(1).Any(static word => word.Text.StartsWith("@", StringComparison.Ordinal))
        || (command.Words.Length == 2 && command.Words[1].IsFilledIn);
}
