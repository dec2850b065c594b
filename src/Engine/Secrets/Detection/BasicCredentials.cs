using System;
using System.Linq;
using System.Text;

namespace Governance.Engine.Secrets.Detection;

/// <summary>Knows a user and a password in base64, as HTTP sends them (https://www.rfc-editor.org/rfc/rfc7617).</summary>
internal static class BasicCredentials
{
    /// <summary>Whether the text is base64 of a user, a colon and what may be a password.</summary>
    public static bool Are(string value)
    {
        if (Decode(value) is not { } text)
        {
            return false;
        }

        var colon = Array.IndexOf(text, (byte)':');
        return colon >= 0
            && text.Take(colon).All(static one => one is > (byte)' ' and <= (byte)'~')
            && IsPassword(text.Skip(colon + 1).ToArray(), Encoding.ASCII.GetString(text, 0, colon));
    }

    // Which charset it has is not told, so that a few bytes may be of letters that ASCII lacks.
    private static bool IsPassword(byte[] password, string user)
    {
        if (password.Count(static one => one > '~') * 5 > password.Length || password.Any(static one => one < ' '))
        {
            return false;
        }

        var text = new string(password.Select(static one => one > '~' ? 'x' : (char)one).ToArray());
        return text != user && !PlaceholderText.Is(text) && CommonPasswords.IsOther(text);
    }

    private static byte[]? Decode(string value)
    {
        try
        {
            return Convert.FromBase64String(value.PadRight((value.Length + 3) / 4 * 4, '='));
        }
        catch (FormatException)
        {
            return null;
        }
    }
}
