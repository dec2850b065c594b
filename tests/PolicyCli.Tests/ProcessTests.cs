using System;
using System.Diagnostics;
using System.IO;
using System.Threading;

namespace Governance.PolicyCli.Tests;

/// <summary>What only a process of its own shows: pipes, signals, the environment.</summary>
public sealed class ProcessTests
{
    [Fact]
    public void Output_to_a_pipe_is_plain_and_the_exit_code_is_the_verdict()
    {
        using var repository = MandatedRepository
            .Create()
            .Write("notebooks/churn.ipynb", MandatedRepository.EmptyNotebook);
        using var process = Start(repository.Root, "check");
        var output = process.StandardOutput.ReadToEnd();
        process.WaitForExit();
        Assert.Equal(ExitCodes.Blocked, process.ExitCode);
        Assert.DoesNotContain('\u001b', output);
    }

    [Fact]
    public void A_reader_that_closes_the_pipe_ends_the_run_without_a_stack_trace()
    {
        using var repository = MandatedRepository.Create();
        for (var index = 0; index < 2_000; index++)
        {
            repository.Write($"notebooks/ana/torn-{index}.ipynb", "{");
        }

        using var process = Start(repository.Root, "check", "--format", "json");
        process.StandardOutput.ReadLine();
        process.StandardOutput.Close();
        var error = process.StandardError.ReadToEnd();
        process.WaitForExit();
        Assert.DoesNotContain("   at ", error);
        Assert.DoesNotContain("Exception", error);
    }

    [Fact]
    public void Ctrl_C_stops_in_order()
    {
        if (OperatingSystem.IsWindows())
        {
            // Windows has no way to send Ctrl-C to one process; the cancellation itself is tested in process.
            return;
        }

        using var repository = MandatedRepository.Create();
        for (var index = 0; index < 3_000; index++)
        {
            repository.Write($"notebooks/ana/note-{index}.ipynb", MandatedRepository.EmptyNotebook);
        }

        using var process = Start(repository.Root, "check", "--no-cache");
        Thread.Sleep(150);
        using (var kill = Process.Start("kill", ["-INT", $"{process.Id}"]))
        {
            kill.WaitForExit();
        }

        process.OutputDataReceived += static (_, _) => { };
        process.BeginOutputReadLine();
        var error = process.StandardError.ReadToEnd();
        Assert.True(process.WaitForExit(20_000), "the process did not stop");
        Assert.True(
            process.ExitCode is ExitCodes.Cancelled or ExitCodes.Clean,
            $"exit code {process.ExitCode}: {error}"
        );
        Assert.DoesNotContain("   at ", error);
    }

    [Fact]
    public void Without_git_on_the_path_a_folder_is_checked_and_the_lack_is_said()
    {
        using var repository = MandatedRepository
            .Create()
            .Write("notebooks/churn.ipynb", MandatedRepository.EmptyNotebook);
        using var process = Start(repository.Root, ["check"], ("PATH", "/nonexistent"));
        var output = process.StandardOutput.ReadToEnd();
        var error = process.StandardError.ReadToEnd();
        process.WaitForExit();
        Assert.Equal(ExitCodes.Blocked, process.ExitCode);
        Assert.Contains("notebooks/churn.ipynb", output);
        Assert.Contains("git", error);
    }

    [Fact]
    public void A_hooks_index_is_respected()
    {
        using var repository = MandatedRepository.Create();
        var index = Path.Combine(repository.Root, ".git", "index");
        var other = Path.Combine(repository.Root, ".git", "other-index");
        File.Copy(index, other);
        repository.Write("notebooks/churn.ipynb", MandatedRepository.EmptyNotebook).Git("add", "-A");
        File.Move(index, index + ".kept");
        File.Copy(other, index);
        using var process = Start(repository.Root, ["check", "--staged"], ("GIT_INDEX_FILE", index + ".kept"));
        process.StandardOutput.ReadToEnd();
        process.WaitForExit();
        Assert.Equal(ExitCodes.Blocked, process.ExitCode);
    }

    private static Process Start(string workingDirectory, params string[] arguments) =>
        Start(workingDirectory, arguments, []);

    private static Process Start(
        string workingDirectory,
        string[] arguments,
        params (string Name, string Value)[] variables
    )
    {
        var start = new ProcessStartInfo(Environment.ProcessPath ?? "dotnet")
        {
            WorkingDirectory = workingDirectory,
            RedirectStandardOutput = true,
            RedirectStandardError = true,
        };
        start.ArgumentList.Add(Path.Combine(AppContext.BaseDirectory, "policy.dll"));
        foreach (var argument in arguments)
        {
            start.ArgumentList.Add(argument);
        }

        foreach (var (name, value) in variables)
        {
            start.Environment[name] = value;
        }

        return Process.Start(start)!;
    }
}
