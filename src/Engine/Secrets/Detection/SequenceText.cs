namespace Governance.Engine.Secrets.Detection;

/// <summary>Knows what people type to fill a place: <c>1234567890abcdef</c>, <c>aaaabbbb</c>, <c>a1B2c3D4e5</c>, <c>abc123abc123</c>.</summary>
internal static class SequenceText
{
    /// <summary>So many characters in a row are enough to tell, two thirds of them steps: of a million random ones one is like that.</summary>
    private const int Stretch = 18;

    /// <summary>
    /// Whether half of the text goes on, in the alphabet or in counting, from the character before, or stays the same; or two
    /// thirds of it do so from one of the three before; or one part makes all of it.
    /// </summary>
    public static bool Is(string text)
    {
        text = text.ToLowerInvariant();
        if (IsRepeated(text))
        {
            return true;
        }

        var steps = 0;
        var longSteps = 0;
        for (var at = 1; at < text.Length; at++)
        {
            var isStep = IsStep(text, at);
            steps += isStep ? 1 : 0;
            longSteps += isStep || IsLongStep(text, at) ? 1 : 0;
        }

        return steps * 2 >= text.Length || longSteps * 3 >= text.Length * 2;
    }

    /// <summary>
    /// Whether a stretch of the text goes on like that, whatever stands before and behind it: <c>key_live_a1B2c3D4e5F6g7H8i9</c>.
    /// In hexadecimal digits, which are few, that is no wonder.
    /// </summary>
    public static bool IsWithin(string text)
    {
        text = text.ToLowerInvariant();
        var steps = 0;
        var isHexadecimal = true;
        var isWithin = false;
        for (var at = 1; at < text.Length; at++)
        {
            steps += IsAnyStep(text, at) ? 1 : 0;
            steps -= at > Stretch && IsAnyStep(text, at - Stretch) ? 1 : 0;
            isWithin |= steps * 3 >= Stretch * 2;
            isHexadecimal &= text[at] is (>= '0' and <= '9') or (>= 'a' and <= 'f');
        }

        return isWithin && !isHexadecimal;
    }

    private static bool IsAnyStep(string text, int at) => IsStep(text, at) || IsLongStep(text, at);

    private static bool IsStep(string text, int at) =>
        Follows(text[at - 1], text[at]) || text[at] - text[at - 1] is 0 or -1;

    private static bool IsLongStep(string text, int at) =>
        at > 1 && Follows(text[at - 2], text[at]) || at > 2 && Follows(text[at - 3], text[at]);

    private static bool Follows(char before, char sign) => sign - before == 1 || before == '9' && sign == '0';

    private static bool IsRepeated(string text)
    {
        for (var part = 1; part <= text.Length / 2 && part <= 32; part++)
        {
            var at = part;
            while (at < text.Length && text[at] == text[at - part])
            {
                at++;
            }

            if (at == text.Length)
            {
                return true;
            }
        }

        return false;
    }
}
