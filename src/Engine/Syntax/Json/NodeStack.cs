using System;
using System.Collections.Immutable;

namespace Governance.Engine.Syntax.Json;

/// <summary>Gathers the children of all open containers in one array, so that each container allocates its own once.</summary>
internal sealed class NodeStack<T>
{
    private T[] _entries = new T[64];

    public int Count { get; private set; }

    public void Push(T entry)
    {
        if (Count == _entries.Length)
        {
            Array.Resize(ref _entries, Count * 2);
        }

        _entries[Count++] = entry;
    }

    /// <summary>Takes off everything pushed since <paramref name="mark"/> was the count.</summary>
    public ImmutableArray<T> PopFrom(int mark)
    {
        var popped = ImmutableArray.Create(_entries, mark, Count - mark);
        Count = mark;
        return popped;
    }
}
