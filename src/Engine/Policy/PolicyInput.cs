using System;
using System.Threading;
using Governance.Engine.Repository;
using Governance.Engine.Syntax;

namespace Governance.Engine.Policy;

/// <summary>What the policy of a repository is made from.</summary>
public sealed record PolicyInput
{
    /// <summary>The organisation's policy; null where there is none.</summary>
    public PolicyDocument? Organisation { get; init; }

    /// <summary>The repository's own <c>governance.yml</c>; null where there is none.</summary>
    public PolicyDocument? Repository { get; init; }

    /// <summary>The repository, which waves and the organisation's exceptions are matched with.</summary>
    public RepositoryOrigin Origin { get; init; } = RepositoryOrigin.None;

    /// <summary>Today in UTC; a time of day is ignored.</summary>
    public required DateTime Today { get; init; }
}

/// <summary>A text of policy.</summary>
/// <param name="DisplayPath">Its path, as problems name it: the repository's is relative to the governed root.</param>
/// <param name="Text">The text.</param>
public sealed record PolicyDocument(string DisplayPath, SourceText Text)
{
    /// <summary>The longest text read, in UTF-16 code units; a policy written by people is a thousandth of it.</summary>
    public const int MaxLength = 1 << 20;

    /// <summary>Why there is no text, as half a sentence; null where there is.</summary>
    public string? UnreadableBecause { get; private init; }

    /// <summary>Decodes a document; bytes that are no text make an unreadable one.</summary>
    public static PolicyDocument Decode(string displayPath, ReadOnlySpan<byte> bytes) =>
        SourceText.TryDecode(bytes) is { } text
            ? new PolicyDocument(displayPath, text)
            : Unreadable(displayPath, "its content is binary");

    /// <summary>The text of a file of the repository; null where there is no file.</summary>
    internal static PolicyDocument? Read(SourceFile? file, CancellationToken cancellationToken)
    {
        if (file is null)
        {
            return null;
        }

        if (file.Kind != EntryKind.File)
        {
            return Unreadable(file.Path, "it is no regular file");
        }

        var content = file.Read(cancellationToken);
        return content.UnavailableBecause is { } reason
            ? Unreadable(file.Path, reason)
            : Decode(file.Path, content.Bytes.Span);
    }

    /// <summary>A document that is there but has no text; loading it gives this as its only problem.</summary>
    /// <param name="displayPath">Its path, as problems name it.</param>
    /// <param name="reason">Why, as half a sentence without a full stop.</param>
    public static PolicyDocument Unreadable(string displayPath, string reason) =>
        new(displayPath, new SourceText("")) { UnreadableBecause = reason };
}
