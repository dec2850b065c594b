using System.Collections.Generic;

namespace Governance.Engine.Facts.Readers;

/// <summary>Appends facts up to a bound, so that no file can fill the memory of a check over all files.</summary>
internal static class BoundedFacts
{
    /// <summary>How many facts one file can have; further ones are left out.</summary>
    public const int PerFile = 10_000;

    /// <summary>Appends a fact and returns its index, or <see cref="Fact.NoOwner"/> when the file has its full number.</summary>
    public static int Append(this List<Fact> facts, Fact fact)
    {
        if (facts.Count >= PerFile)
        {
            return Fact.NoOwner;
        }

        facts.Add(fact);
        return facts.Count - 1;
    }
}
