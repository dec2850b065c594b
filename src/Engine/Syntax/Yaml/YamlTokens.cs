using YamlDotNet.Core;
using YamlDotNet.Core.Tokens;

namespace Governance.Engine.Syntax.Yaml;

/// <summary>
/// Remembers where the anchor and the tag of the next node stand, while the parser takes them from its scanner: the
/// events tell their names, and that they stand somewhere between the event's start and its end.
/// </summary>
internal sealed class YamlTokens(IScanner scanner) : IScanner
{
    /// <summary>The tag taken since the last <see cref="Forget"/>, or null.</summary>
    public Tag? Tag { get; private set; }

    /// <summary>The end of the anchor or tag taken last, or null.</summary>
    public Mark? End { get; private set; }

    /// <inheritdoc/>
    public Mark CurrentPosition => scanner.CurrentPosition;

    /// <inheritdoc/>
    public Token? Current => scanner.Current;

    /// <summary>Forgets what belongs to a node that is read.</summary>
    public void Forget()
    {
        Tag = null;
        End = null;
    }

    /// <inheritdoc/>
    public bool MoveNext() => scanner.MoveNext();

    /// <inheritdoc/>
    public bool MoveNextWithoutConsuming() => scanner.MoveNextWithoutConsuming();

    /// <inheritdoc/>
    public void ConsumeCurrent()
    {
        if (scanner.Current is Tag tag)
        {
            Tag = tag;
            End = tag.End;
        }
        else if (scanner.Current is Anchor anchor)
        {
            End = anchor.End;
        }

        scanner.ConsumeCurrent();
    }
}
