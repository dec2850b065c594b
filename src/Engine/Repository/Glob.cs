using System;
using System.Collections.Immutable;
using System.Diagnostics.CodeAnalysis;

namespace Governance.Engine.Repository;

/// <summary>
/// One pattern of gitignore's kind (https://git-scm.com/docs/gitignore#_pattern_format), compiled once. Differences: a
/// list of patterns is no file, so <c>#</c> starts no comment, <c>!</c> is refused, and what git silently never
/// matches (<c>a//b</c>, <c>./a</c>, an open bracket) is a parse error. <c>.</c> alone means the root itself, which no
/// other pattern matches. Case counts. Time is at most proportional to the pattern's length times the path's.
/// </summary>
public sealed class Glob
{
    /// <summary>The longest pattern read, in UTF-16 code units.</summary>
    public const int MaxLength = 1024;

    private const string RootPath = ".";

    private readonly ImmutableArray<GlobSegment> _segments;
    private readonly bool _anchored;
    private readonly bool _foldersOnly;

    private Glob(string pattern, ImmutableArray<GlobSegment> segments, bool anchored, bool foldersOnly)
    {
        Pattern = pattern;
        _segments = segments;
        _anchored = anchored;
        _foldersOnly = foldersOnly;
    }

    /// <summary>The pattern as written.</summary>
    public string Pattern { get; }

    /// <summary>Compiles a pattern.</summary>
    /// <param name="pattern">The pattern.</param>
    /// <param name="glob">The compiled pattern, where it is valid.</param>
    /// <param name="error">What is wrong with it, as half a sentence about "the pattern"; null where it is valid.</param>
    public static bool TryParse(
        string pattern,
        [NotNullWhen(true)] out Glob? glob,
        [NotNullWhen(false)] out string? error
    )
    {
        glob = null;
        error = FlawOfWhole(pattern);
        if (error is not null)
        {
            return false;
        }

        if (pattern == RootPath)
        {
            glob = new Glob(pattern, ImmutableArray<GlobSegment>.Empty, anchored: true, foldersOnly: false);
            return true;
        }

        var body = WithoutTrailingSpaces(pattern);
        var foldersOnly = body.EndsWith("/", StringComparison.Ordinal);
        body = foldersOnly ? body.Substring(0, body.Length - 1) : body;
        var anchored = body.IndexOf('/') >= 0;
        body = body.StartsWith("/", StringComparison.Ordinal) ? body.Substring(1) : body;

        var segments = ImmutableArray.CreateBuilder<GlobSegment>();
        foreach (var part in body.Split('/'))
        {
            if (!GlobSegmentParser.TryParse(part, out var segment, out error))
            {
                return false;
            }

            // Two '**' in a row mean what one means; only the last of a pattern demands something below it.
            if (segment.IsAnyDepth && segments.Count > 0 && segments[segments.Count - 1].IsAnyDepth)
            {
                continue;
            }

            segments.Add(segment);
        }

        glob = new Glob(pattern, segments.ToImmutable(), anchored, foldersOnly);
        error = null;
        return true;
    }

    /// <summary>Whether the pattern matches the path, or a folder above it.</summary>
    /// <param name="path">A repository path; <c>.</c> for the root.</param>
    /// <param name="isFolder">Whether the path is a folder, which a pattern that ends in a slash asks for.</param>
    public bool IsMatch(string path, bool isFolder = false)
    {
        if (path == RootPath || _segments.IsEmpty)
        {
            return path == RootPath && _segments.IsEmpty;
        }

        return _anchored
            ? MatchesFromStart(path.AsSpan(), isFolder)
            : MatchesAnySegment(path.AsSpan(), _segments[0], isFolder);
    }

    /// <inheritdoc/>
    public override string ToString() => Pattern;

    private bool MatchesAnySegment(ReadOnlySpan<char> path, GlobSegment segment, bool isFolder)
    {
        while (true)
        {
            var slash = path.IndexOf('/');
            var isLast = slash < 0;
            if ((!isLast || isFolder || !_foldersOnly) && segment.IsMatch(isLast ? path : path.Slice(0, slash)))
            {
                return true;
            }

            if (isLast)
            {
                return false;
            }

            path = path.Slice(slash + 1);
        }
    }

    /// <summary>
    /// Matches the pattern against a beginning of the path. Where a segment differs, only the last '**' seen takes one
    /// segment more: an earlier one could gain nothing by it, so nothing is tried twice.
    /// </summary>
    private bool MatchesFromStart(ReadOnlySpan<char> path, bool isFolder)
    {
        var next = 0;
        var retryAt = -1;
        var rest = path;
        var retryRest = path;
        while (!rest.IsEmpty)
        {
            var slash = rest.IndexOf('/');
            var segment = slash < 0 ? rest : rest.Slice(0, slash);
            var below = slash < 0 ? default : rest.Slice(slash + 1);
            if (_segments[next].IsAnyDepth && next < _segments.Length - 1)
            {
                retryAt = ++next;
                retryRest = rest;
                continue;
            }

            if (_segments[next].IsAnyDepth || _segments[next].IsMatch(segment))
            {
                if (++next == _segments.Length)
                {
                    // The earliest end leaves the most below it: if this is the path's last segment, so is every later end.
                    return !_foldersOnly || isFolder || !below.IsEmpty;
                }

                rest = below;
                continue;
            }

            if (retryAt < 0)
            {
                return false;
            }

            slash = retryRest.IndexOf('/');
            retryRest = slash < 0 ? default : retryRest.Slice(slash + 1);
            rest = retryRest;
            next = retryAt;
        }

        return false;
    }

    private static string? FlawOfWhole(string pattern)
    {
        if (pattern.Trim(' ', '/').Length == 0)
        {
            return "is empty and matches nothing";
        }

        if (pattern.Length > MaxLength)
        {
            return $"is longer than {MaxLength} characters";
        }

        return pattern[0] == '!' ? "begins with '!', which a list of patterns does not know" : null;
    }

    private static string WithoutTrailingSpaces(string pattern)
    {
        var trimmed = pattern.TrimEnd(' ');
        var escapes = 0;
        while (escapes < trimmed.Length && trimmed[trimmed.Length - 1 - escapes] == '\\')
        {
            escapes++;
        }

        return escapes % 2 == 1 && trimmed.Length < pattern.Length ? trimmed + " " : trimmed;
    }
}
