using System.Collections.Immutable;
using Governance.Engine.Syntax;

namespace Governance.Engine.Findings;

/// <summary>A mechanical remedy: all of its edits together, or none.</summary>
/// <param name="Title">What it does, in the imperative, without a full stop.</param>
/// <param name="Edits">The edits; spans refer to the text as it was when the finding was made.</param>
public sealed record Fix(string Title, ImmutableArray<FileEdit> Edits);

/// <summary>One step of a <see cref="Fix"/>.</summary>
/// <param name="Path">The file or folder that is changed or made, relative to the governed root.</param>
public abstract record FileEdit(string Path);

/// <summary>Replaces a stretch of a file's text.</summary>
public sealed record ReplaceText(string Path, SourceSpan Span, string NewText) : FileEdit(Path);

/// <summary>Creates a file, and the folders above it. Refused where something stands there already.</summary>
public sealed record CreateFile(string Path, string Content) : FileEdit(Path);

/// <summary>
/// Moves a file or a whole folder. The new path may hold <see cref="UserPlaceholder"/>, which the person who applies
/// the fix fills in. Refused where something stands at the new path already.
/// </summary>
public sealed record MovePath(string Path, string NewPath) : FileEdit(Path)
{
    /// <summary>Stands for the name of the user whom a notebook belongs to.</summary>
    public const string UserPlaceholder = "<user>";
}
