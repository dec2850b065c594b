using System.Globalization;
using System.Linq;
using System.Security.Cryptography;
using System.Text;

namespace Governance.Engine.Secrets;

/// <summary>Tells secrets apart without keeping them.</summary>
public static class SecretDigest
{
    private const int Bytes = 3;

    /// <summary>
    /// The first 24 bits of the SHA-256 of a secret's UTF-8, in hexadecimal: enough to tell the secrets of a file apart, and
    /// shared by so many texts that it confirms no guess.
    /// </summary>
    public static string Of(string secret)
    {
        using var sha = SHA256.Create();
        var digest = sha.ComputeHash(Encoding.UTF8.GetBytes(secret));
        return string.Concat(digest.Take(Bytes).Select(static one => one.ToString("x2", CultureInfo.InvariantCulture)));
    }
}
