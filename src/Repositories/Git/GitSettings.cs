using System;
using System.Collections.Generic;
using System.Text;
using System.Threading;

namespace Governance.Repositories.Git;

/// <summary>What a repository's configuration says that matters here.</summary>
/// <param name="RemoteUrl">The URL of the remote <c>origin</c>, else of the first remote; as written, secrets included.</param>
/// <param name="IsPartialClone">Whether objects may be missing because a remote promises to have them.</param>
internal sealed record GitSettings(string? RemoteUrl, bool IsPartialClone)
{
    private const string Wanted = @"^(remote\..*\.(url|promisor|partialclonefilter)|extensions\.partialclone)$";

    /// <summary>Asks git.</summary>
    public static GitSettings Read(GitCommand git, CancellationToken cancellationToken)
    {
        var settings = new List<Setting>();
        // Exit code 1 means that there is no such setting.
        var outcome = GitRun.Records(
            git,
            record => settings.Add(Parse(record)),
            cancellationToken,
            "config",
            "-z",
            "--get-regexp",
            Wanted
        );
        return outcome.ExitCode is 0 or 1
            ? From(settings)
            : throw new RepositoryException($"git cannot read the configuration of '{git.Folder}': {outcome.Reason}");
    }

    private static Setting Parse(ReadOnlySpan<byte> record)
    {
        var text = Encoding.UTF8.GetString(record);
        var line = text.IndexOf('\n', StringComparison.Ordinal);
        return line < 0 ? new(text, "true") : new(text[..line], text[(line + 1)..]);
    }

    private static GitSettings From(List<Setting> settings)
    {
        string? origin = null;
        string? first = null;
        var partial = false;
        foreach (var (key, value) in settings)
        {
            if (key.EndsWith(".url", StringComparison.Ordinal))
            {
                first ??= value;
                origin ??= key == "remote.origin.url" ? value : null;
            }
            else
            {
                partial |= !value.Equals("false", StringComparison.OrdinalIgnoreCase);
            }
        }

        return new GitSettings(origin ?? first, partial);
    }

    private sealed record Setting(string Key, string Value);
}
