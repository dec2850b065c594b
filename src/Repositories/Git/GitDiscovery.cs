using System;
using System.Collections.Generic;
using System.IO;
using System.Threading;

namespace Governance.Repositories.Git;

/// <summary>
/// Finds the repository of a folder, also from within a git hook. Git starts hooks with variables that name the
/// repository and the index it works on (<c>GIT_DIR</c>, <c>GIT_INDEX_FILE</c>), some of them relative to the folder the
/// hook starts in; and a set <c>GIT_DIR</c> makes any folder the top of the work tree. So the variables are made absolute
/// where they belong to the folder's repository, and taken away where the folder belongs to another.
/// https://git-scm.com/docs/githooks, https://git-scm.com/docs/git#_environment_variables
/// </summary>
internal static class GitDiscovery
{
    // What git rev-parse --local-env-vars lists, as far as it names a repository.
    private static readonly string[] OfOneRepository =
    [
        "GIT_DIR",
        "GIT_WORK_TREE",
        "GIT_INDEX_FILE",
        "GIT_PREFIX",
        "GIT_COMMON_DIR",
        "GIT_OBJECT_DIRECTORY",
        "GIT_ALTERNATE_OBJECT_DIRECTORIES",
        "GIT_INTERNAL_SUPER_PREFIX",
        "GIT_SHALLOW_FILE",
        "GIT_GRAFT_FILE",
    ];

    /// <summary>The repository that <paramref name="folder"/> lies in; null when it lies in none.</summary>
    /// <param name="executable">Git.</param>
    /// <param name="folder">The folder asked about, absolute.</param>
    /// <param name="workingDirectory">The folder the command was started in, absolute.</param>
    /// <param name="environment">The environment the command was started in.</param>
    /// <param name="cancellationToken">Ends the search.</param>
    /// <exception cref="RepositoryException">Git refuses to work with the repository.</exception>
    public static GitRepository? Find(
        string executable,
        string folder,
        string workingDirectory,
        IReadOnlyDictionary<string, string> environment,
        CancellationToken cancellationToken
    )
    {
        var started = new GitCommand(executable, workingDirectory, environment);
        var git = new GitCommand(executable, folder, environment);
        if (!environment.ContainsKey("GIT_DIR"))
        {
            var found = GitQuestion.Ask(git, cancellationToken);
            return found is null
                ? null
                : WithIndex(found, workingDirectory, environment, IsWithin(workingDirectory, found));
        }

        var own = GitQuestion.Ask(git.With(Without("GIT_DIR", "GIT_WORK_TREE")), cancellationToken);
        var named = GitQuestion.Ask(started, cancellationToken);
        if (named is not null && own?.GitDirectory == named.GitDirectory)
        {
            return WithIndex(own, workingDirectory, environment, honoured: true);
        }

        return named is { Top: { } top } && PrefixBelow(top, folder) is { } prefix
            ? WithIndex(Named(named, git, prefix), workingDirectory, environment, honoured: true)
            : GitQuestion.Ask(git.With(Without(OfOneRepository)), cancellationToken);
    }

    private static GitRepository Named(GitRepository named, GitCommand git, string prefix) =>
        named with
        {
            Command = git.With(new("GIT_DIR", named.GitDirectory), new("GIT_WORK_TREE", named.Top)),
            Prefix = prefix,
        };

    private static GitRepository WithIndex(
        GitRepository repository,
        string workingDirectory,
        IReadOnlyDictionary<string, string> environment,
        bool honoured
    )
    {
        if (!environment.TryGetValue("GIT_INDEX_FILE", out var index))
        {
            return repository;
        }

        var absolute = Path.GetFullPath(index, workingDirectory);
        if (!File.Exists(absolute) && repository.Top is { } top)
        {
            absolute = Path.GetFullPath(index, top);
        }

        honoured |= PrefixBelow(repository.GitDirectory, absolute) is not null;
        return repository with
        {
            Command = repository.Command.With(new GitVariable("GIT_INDEX_FILE", honoured ? absolute : null)),
        };
    }

    private static bool IsWithin(string folder, GitRepository repository) =>
        repository.Top is { } top && PrefixBelow(top, folder) is not null;

    /// <summary>Where a path lies below a folder, <c>/</c> separated; empty for the folder itself, null outside.</summary>
    private static string? PrefixBelow(string folder, string path)
    {
        var relative = Path.GetRelativePath(folder, path);
        var outside =
            Path.IsPathRooted(relative)
            || relative == ".."
            || relative.StartsWith(".." + Path.DirectorySeparatorChar, StringComparison.Ordinal);
        if (outside)
        {
            return null;
        }

        return relative == "." ? "" : relative.Replace(Path.DirectorySeparatorChar, '/');
    }

    private static GitVariable[] Without(params string[] names) =>
        Array.ConvertAll(names, static name => new GitVariable(name, null));
}
