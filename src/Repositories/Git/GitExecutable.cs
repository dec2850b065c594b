using System;
using System.Collections.Generic;
using System.IO;

namespace Governance.Repositories.Git;

/// <summary>Finds git on the PATH.</summary>
internal static class GitExecutable
{
    /// <summary>
    /// The full path of git, or null. A process started by bare name is looked for in the current folder first, which
    /// is the repository under check: a file named <c>git</c> in there must never be run. For the same reason
    /// relative entries of the PATH are passed over.
    /// </summary>
    public static string? Find(IReadOnlyDictionary<string, string> environment)
    {
        if (!environment.TryGetValue("PATH", out var path))
        {
            return null;
        }

        var name = OperatingSystem.IsWindows() ? "git.exe" : "git";
        foreach (var folder in path.Split(Path.PathSeparator, StringSplitOptions.RemoveEmptyEntries))
        {
            if (Path.IsPathFullyQualified(folder) && Path.Combine(folder, name) is var file && IsExecutable(file))
            {
                return file;
            }
        }

        return null;
    }

    private static bool IsExecutable(string file)
    {
        if (!File.Exists(file))
        {
            return false;
        }

        const UnixFileMode Execute = UnixFileMode.UserExecute | UnixFileMode.GroupExecute | UnixFileMode.OtherExecute;
        return OperatingSystem.IsWindows() || (File.GetUnixFileMode(file) & Execute) != 0;
    }
}
