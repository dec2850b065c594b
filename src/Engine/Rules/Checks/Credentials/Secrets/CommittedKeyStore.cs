using System.Collections.Immutable;
using Governance.Engine.Findings;
using Governance.Engine.Repository;

namespace Governance.Engine.Rules.Checks.Credentials.Secrets;

internal sealed class CommittedKeyStore : RepositoryCheck
{
    public override string Id => "GOV0330";

    public override void Run(RepositoryCheckContext context)
    {
        var spared = GlobSet.Parse(
            context.Options.List("allow").AddRange(FoldersOf(context.Options.List("also-in"), context))
        );
        foreach (var file in context.Repository.Files)
        {
            if (file.Kind == EntryKind.File && What(file.Path) is { } what && !spared.IsMatch(file.Path))
            {
                context.Report(
                    new Location(file.Path),
                    $"'{file.Path}' is {what}; whoever reads the repository and knows or guesses its password can act as its owner",
                    "Revoke the certificates and keys in it, since the history keeps it; then keep it in Key Vault, or in the secure files of the pipeline",
                    file.Path
                );
            }
        }
    }

    private static ImmutableArray<string> FoldersOf(ImmutableArray<string> roles, RepositoryCheckContext context)
    {
        var folders = ImmutableArray.CreateBuilder<string>();
        foreach (var role in roles)
        {
            foreach (var name in context.Layout.NamesOf(role))
            {
                folders.Add(name + "/");
            }
        }

        return folders.ToImmutable();
    }

    // PKCS #12 (https://www.rfc-editor.org/rfc/rfc7292), Java's key stores, and the store of a password manager.
    private static string? What(string path) =>
        RepositoryPath.Extension(path) switch
        {
            ".pfx" or ".p12" => "a certificate with its private key",
            ".jks" or ".keystore" => "a key store of Java",
            ".kdbx" => "a store of passwords",
            _ => null,
        };
}
