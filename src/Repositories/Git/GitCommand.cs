using System.Collections.Generic;
using System.ComponentModel;
using System.Diagnostics;

namespace Governance.Repositories.Git;

/// <summary>How git is run for one repository: which executable, in which folder, with which environment.</summary>
internal sealed class GitCommand
{
    private readonly string _executable;
    private readonly Dictionary<string, string> _environment;

    /// <summary>Prepares to run git in <paramref name="folder"/>.</summary>
    public GitCommand(string executable, string folder, IReadOnlyDictionary<string, string> environment)
        : this(
            executable,
            folder,
            new Dictionary<string, string>(environment, EnvironmentVariables.NameComparer)
            {
                // A check reads: it takes no lock that a person's own git might wait for.
                ["GIT_OPTIONAL_LOCKS"] = "0",
                ["GIT_TERMINAL_PROMPT"] = "0",
                // Paths are paths here, never patterns.
                ["GIT_LITERAL_PATHSPECS"] = "1",
                // A partial clone fetches what it lacks when it is read. A check never goes to the network: the first
                // variable says so to git 2.45 (and 2.39.4), the second leaves older ones no transport.
                ["GIT_NO_LAZY_FETCH"] = "1",
                ["GIT_ALLOW_PROTOCOL"] = "none",
                // Messages are looked at, so they must be in one language.
                ["LC_ALL"] = "C",
            }
        ) { }

    private GitCommand(string executable, string folder, Dictionary<string, string> environment)
    {
        _executable = executable;
        _environment = environment;
        Folder = folder;
    }

    /// <summary>The folder git runs in.</summary>
    public string Folder { get; }

    /// <summary>The same git elsewhere.</summary>
    public GitCommand In(string folder) => new(_executable, folder, _environment);

    /// <summary>The same git in the same folder with other variables; null takes one away.</summary>
    public GitCommand With(params GitVariable[] variables)
    {
        var environment = new Dictionary<string, string>(_environment, EnvironmentVariables.NameComparer);
        foreach (var (name, value) in variables)
        {
            if (value is null)
            {
                environment.Remove(name);
            }
            else
            {
                environment[name] = value;
            }
        }

        return new GitCommand(_executable, Folder, environment);
    }

    /// <summary>Starts git; all three streams are pipes.</summary>
    /// <exception cref="RepositoryException">It could not be started.</exception>
    public GitProcess Start(params string[] arguments)
    {
        var start = new ProcessStartInfo(_executable)
        {
            WorkingDirectory = Folder,
            UseShellExecute = false,
            CreateNoWindow = true,
            RedirectStandardInput = true,
            RedirectStandardOutput = true,
            RedirectStandardError = true,
        };
        // The file system monitor is a daemon; starting one is not a check's business.
        start.ArgumentList.Add("-c");
        start.ArgumentList.Add("core.fsmonitor=false");
        foreach (var argument in arguments)
        {
            start.ArgumentList.Add(argument);
        }

        start.Environment.Clear();
        foreach (var (name, value) in _environment)
        {
            start.Environment[name] = value;
        }

        var process = new Process { StartInfo = start };
        try
        {
            process.Start();
            return new GitProcess(process);
        }
        catch (Win32Exception exception)
        {
            process.Dispose();
            throw new RepositoryException($"git could not be started in '{Folder}': {exception.Message}", exception);
        }
    }
}

/// <summary>A variable of git's environment; without a value it is taken away.</summary>
internal sealed record GitVariable(string Name, string? Value);
