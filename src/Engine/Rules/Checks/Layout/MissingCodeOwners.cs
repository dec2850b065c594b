using System;
using System.Collections.Immutable;
using System.Linq;
using Governance.Engine.Analysis;
using Governance.Engine.Facts;
using Governance.Engine.Findings;
using Governance.Engine.Repository;

namespace Governance.Engine.Rules.Checks.Layout;

internal sealed class MissingCodeOwners : RepositoryCheck
{
    public override string Id => "GOV0112";

    public override void Run(RepositoryCheckContext context)
    {
        var repository = context.Repository;
        if (UnknowableOn(HostingForge.Of(context)) is { } reason)
        {
            context.NotAvailable(reason);
            return;
        }

        if (CodeOwnersFile.Places.FirstOrDefault(repository.Exists) is { } path)
        {
            // What a link leads to cannot be seen from here.
            if (repository.Find(path) is { Kind: EntryKind.File } && !repository.Has(path, FactKind.CodeOwner))
            {
                context.Report(
                    new Location(path),
                    $"'{path}' names no owner, so that a change needs nobody's review in particular",
                    "Write a line such as '* @organisation/team' into it",
                    CodeOwnersFile.Name
                );
            }
        }
        else if (Misplaced(repository) is { } misplaced)
        {
            context.Report(
                new Location(misplaced),
                $"GitHub does not read the code owners in '{misplaced}'",
                $"Move it to '{CodeOwnersFile.Usual}'; GitHub looks there, at the root and in 'docs' only",
                CodeOwnersFile.Name,
                new Fix(
                    $"Move '{misplaced}' to '{CodeOwnersFile.Usual}'",
                    ImmutableArray.Create<FileEdit>(new MovePath(misplaced, CodeOwnersFile.Usual))
                )
            );
        }
        else if (repository.Origin.PathInRepository.Length > 0)
        {
            context.NotAvailable(
                "Code owners are read from the top of the repository, which is above the governed root"
            );
        }
        else
        {
            context.Report(
                new Location(Location.Root),
                "The repository names no code owners",
                $"Create '{CodeOwnersFile.Usual}' with a line such as '* @organisation/team'",
                CodeOwnersFile.Name
            );
        }
    }

    private static string? UnknowableOn(Forge forge) =>
        forge switch
        {
            Forge.AzureDevOps =>
                "Azure Repos has required reviewers instead of code owners, and keeps them on the server",
            Forge.Unknown =>
                "Neither the policy ('forge'), a remote nor a folder tells which forge hosts the repository",
            _ => null,
        };

    private static string? Misplaced(RepositoryView repository) =>
        repository
            .Files.FirstOrDefault(static file =>
                file.Kind == EntryKind.File
                && string.Equals(
                    RepositoryPath.Name(file.Path),
                    CodeOwnersFile.Name,
                    StringComparison.OrdinalIgnoreCase
                )
            )
            ?.Path;
}
