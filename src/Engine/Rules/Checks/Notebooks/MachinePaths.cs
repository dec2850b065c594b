using System;
using System.Collections.Immutable;
using System.Linq;

namespace Governance.Engine.Rules.Checks.Notebooks;

/// <summary>Tells a path that exists on one person's machine from one that an image gives to all.</summary>
internal static class MachinePaths
{
    private const string FileScheme = "file://";

    // Homes on Linux, macOS, in WSL, and of an Azure ML compute instance, whose name stands behind the last.
    private static readonly string[] Homes =
    [
        "/home/",
        "/Users/",
        "/mnt/c/Users/",
        "/mnt/batch/tasks/shared/LS_root/mounts/clusters/",
    ];

    /// <summary>Whether a value is such a path.</summary>
    /// <param name="value">The whole value, a path or a <c>file:</c> URL.</param>
    /// <param name="sharedUsers">Users that an image gives to everybody who starts it.</param>
    public static bool IsOne(string value, ImmutableArray<string> sharedUsers)
    {
        var path = value.StartsWith(FileScheme, StringComparison.OrdinalIgnoreCase)
            ? value.Substring(FileScheme.Length)
            : value;
        return IsOnDrive(path)
            || (path.Length > 1 && path[0] == '/' && IsOnDrive(path.Substring(1)))
            || Homes.Any(home => UserIn(path, home) is { } user && !sharedUsers.Contains(user));
    }

    /// <summary><c>C:\Users\ana</c> or <c>C:/Users/ana</c>, which no image of a pipeline has.</summary>
    private static bool IsOnDrive(string path) =>
        path.Length > 3
        && path[0] is (>= 'a' and <= 'z') or (>= 'A' and <= 'Z')
        && path[1] == ':'
        && (path[2] == '\\' || (path[2] == '/' && path[3] != '/'));

    /// <summary>
    /// The user's name in a path below a folder of homes; null for any other path, and for a folder of a Databricks
    /// workspace (<c>/Users/ana@example.org</c>), which is the same for everyone.
    /// </summary>
    private static string? UserIn(string path, string homes)
    {
        if (!path.StartsWith(homes, StringComparison.Ordinal))
        {
            return null;
        }

        var end = path.IndexOf('/', homes.Length);
        return end > homes.Length && path.IndexOf('@', homes.Length, end - homes.Length) < 0
            ? path.Substring(homes.Length, end - homes.Length)
            : null;
    }
}
