using System;
using System.Diagnostics;
using System.IO;

namespace Governance.Repositories.Tests.Support;

/// <summary>A folder of a test's own, with its links resolved, removed at the end.</summary>
public sealed class TemporaryFolder : IDisposable
{
    public TemporaryFolder()
    {
        var made = Directory.CreateTempSubdirectory("governance-tests-").FullName;
        Path = new DirectoryInfo(made).ResolveLinkTarget(returnFinalTarget: true)?.FullName ?? made;
    }

    public string Path { get; }

    public string At(string relative) => System.IO.Path.GetFullPath(System.IO.Path.Join(Path, relative));

    public string Write(string relative, string content)
    {
        var full = At(relative);
        Directory.CreateDirectory(System.IO.Path.GetDirectoryName(full)!);
        File.WriteAllText(full, content);
        return full;
    }

    public void Dispose()
    {
        if (OperatingSystem.IsWindows())
        {
            Directory.Delete(Path, recursive: true);
            return;
        }

        // .NET cannot remove what it cannot name, and some tests make such files.
        using var process = Process.Start("rm", ["-rf", Path]);
        process.WaitForExit();
    }
}
