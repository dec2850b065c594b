using System;

namespace Governance.Engine.Secrets.Detection;

/// <summary>Compares plain names of secrets with what a detector asks for.</summary>
internal static class SecretName
{
    /// <summary>
    /// Whether a plain name has a word, or ends in it where the word is followed by <c>$</c>; a number behind it is none of the name.
    /// Anything may stand for the <c>*</c> of a word, which has at most one.
    /// </summary>
    public static bool Has(string name, string wanted)
    {
        if (wanted.IndexOf('*') is var star and > 0)
        {
            var start = name.IndexOf(wanted.Substring(0, star), StringComparison.Ordinal);
            return start >= 0 && Has(name.Substring(start + star), wanted.Substring(star + 1));
        }

        return wanted[wanted.Length - 1] == '$'
            ? Ends(name, wanted.Substring(0, wanted.Length - 1))
            : name.IndexOf(wanted, StringComparison.Ordinal) >= 0;
    }

    private static bool Ends(string name, string ending) =>
        name.TrimEnd('0', '1', '2', '3', '4', '5', '6', '7', '8', '9').EndsWith(ending, StringComparison.Ordinal);
}
