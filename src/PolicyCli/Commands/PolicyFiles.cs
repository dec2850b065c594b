using System;
using System.IO;
using Governance.Engine.Policy;
using Governance.Engine.Syntax;

namespace Governance.PolicyCli.Commands;

/// <summary>Files that the command line names.</summary>
internal static class PolicyFiles
{
    /// <summary>The organisation's policy; null when none is named. Throws <see cref="UsageException"/> when it cannot be read.</summary>
    public static PolicyDocument? Organisation(string? path, CommandHost host) => Read("--policy", path, host);

    /// <summary>The baseline; null when none is named. Throws <see cref="UsageException"/> when it cannot be read.</summary>
    public static PolicyDocument? Baseline(string? path, CommandHost host) => Read("--baseline", path, host);

    private static PolicyDocument? Read(string option, string? path, CommandHost host)
    {
        if (path is null)
        {
            return null;
        }

        try
        {
            var text = SourceText.TryDecode(File.ReadAllBytes(Path.Combine(host.WorkingDirectory, path)));
            return text is null
                ? throw new UsageException($"{option} {path}: the file is binary")
                : new PolicyDocument(path, text);
        }
        catch (Exception exception) when (exception is IOException or UnauthorizedAccessException)
        {
            throw new UsageException($"{option} {path}: {exception.Message}", exception);
        }
    }
}
