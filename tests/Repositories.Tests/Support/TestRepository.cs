using System;
using System.Collections.Generic;
using System.Diagnostics;
using System.IO;
using System.Linq;
using System.Text;
using System.Threading;
using Governance.Engine.Repository;

namespace Governance.Repositories.Tests.Support;

/// <summary>A git repository in a folder of its own, which nobody's configuration reaches.</summary>
public sealed class TestRepository : IDisposable
{
    private readonly TemporaryFolder _folder = new();
    private readonly Dictionary<string, string> _environment;

    public TestRepository(params string[] initArguments)
    {
        _environment = IsolatedEnvironment(_folder.Path);
        Directory.CreateDirectory(Root);
        Git(["init", "--quiet", "--initial-branch=main", .. initArguments]);
    }

    /// <summary>The top of the work tree; there is room beside it.</summary>
    public string Root => _folder.At("work");

    public IReadOnlyDictionary<string, string> Environment => _environment;

    public static Dictionary<string, string> IsolatedEnvironment(string home) =>
        new(StringComparer.Ordinal)
        {
            ["PATH"] = System.Environment.GetEnvironmentVariable("PATH")!,
            ["HOME"] = home,
            ["GIT_CONFIG_NOSYSTEM"] = "1",
            ["GIT_CONFIG_GLOBAL"] = OperatingSystem.IsWindows() ? "NUL" : "/dev/null",
            ["GIT_AUTHOR_NAME"] = "Ana",
            ["GIT_AUTHOR_EMAIL"] = "ana@example.com",
            ["GIT_AUTHOR_DATE"] = "2026-01-02T03:04:05Z",
            ["GIT_COMMITTER_NAME"] = "Ana",
            ["GIT_COMMITTER_EMAIL"] = "ana@example.com",
            ["GIT_COMMITTER_DATE"] = "2026-01-02T03:04:05Z",
        };

    public string Beside(string relative) => _folder.At(relative);

    public string At(string relative) => Path.GetFullPath(Path.Join(Root, relative));

    public string Write(string relative, string content) => _folder.Write("work/" + relative, content);

    public void Delete(string relative) => File.Delete(At(relative));

    public string Git(params string[] arguments) => GitIn(Root, null, arguments);

    public string GitIn(string folder, byte[]? input, params string[] arguments)
    {
        var start = new ProcessStartInfo("git", arguments)
        {
            WorkingDirectory = folder,
            RedirectStandardInput = true,
            RedirectStandardOutput = true,
            RedirectStandardError = true,
            StandardOutputEncoding = Encoding.UTF8,
        };
        start.Environment.Clear();
        foreach (var (name, value) in _environment)
        {
            start.Environment[name] = value;
        }

        using var process = Process.Start(start)!;
        process.StandardInput.BaseStream.Write(input ?? []);
        process.StandardInput.Close();
        var errors = process.StandardError.ReadToEndAsync();
        var output = process.StandardOutput.ReadToEnd();
        process.WaitForExit();
        Assert.True(process.ExitCode == 0, $"git {string.Join(' ', arguments)}: {errors.Result}");
        return output.TrimEnd('\n');
    }

    /// <summary>Stages and commits all there is, and gives the commit's id.</summary>
    public string Commit(string message = "work")
    {
        Git("add", "--all");
        Git("commit", "--quiet", "--allow-empty", "--message", message);
        return Git("rev-parse", "HEAD");
    }

    public GovernedRepository Open(string? path = null, string? workingDirectory = null, params string[] variables) =>
        GovernedRepository.Open(path, workingDirectory ?? Root, With(variables), CancellationToken.None);

    public RepositorySnapshot WorkingTree()
    {
        using var repository = Open();
        return repository.WorkingTree(CancellationToken.None);
    }

    public void Dispose() => _folder.Dispose();

    /// <summary>The environment and further variables, <c>NAME=value</c> each.</summary>
    public Dictionary<string, string> With(params string[] variables)
    {
        var environment = new Dictionary<string, string>(_environment, StringComparer.Ordinal);
        foreach (var parts in variables.Select(static variable => variable.Split('=', 2)))
        {
            environment[parts[0]] = parts[1];
        }

        return environment;
    }
}
