using System;
using System.Collections.Immutable;
using Governance.Engine.Repository;
using Governance.Engine.Syntax;

namespace Governance.Engine.Analysis;

/// <summary>
/// Finds exceptions in comments: <c># policy: allow GOV0301, GOV0302 until 2027-01-31 -- why</c>. Costs one search for
/// the marker in files that have none.
/// </summary>
public static class InlineExceptionReader
{
    /// <summary>What every such comment has.</summary>
    public const string Marker = "policy: allow";

    private const string Until = " until ";
    private const string ReasonSign = "--";

    private static readonly ImmutableArray<string> AnyComment = ImmutableArray.Create(
        "#",
        "//",
        "--",
        "/*",
        "<!--",
        ";",
        "%"
    );

    private static readonly ImmutableArray<string> HashComment = ImmutableArray.Create("#");
    private static readonly ImmutableArray<string> SlashComment = ImmutableArray.Create("//", "/*");
    private static readonly ImmutableArray<string> TerraformComment = ImmutableArray.Create("#", "//", "/*");

    /// <summary>Prose shows the syntax of code; only its own comments are meant.</summary>
    private static readonly ImmutableArray<string> ProseComment = ImmutableArray.Create("<!--");

    /// <summary>The exceptions of a file, one for each rule that a comment names, in the order of the text.</summary>
    public static ImmutableArray<InlineException> Read(SourceText text, FileClass fileClass)
    {
        var comments = CommentsOf(fileClass);
        var found = ImmutableArray.CreateBuilder<InlineException>();
        if (comments.IsEmpty)
        {
            return found.ToImmutable();
        }

        var all = text.Text.AsSpan();
        for (var from = 0; ; )
        {
            var hit = all.Slice(from).IndexOf(Marker.AsSpan(), StringComparison.Ordinal);
            if (hit < 0)
            {
                return found.ToImmutable();
            }

            var start = from + hit;
            var lineStart = all.Slice(0, start).LastIndexOfAny('\n', '\r') + 1;
            var rest = all.Slice(start);
            var length = rest.IndexOfAny('\n', '\r');
            length = length < 0 ? rest.Length : length;
            if (IsInComment(all.Slice(lineStart, start - lineStart), comments))
            {
                Add(found, text, start, rest.Slice(0, length));
            }

            from = start + length;
        }
    }

    private static ImmutableArray<string> CommentsOf(FileClass fileClass) =>
        fileClass switch
        {
            FileClass.Notebook or FileClass.Json or FileClass.Binary => ImmutableArray<string>.Empty,
            FileClass.Documentation => ProseComment,
            FileClass.Python or FileClass.CodeOwners or FileClass.Policy => HashComment,
            FileClass.Shell or FileClass.PowerShell or FileClass.Dockerfile or FileClass.Makefile => HashComment,
            _ when fileClass.IsYaml() => HashComment,
            FileClass.CSharp or FileClass.Bicep => SlashComment,
            FileClass.Terraform => TerraformComment,
            _ => AnyComment,
        };

    private static bool IsInComment(ReadOnlySpan<char> before, ImmutableArray<string> comments)
    {
        foreach (var comment in comments)
        {
            if (before.IndexOf(comment.AsSpan(), StringComparison.Ordinal) >= 0)
            {
                return true;
            }
        }

        return false;
    }

    private static void Add(
        ImmutableArray<InlineException>.Builder found,
        SourceText text,
        int start,
        ReadOnlySpan<char> line
    )
    {
        var comment = WithoutCommentEnd(line);
        var said = comment.Slice(Marker.Length);
        var reasonAt = said.IndexOf(ReasonSign.AsSpan(), StringComparison.Ordinal);
        var reason = reasonAt < 0 ? "" : said.Slice(reasonAt + ReasonSign.Length).Trim().ToString();
        var claim = reasonAt < 0 ? said : said.Slice(0, reasonAt);
        var untilAt = claim.IndexOf(Until.AsSpan(), StringComparison.Ordinal);
        var until = untilAt < 0 ? "" : claim.Slice(untilAt + Until.Length).Trim().ToString();
        var rules = (untilAt < 0 ? claim : claim.Slice(0, untilAt)).ToString().Split(',');
        var span = text.Span(start, comment.Length);
        foreach (var rule in rules)
        {
            if (rule.Trim() is { Length: > 0 } name && LooksLikeRule(name, isDated: untilAt >= 0))
            {
                found.Add(new InlineException(name, until, reason, span));
            }
        }
    }

    /// <summary>"policy: allow all traffic" is a sentence of somebody else: an id has digits, and a name is one word with a date.</summary>
    private static bool LooksLikeRule(string name, bool isDated) =>
        (name.Length > 3 && name.StartsWith("GOV", StringComparison.OrdinalIgnoreCase) && char.IsDigit(name[3]))
        || (isDated && name.IndexOf('-') > 0 && name.IndexOf(' ') < 0);

    private static ReadOnlySpan<char> WithoutCommentEnd(ReadOnlySpan<char> line)
    {
        line = line.TrimEnd();
        foreach (var end in new[] { "-->", "*/" })
        {
            if (line.EndsWith(end.AsSpan(), StringComparison.Ordinal))
            {
                return line.Slice(0, line.Length - end.Length).TrimEnd();
            }
        }

        return line;
    }
}
