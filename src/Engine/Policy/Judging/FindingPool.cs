using System;
using System.Collections.Generic;

namespace Governance.Engine.Policy.Judging;

/// <summary>A multiset of findings known from elsewhere, by rule and fingerprint; each is taken once.</summary>
internal sealed class FindingPool<T>
{
    private readonly Dictionary<string, Queue<T>> _items = new(StringComparer.Ordinal);

    public void Add(string ruleId, string fingerprint, T item)
    {
        var key = Key(ruleId, fingerprint);
        if (!_items.TryGetValue(key, out var queue))
        {
            _items.Add(key, queue = new Queue<T>(1));
        }

        queue.Enqueue(item);
    }

    public bool TryTake(string ruleId, string fingerprint, out T? item)
    {
        if (_items.TryGetValue(Key(ruleId, fingerprint), out var queue) && queue.Count > 0)
        {
            item = queue.Dequeue();
            return true;
        }

        item = default;
        return false;
    }

    /// <summary>What was not taken.</summary>
    public IEnumerable<T> Rest()
    {
        foreach (var queue in _items.Values)
        {
            foreach (var item in queue)
            {
                yield return item;
            }
        }
    }

    private static string Key(string ruleId, string fingerprint) => ruleId + " " + fingerprint;
}
