using System;
using System.Collections.Immutable;
using System.Linq;
using System.Text;
using Governance.Engine.Findings;
using Governance.Engine.Policy.Reading;
using Governance.Engine.Syntax;

namespace Governance.Engine.Policy;

/// <summary>A baseline as read, and what is wrong with its text.</summary>
public sealed record BaselineReadResult(Baseline Baseline, ImmutableArray<PolicyProblem> Problems);

/// <summary>
/// The text of a baseline: a line for each finding with rule, fingerprint and path, sorted, so that a change of it reads
/// well and two changes merge. Line breaks and backslashes in paths are escaped with a backslash; <c>#</c> starts a comment.
/// </summary>
public static class BaselineFile
{
    private const string Title = "# governance baseline ";
    private const char Version = '1';
    private const int MaxProblems = 20;
    private const int FingerprintLength = 32;

    /// <summary>Reads a baseline. It never throws: a line that is none becomes a problem, and the others count.</summary>
    public static BaselineReadResult Read(PolicyDocument document) => Read(document, KnownRules.OfCatalog());

    /// <summary>Writes a baseline, with <c>\n</c> as line end.</summary>
    public static string Write(Baseline baseline)
    {
        var text = new StringBuilder(Title).Append(Version).Append('\n');
        text.Append(
            "# Known findings: 'policy baseline' takes out what is fixed. Adding a line is itself a finding.\n"
        );
        var lines = baseline
            .Entries.OrderBy(static entry => entry.RuleId, StringComparer.Ordinal)
            .ThenBy(static entry => entry.Path, StringComparer.Ordinal)
            .ThenBy(static entry => entry.Fingerprint, StringComparer.Ordinal);
        foreach (var entry in lines)
        {
            text.Append(entry.RuleId).Append(' ').Append(entry.Fingerprint).Append(' ');
            text.Append(Escape(entry.Path)).Append('\n');
        }

        return text.ToString();
    }

    internal static BaselineReadResult Read(PolicyDocument document, KnownRules rules)
    {
        var entries = ImmutableArray.CreateBuilder<BaselineEntry>();
        var problems = ImmutableArray.CreateBuilder<PolicyProblem>();
        var lineCount = document.Text.Text.Length == 0 ? 0 : document.Text.LineCount;
        var flaw = document.UnreadableBecause is { } reason
            ? $"The baseline could not be read: {reason}"
            : FlawOfTitle(document.Text.Line(1));
        if (flaw is not null)
        {
            Report(document, problems, 1, flaw, "Write it with 'policy baseline' of this version");
            return new BaselineReadResult(
                new Baseline(document.DisplayPath, entries.ToImmutable()),
                problems.ToImmutable()
            );
        }

        for (var line = 2; line <= lineCount; line++)
        {
            var text = document.Text.Line(line);
            if (text.Trim().Length == 0 || text[0] == '#')
            {
                continue;
            }

            if (IsConflictMarker(text))
            {
                Report(
                    document,
                    problems,
                    line,
                    "A merge conflict is not resolved here",
                    "Take the marker out, and run 'policy baseline' to prune what is fixed"
                );
            }
            else if (ReadEntry(text, line) is not { } entry)
            {
                Report(
                    document,
                    problems,
                    line,
                    "The line is no entry of a baseline: a rule, a fingerprint of 32 digits, and a path",
                    "Restore the line from history, or run 'policy baseline'"
                );
            }
            else if (rules.Find(entry.RuleId) is null)
            {
                Report(
                    document,
                    problems,
                    line,
                    $"There is no rule {ValueReader.Quote(entry.RuleId)}",
                    rules.RemedyFor(entry.RuleId)
                );
            }
            else
            {
                entries.Add(entry);
            }
        }

        return new BaselineReadResult(
            new Baseline(document.DisplayPath, entries.ToImmutable()),
            problems.ToImmutable()
        );
    }

    private static string? FlawOfTitle(string title)
    {
        if (!title.StartsWith(Title, StringComparison.Ordinal))
        {
            return $"The file does not begin with '{Title}{Version}' and is not read as a baseline";
        }

        var version = title.Substring(Title.Length).Trim();
        return version == Version.ToString()
            ? null
            : $"The baseline is of version {ValueReader.Quote(version)}, and this tool knows version {Version}";
    }

    private static BaselineEntry? ReadEntry(string text, int line)
    {
        var parts = text.Split([' '], 3);
        var isEntry =
            parts.Length == 3
            && parts[0].StartsWith("GOV", StringComparison.Ordinal)
            && parts[1].Length == FingerprintLength
            && parts[1].All(static c => c is (>= '0' and <= '9') or (>= 'a' and <= 'f'))
            && parts[2].Length > 0;
        return isEntry ? new BaselineEntry(parts[0], parts[1], Unescape(parts[2]), line) : null;
    }

    private static bool IsConflictMarker(string text) =>
        text.StartsWith("<<<<<<<", StringComparison.Ordinal)
        || text.StartsWith("=======", StringComparison.Ordinal)
        || text.StartsWith(">>>>>>>", StringComparison.Ordinal)
        || text.StartsWith("|||||||", StringComparison.Ordinal);

    private static void Report(
        PolicyDocument document,
        ImmutableArray<PolicyProblem>.Builder problems,
        int line,
        string message,
        string remedy
    )
    {
        if (problems.Count < MaxProblems)
        {
            var span = new SourceSpan(line, 1, line, document.Text.Line(line).Length + 1);
            var place = new Location(document.DisplayPath, span);
            problems.Add(new PolicyProblem(PolicyLayerKind.Repository, place, message, remedy));
        }
    }

    private static string Escape(string path) => path.Replace("\\", "\\\\").Replace("\n", "\\n").Replace("\r", "\\r");

    private static string Unescape(string path)
    {
        if (path.IndexOf('\\') < 0)
        {
            return path;
        }

        var plain = new StringBuilder(path.Length);
        for (var index = 0; index < path.Length; index++)
        {
            if (path[index] != '\\' || index + 1 == path.Length)
            {
                plain.Append(path[index]);
                continue;
            }

            index++;
            plain.Append(
                path[index] switch
                {
                    'n' => '\n',
                    'r' => '\r',
                    var other => other,
                }
            );
        }

        return plain.ToString();
    }
}
