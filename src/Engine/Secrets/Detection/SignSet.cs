namespace Governance.Engine.Secrets.Detection;

/// <summary>A set of characters: of ASCII each by itself, and all others together.</summary>
/// <param name="Low">The characters below 64, a bit each.</param>
/// <param name="High">Those from 64 to 127.</param>
/// <param name="HasOthers">Whether it may have characters that are not ASCII.</param>
internal readonly record struct SignSet(ulong Low, ulong High, bool HasOthers)
{
    /// <summary>All characters.</summary>
    public static SignSet All => new(ulong.MaxValue, ulong.MaxValue, true);

    /// <summary>Whether it has a character; true for one it may have.</summary>
    public bool Has(char sign) =>
        sign < 64 ? (Low >> sign & 1) != 0
        : sign < 128 ? (High >> (sign - 64) & 1) != 0
        : HasOthers;

    /// <summary>The characters of both.</summary>
    public SignSet Or(SignSet other) => new(Low | other.Low, High | other.High, HasOthers || other.HasOthers);

    /// <summary>All but these. What is not ASCII may be in the set and beside it.</summary>
    public SignSet Not() => new(~Low, ~High, true);

    /// <summary>The set with the characters from one to another.</summary>
    public SignSet With(char first, char last)
    {
        var set = this;
        for (int sign = first; sign <= last && sign < 128; sign++)
        {
            set =
                sign < 64
                    ? set with
                    {
                        Low = set.Low | 1UL << sign,
                    }
                    : set with
                    {
                        High = set.High | 1UL << (sign - 64),
                    };
        }

        return last < 128 ? set : set with { HasOthers = true };
    }

    /// <summary>The set with the letters of both cases; some that are not ASCII are the same without case.</summary>
    public SignSet WithoutCase()
    {
        const ulong Letters = 0x07FFFFFE;
        var letters = (High | High >> 32) & Letters;
        return new SignSet(Low, High | letters | letters << 32, HasOthers || letters != 0);
    }
}
