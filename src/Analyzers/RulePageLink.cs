using System;
using System.Linq;
using System.Reflection;
using Governance.Engine.Rules;

namespace Governance.Analyzers;

/// <summary>
/// Where the page of a rule can be read: on the web, in the repository and at the commit that this assembly was built from, where the SDK knew
/// them; else the page's path in that repository.
/// </summary>
internal static class RulePageLink
{
    private static readonly Assembly Self = typeof(RulePageLink).Assembly;
    private static readonly string? Repository = Self.GetCustomAttributes<AssemblyMetadataAttribute>()
        .FirstOrDefault(static one => one.Key == "RepositoryUrl")
        ?.Value;
    private static readonly string? Commit =
        Self.GetCustomAttribute<AssemblyInformationalVersionAttribute>()?.InformationalVersion is { } version
        && version.IndexOf('+') is var plus
        && plus >= 0
            ? version.Substring(plus + 1)
            : null;

    /// <summary>The link to a rule's page.</summary>
    public static string Of(RuleDescriptor rule) => Of(rule.PagePath, Repository, Commit);

    /// <summary>The link to a page, for a repository on GitHub, GitLab, or Azure DevOps.</summary>
    internal static string Of(string page, string? repository, string? commit)
    {
        if (repository?.StartsWith("https://", StringComparison.OrdinalIgnoreCase) != true)
        {
            return page;
        }

        var url = repository.TrimEnd('/');
        if (url.IndexOf("/_git/", StringComparison.Ordinal) >= 0)
        {
            return $"{url}?path=/{page}{(commit is null ? "" : "&version=GC" + commit)}";
        }

        url = url.EndsWith(".git", StringComparison.Ordinal) ? url.Substring(0, url.Length - 4) : url;
        return $"{url}/blob/{commit ?? "HEAD"}/{page}";
    }
}
