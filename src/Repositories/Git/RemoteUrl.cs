using System;
using System.IO;
using Governance.Engine.Repository;

namespace Governance.Repositories.Git;

/// <summary>
/// A remote's URL, made fit to be shown, and what it tells. The forms git takes are listed at
/// https://git-scm.com/docs/git-clone#_git_urls.
/// </summary>
/// <param name="Text">A URL without user name, password, query and fragment.</param>
/// <param name="Name">The repository's name: the last segment without <c>.git</c>; null where there is none.</param>
/// <param name="Forge">The forge, by host.</param>
internal sealed record RemoteUrl(string Text, string? Name, Forge Forge)
{
    /// <summary>Reads a URL, the short form <c>user@host:path</c>, or a path.</summary>
    public static RemoteUrl Parse(string url)
    {
        var scheme = url.IndexOf("://", StringComparison.Ordinal);
        if (scheme >= 0)
        {
            return FromParts(url[..scheme], url[(scheme + 3)..]);
        }

        if (IsPath(url))
        {
            var path = url.Replace('\\', '/');
            return new RemoteUrl(
                Uri.TryCreate(url, UriKind.Absolute, out var file) ? file.AbsoluteUri : path,
                NameOf(path),
                Forge.Unknown
            );
        }

        var colon = url.IndexOf(':', StringComparison.Ordinal);
        return FromParts("ssh", url[..colon] + "/" + url[(colon + 1)..].TrimStart('/'));
    }

    // Git takes the short form only where the colon comes before any slash; one letter before it is a Windows drive.
    private static bool IsPath(string url)
    {
        var colon = url.IndexOf(':', StringComparison.Ordinal);
        var slash = url.AsSpan().IndexOfAny('/', '\\');
        return colon < 0 || (slash >= 0 && slash < colon) || (colon == 1 && Path.IsPathFullyQualified(url));
    }

    private static RemoteUrl FromParts(string scheme, string rest)
    {
        var end = rest.AsSpan().IndexOfAny('?', '#');
        var bare = WithoutUser(end < 0 ? rest : rest[..end]);
        var slash = bare.IndexOf('/', StringComparison.Ordinal);
        var authority = slash < 0 ? bare : bare[..slash];
        var path = slash < 0 ? "" : bare[slash..];
        var port = authority.IndexOf(':', StringComparison.Ordinal);
        var host = (port < 0 ? authority : authority[..port]).ToLowerInvariant();
        return new RemoteUrl($"{scheme}://{authority}{path}", NameOf(path), ForgeOf(host, path));
    }

    private static string WithoutUser(string rest)
    {
        var slash = rest.IndexOf('/', StringComparison.Ordinal);
        var authority = slash < 0 ? rest : rest[..slash];
        var at = authority.LastIndexOf('@');
        if (at < 0 && authority.Contains(':', StringComparison.Ordinal) && !HasPort(authority))
        {
            // A password with a slash in it: whatever stands before the last @ may be part of it.
            at = rest.LastIndexOf('@');
        }

        return rest[(at + 1)..];
    }

    private static bool HasPort(string authority) =>
        authority.StartsWith('[')
        || !authority.AsSpan(authority.IndexOf(':', StringComparison.Ordinal) + 1).ContainsAnyExceptInRange('0', '9');

    private static string? NameOf(string path)
    {
        var trimmed = path.TrimEnd('/');
        if (trimmed.EndsWith("/.git", StringComparison.Ordinal))
        {
            trimmed = trimmed[..^"/.git".Length];
        }

        var name = RepositoryPath.Name(trimmed);
        name = name.EndsWith(".git", StringComparison.OrdinalIgnoreCase) ? name[..^".git".Length] : name;
        return name.Length == 0 ? null : Uri.UnescapeDataString(name);
    }

    // GitHub Enterprise Cloud with data residency: https://docs.github.com/en/enterprise-cloud@latest/admin/data-residency
    // Azure DevOps: https://learn.microsoft.com/azure/devops/organizations/settings/allow-list-ip-url
    private static Forge ForgeOf(string host, string path) =>
        host switch
        {
            "github.com" or "ssh.github.com" or "www.github.com" => Forge.GitHub,
            "dev.azure.com" or "ssh.dev.azure.com" or "vs-ssh.visualstudio.com" => Forge.AzureDevOps,
            _ when host.EndsWith(".visualstudio.com", StringComparison.Ordinal) => Forge.AzureDevOps,
            _ when host.StartsWith("github.", StringComparison.Ordinal) => Forge.GitHub,
            _ when host.EndsWith(".ghe.com", StringComparison.Ordinal) => Forge.GitHub,
            // Azure DevOps Server has any host, and this segment in every repository's URL.
            _ when path.Contains("/_git/", StringComparison.Ordinal) => Forge.AzureDevOps,
            _ => Forge.Unknown,
        };
}
