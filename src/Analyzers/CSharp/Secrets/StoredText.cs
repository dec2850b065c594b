using System.Collections.Generic;
using System.Text;
using Governance.Engine.Secrets;
using Microsoft.CodeAnalysis;

namespace Governance.Analyzers.CSharp.Secrets;

/// <summary>A text as far as the code tells it, and which part of it stands where.</summary>
internal sealed class StoredText
{
    private readonly StringBuilder _text = new();
    private readonly List<(int Start, SyntaxNode Place)> _parts = [];

    /// <summary>The operation that the text comes from, which may stand elsewhere than where it is used.</summary>
    public required IOperation Source { get; init; }

    /// <summary>The text, with <see cref="ConnectionStringSecrets.Unknown"/> for what only a run tells.</summary>
    public string Text => _text.ToString();

    /// <summary>Whether it is written in one place, and nothing is added to it.</summary>
    public bool HasOnePart => _parts.Count == 1;

    /// <summary>Adds a part that stands in the code.</summary>
    public void Add(string text, SyntaxNode place)
    {
        if (text.Length > 0)
        {
            _parts.Add((_text.Length, place));
            _text.Append(text);
        }
    }

    /// <summary>Adds a part that only a run tells.</summary>
    public void AddUnknown(SyntaxNode place) => Add(ConnectionStringSecrets.Unknown.ToString(), place);

    /// <summary>Where the part with this offset stands.</summary>
    public SyntaxNode PlaceOf(int offset)
    {
        var place = Source.Syntax;
        foreach (var part in _parts)
        {
            if (part.Start <= offset)
            {
                place = part.Place;
            }
        }

        return place;
    }
}
