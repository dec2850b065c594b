using System;
using System.Collections.Generic;
using System.IO;
using System.Linq;
using System.Text;
using Governance.Engine.Reporting;
using Governance.Engine.Reporting.Writers;

namespace Governance.PolicyCli.Output;

/// <summary>Where reports go: <c>--format FORMAT[=FILE]</c>, several at once.</summary>
internal sealed class ReportTargets : IDisposable
{
    private readonly List<Target> _targets = [];

    private readonly CommandHost _host;

    private ReportTargets(CommandHost host) => _host = host;

    /// <summary>The names of the formats.</summary>
    public static IEnumerable<string> Formats => ReportFormats.All.Select(static format => format.Name);

    /// <summary>
    /// Opens all targets before the check begins, so that a path that cannot be written is known at once.
    /// Throws <see cref="UsageException"/>.
    /// </summary>
    public static ReportTargets Open(IReadOnlyList<string>? formats, CommandHost host)
    {
        var targets = new ReportTargets(host);
        try
        {
            foreach (var target in formats is null or { Count: 0 } ? ["text"] : formats)
            {
                targets.Add(target);
            }

            return targets;
        }
        catch
        {
            targets.Dispose();
            throw;
        }
    }

    /// <summary>Writes the report to every target.</summary>
    public void Write(CheckReport report)
    {
        foreach (var target in _targets)
        {
            target.Format.Write(report, target.Output, colour: !target.Owned && _host.Colour);
            target.Output.Flush();
        }
    }

    /// <inheritdoc/>
    public void Dispose()
    {
        foreach (var target in _targets.Where(static target => target.Owned))
        {
            target.Output.Dispose();
        }
    }

    private void Add(string target)
    {
        var equals = target.IndexOf('=', StringComparison.Ordinal);
        var name = equals < 0 ? target : target[..equals];
        var toTerminal = equals < 0;
        var format =
            ReportFormats.Find(name)
            ?? throw new UsageException($"--format {name}: the formats are {string.Join(", ", Formats)}");
        if (!toTerminal)
        {
            _targets.Add(new Target(format, OpenFile(target[(equals + 1)..]), true));
        }
        else if (_targets.Any(static other => !other.Owned))
        {
            throw new UsageException(
                $"--format {name}: the output takes one format; give the other a file, {name}=FILE"
            );
        }
        else
        {
            _targets.Add(new Target(format, _host.Out, false));
        }
    }

    private StreamWriter OpenFile(string path)
    {
        try
        {
            return new StreamWriter(Path.Combine(_host.WorkingDirectory, path), append: false, new UTF8Encoding(false))
            {
                NewLine = "\n",
            };
        }
        catch (Exception exception) when (exception is IOException or UnauthorizedAccessException or ArgumentException)
        {
            throw new UsageException($"the report cannot be written to '{path}': {exception.Message}", exception);
        }
    }

    private sealed record Target(ReportFormat Format, TextWriter Output, bool Owned);
}
