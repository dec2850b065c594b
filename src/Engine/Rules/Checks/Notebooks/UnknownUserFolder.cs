using System;
using System.Collections.Generic;
using System.Linq;
using Governance.Engine.Findings;
using Governance.Engine.Repository;

namespace Governance.Engine.Rules.Checks.Notebooks;

/// <summary>GOV0202: a folder of notebooks is named for something that is no user.</summary>
internal sealed class UnknownUserFolder : RepositoryCheck
{
    public override string Id => "GOV0202";

    public override void Run(RepositoryCheckContext context)
    {
        var users = KnownUsers.Of(context);
        var notUsers = context.Options.List("not-users");
        var isUndecided = false;
        foreach (var folder in NotebookFolders.Roots(context).SelectMany(root => FoldersOfNotebooks(context, root)))
        {
            var name = RepositoryPath.Name(folder);
            if (users.Contains(name))
            {
                continue;
            }

            if (users.AreConfigured || notUsers.Contains(name, StringComparer.OrdinalIgnoreCase))
            {
                Report(context, folder, name, users.AreConfigured);
            }
            else
            {
                isUndecided = true;
            }
        }

        if (isUndecided)
        {
            context.NotAvailable(
                context.Options.Flag("code-owners")
                    ? "CODEOWNERS names no user, and the option 'users' is empty: who is a user is not known"
                    : "The options 'users' and 'code-owners' are not set: who is a user is not known"
            );
        }
    }

    private static void Report(RepositoryCheckContext context, string folder, string name, bool isMissing)
    {
        var root = RepositoryPath.Parent(folder);
        context.Report(
            new Location(folder),
            isMissing
                ? $"'{name}' holds notebooks, and is neither a known user nor a shared folder"
                : $"'{name}' holds notebooks, and is the name of a topic, not of a user",
            $"Move its notebooks to {root}/{MovePath.UserPlaceholder}/, or list '{name}' in governance.yml: "
                + "among the rule's users, or among the shared folders (layout.notebooks.shared)",
            name
        );
    }

    /// <summary>Folders without notebooks (images, data files) stand beside users' folders and harm nobody.</summary>
    private static IEnumerable<string> FoldersOfNotebooks(RepositoryCheckContext context, string root) =>
        NotebookFolders
            .UserFolders(context.Repository, root)
            .Where(folder => !NotebookFolders.IsShared(context, folder))
            .Where(folder =>
                context.Repository.FilesBelow(folder).Any(f => NotebookFolders.IsNotebook(context.Repository, f))
            );
}
