namespace Governance.Engine.Secrets.Detection;

/// <summary>Knows what people type to fill a place: <c>1234567890abcdef</c>, <c>aaaabbbb</c>, <c>abc123abc123</c>.</summary>
internal static class SequenceText
{
    /// <summary>Whether at least half of the text goes up by one, down by one or stays from character to character, or one part makes all of it.</summary>
    public static bool Is(string text)
    {
        var steps = 0;
        for (var at = 1; at < text.Length; at++)
        {
            steps += (text[at] - text[at - 1]) is >= -1 and <= 1 || (text[at - 1] == '9' && text[at] == '0') ? 1 : 0;
        }

        return steps * 2 >= text.Length || IsRepeated(text);
    }

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
