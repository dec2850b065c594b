using System.IO;
using Governance.Engine.Repository;

namespace Governance.Repositories.Git;

/// <summary>Says where a snapshot of a git repository comes from.</summary>
internal static class GitOrigin
{
    /// <summary>The origin of the working tree and the index: they grew out of HEAD.</summary>
    public static RepositoryOrigin Of(GitRepository repository, GitSettings settings)
    {
        var remote = settings.RemoteUrl is { Length: > 0 } url ? RemoteUrl.Parse(url) : null;
        return new RepositoryOrigin
        {
            Name = remote?.Name ?? FolderName(repository),
            RemoteUrl = remote?.Text,
            Revision = repository.Head,
            Branch = repository.Branch,
            PathInRepository = repository.Prefix,
            Forge = remote?.Forge ?? Forge.Unknown,
        };
    }

    private static string FolderName(GitRepository repository)
    {
        if (repository.Top is { } top)
        {
            return Path.GetFileName(Path.TrimEndingDirectorySeparator(top));
        }

        // repository.git, or repository/.git
        var folder = Path.TrimEndingDirectorySeparator(repository.CommonDirectory);
        var name = Path.GetFileName(folder);
        return name == ".git" ? Path.GetFileName(Path.GetDirectoryName(folder) ?? name)
            : Path.GetExtension(name) == ".git" ? Path.GetFileNameWithoutExtension(name)
            : name;
    }
}
