using System;
using System.Collections.Immutable;
using System.Linq;

namespace Governance.Engine.Rules.Checks.Layout;

/// <summary>Tells from the name of a folder or file which mandated folder it was made in place of.</summary>
internal static class EntryName
{
    private static readonly char[] s_separators = ['-', '_', '.', ' '];

    // Words that mean nothing else: 'deploy' may hold pipelines as well as templates, 'setup' anything.
    private static readonly ImmutableHashSet<string> s_cloud = ImmutableHashSet.Create(
        StringComparer.Ordinal,
        "arm",
        "bicep",
        "cloudformation",
        "helm",
        "iac",
        "infra",
        "infrastructure",
        "k8s",
        "kubernetes",
        "terraform",
        "tf"
    );

    private static readonly ImmutableHashSet<string> s_code = ImmutableHashSet.Create(
        StringComparer.Ordinal,
        "lib",
        "libs",
        "packages",
        "script",
        "scripts",
        "source",
        "sources",
        "src"
    );

    /// <summary>The role of the folder (<c>arm-templates</c> is <c>cloud</c>), or null where the name says nothing.</summary>
    public static string? RoleOf(string name)
    {
        var words = name.ToLowerInvariant().Split(s_separators, StringSplitOptions.RemoveEmptyEntries);
        return words.Any(s_cloud.Contains) ? FolderRole.Cloud
            : words.Any(s_code.Contains) ? FolderRole.Code
            : null;
    }
}
