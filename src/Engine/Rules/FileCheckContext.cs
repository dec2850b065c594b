using System.Collections.Generic;
using System.Collections.Immutable;
using Governance.Engine.Analysis;
using Governance.Engine.Findings;
using Governance.Engine.Syntax;

namespace Governance.Engine.Rules;

/// <summary>What a <see cref="FileCheck"/> sees: the parsed file and the rule's options.</summary>
public sealed class FileCheckContext
{
    private readonly string _ruleId;
    private readonly List<FileFinding> _findings;

    internal FileCheckContext(string ruleId, ParsedFile file, RuleOptions options, List<FileFinding> findings)
    {
        _ruleId = ruleId;
        _findings = findings;
        File = file;
        Options = options;
    }

    /// <summary>The file, decoded and parsed once for all checks.</summary>
    public ParsedFile File { get; }

    /// <summary>The rule's options, with the policy's values over the page's defaults.</summary>
    public RuleOptions Options { get; }

    /// <summary>Reports a flaw.</summary>
    /// <param name="span">Where, or null for the file as a whole.</param>
    /// <param name="message">What is wrong: a sentence without a full stop.</param>
    /// <param name="remedy">What to do: a sentence without a full stop.</param>
    /// <param name="content">The flagged content, from which the fingerprint is made; it must not change when lines move.</param>
    /// <param name="fixTitle">What the edits do, in the imperative; null where there is no mechanical fix.</param>
    /// <param name="edits">The edits of the fix.</param>
    /// <param name="related">Further places of the same file.</param>
    /// <param name="family">What stands behind the rule's id and a slash; null for nothing.</param>
    /// <param name="atMost">The severity it has at the worst; null for the rule's.</param>
    public void Report(
        SourceSpan? span,
        string message,
        string remedy,
        string content,
        string? fixTitle = null,
        ImmutableArray<TextEdit> edits = default,
        ImmutableArray<RelatedSpan> related = default,
        string? family = null,
        Severity? atMost = null
    ) =>
        _findings.Add(
            new FileFinding(
                RuleFamily.Id(_ruleId, family),
                span,
                message,
                remedy,
                content,
                fixTitle,
                edits.IsDefault ? ImmutableArray<TextEdit>.Empty : edits,
                related.IsDefault ? ImmutableArray<RelatedSpan>.Empty : related,
                atMost
            )
        );
}
