using System;
using System.Collections.Immutable;
using System.Text.RegularExpressions;

namespace Governance.Engine.Reporting;

/// <summary>
/// What one kind of secret looks like: short texts it cannot be without, and a pattern that is tried only where one
/// of them stands. A pattern begins at the anchor and reads a bounded or never re-read stretch, so that the whole is linear.
/// </summary>
internal sealed class SecretSignature
{
    /// <summary>How a value begins that is filled in elsewhere: <c>${{ }}</c>, <c>$(VAR)</c>, <c>{{ }}</c>, <c>&lt;name&gt;</c>, <c>%VAR%</c>.</summary>
    private const string Placeholder =
        @"\$[\{\(A-Za-z]|\{|<|%[A-Za-z]|\*{3}|xxxx|your[-_]|\[\w|@Microsoft\.|secrets?\.";

    /// <summary>How a value begins that code fetches.</summary>
    private const string Call = @"[A-Za-z_][\w.]*[\(\[]";

    /// <summary>How far behind an anchor a sign may stand: beyond what any signed pattern reads before it, in characters.</summary>
    private const int SignReach = 1024;

    private readonly Lazy<Regex> _pattern;

    private readonly string _sign;

    private SecretSignature(string sign, string pattern, string[] anchors)
    {
        _sign = sign;
        Anchors = ImmutableArray.Create(anchors);
        // Made on first use: most runs show no text with an anchor in it.
        _pattern = new Lazy<Regex>(() =>
            new Regex(@"\G(?:" + pattern + ")", RegexOptions.CultureInvariant | RegexOptions.IgnoreCase)
        );
    }

    /// <summary>The texts one of which begins the secret, compared without case.</summary>
    public ImmutableArray<string> Anchors { get; }

    /// <summary>Every signature, the more exact ones first.</summary>
    public static ImmutableArray<SecretSignature> All { get; } =
        ImmutableArray.Create(
            // The key's lines up to the next dashes; what follows the header must look like a key, prose may name the header.
            Of(
                @"-----BEGIN [A-Z0-9 ]{0,40}PRIVATE KEY[A-Z ]{0,10}-----"
                    + @"(?=[\s\\nr""',#>|+*/]{0,200}(?:[A-Za-z0-9+/=]{16}|Proc-Type|Version:))"
                    + @"\s*(?<secret>(?>(?:[^-]+|-(?!----))*))",
                "-----BEGIN "
            ),
            Of(@"(?<![A-Za-z0-9])gh[pousr]_(?<secret>[A-Za-z0-9]{20,})", "ghp_", "gho_", "ghu_", "ghs_", "ghr_"),
            Of(@"(?<![A-Za-z0-9])github_pat_(?<secret>\w{20,})", "github_pat_"),
            Of(@"(?<![A-Za-z0-9])xox[abeoprs]-(?<secret>[A-Za-z0-9-]{10,})", "xox"),
            Of(@"(?<![A-Za-z0-9])dapi(?<secret>[0-9a-f]{32})", "dapi"),
            Of(@"(?<![A-Za-z0-9])hf_(?<secret>[A-Za-z0-9]{30,})", "hf_"),
            // Kebab-case names begin with sk- too; a key has digits and capitals.
            Of(@"(?<![A-Za-z0-9_-])sk-(?<secret>(?=[\w-]*[0-9])(?=[\w-]*(?-i:[A-Z]))[\w-]{20,})", "sk-"),
            Of(@"(?<![A-Za-z0-9])(?-i:AKIA|ASIA)(?<secret>[0-9A-Z]{16})", "AKIA", "ASIA"),
            Of(
                @"(?:aws_secret(?:_access)?_key|SecretAccessKey)\\?[""']?\s{0,8}[:=]\s{0,8}\\?[""']?(?<secret>[A-Za-z0-9/+]{40})",
                "aws_secret",
                "SecretAccessKey"
            ),
            // 84 characters with AZDO from the 77th on:
            // https://learn.microsoft.com/en-us/azure/devops/organizations/accounts/use-personal-access-tokens-to-authenticate
            Of(@"(?<=(?<![A-Za-z0-9])(?<secret>[A-Za-z0-9]{76}))(?-i:AZDO)[A-Za-z0-9]{4}", "AZDO"),
            OfSigned(
                ":=",
                @"(?:pat|token)\\?[""']?\s{0,8}[:=]\s{0,8}\\?[""']?(?<secret>[a-z2-7]{52})(?![A-Za-z0-9])",
                "pat",
                "token"
            ),
            Of(@"AccountKey=(?<secret>[A-Za-z0-9+/]{20,})", "AccountKey="),
            Of(@"SharedAccessKey=(?<secret>[A-Za-z0-9+/]{20,})", "SharedAccessKey="),
            Of(@"(?<=[?&;])sig=(?<secret>[A-Za-z0-9%/+=]{20,})", "sig="),
            // A JSON web token: the first two parts are JSON objects in base64url, which begin with {".
            Of(@"(?<![\w-])eyJ(?<secret>[\w-]{8,4096}\.eyJ[\w-]{8,65536}\.[\w-]{8,})", "eyJ"),
            // A user name that is itself a token, or a password, before the host of a URL.
            OfSigned(
                "@",
                @"://[^\s/@:""'<>]{0,256}:(?!" + Placeholder + @")(?<secret>[^\s/@""'<>]{1,512})(?=@)",
                "://"
            ),
            OfSigned("@", @"://(?<secret>[A-Za-z0-9]{30,512})(?=@)", "://"),
            // A password in a connection string, which has semicolons around its parts.
            OfSigned(
                "=",
                @"(?:password|pwd)\s{0,8}=\s{0,8}(?!"
                    + Call
                    + "|"
                    + Placeholder
                    + @")(?<secret>[^;""'\s\\]{3,512})(?=;)",
                "password",
                "pwd"
            ),
            OfSigned(
                "=",
                @"(?<=;\s{0,8})(?:password|pwd)\s{0,8}=\s{0,8}(?!"
                    + Call
                    + "|"
                    + Placeholder
                    + @")(?<secret>[^;""'\s\\]{3,})",
                "password",
                "pwd"
            ),
            // A password of YAML, without quotation marks, on a line of its own.
            OfSigned(
                ":",
                @"(?<=(?:^|\n)[ \t]{0,80}(?:-[ \t]{1,8})?)password:[ \t]{1,8}(?!"
                    + Call
                    + "|"
                    + Placeholder
                    + @"|[""'&*|>!\[#])(?<secret>[^\s#]{6,512})(?=[ \t]{0,80}(?:[\r\n#]|\z))",
                "password"
            ),
            // Anything long in quotes that is given to something with a telling name.
            OfSigned(
                ":=",
                @"(?:password|passwd|pwd|secret|token|(?:api|access|account)[_-]?key)(?:_?key|_?value)?\\?[""']?\s{0,8}(?::=|=>|:|=)\s{0,8}\\?[""'](?!"
                    + Placeholder
                    + @")(?<secret>(?:[^""'\s\\]|\\(?![""'])){8,})",
                "password",
                "passwd",
                "pwd",
                "secret",
                "token",
                "api_key",
                "apikey",
                "api-key",
                "access_key",
                "accesskey",
                "account_key",
                "accountkey"
            )
        );

    /// <summary>The secret that begins at an anchor's place, or null.</summary>
    public TextRange? Match(string text, int start)
    {
        // Plain words and addresses are everywhere; making and running a pattern for each would be most of a short run.
        if (
            _sign.Length > 0
            && text.AsSpan(start, Math.Min(SignReach, text.Length - start)).IndexOfAny(_sign.AsSpan()) < 0
        )
        {
            return null;
        }

        var match = _pattern.Value.Match(text, start);
        if (!match.Success)
        {
            return null;
        }

        var secret = match.Groups["secret"];
        return new TextRange(secret.Index, match.Index + match.Length - secret.Index);
    }

    private static SecretSignature Of(string pattern, params string[] anchors) => new("", pattern, anchors);

    /// <summary>A signature whose pattern cannot match unless one of the characters of <paramref name="sign"/> follows soon.</summary>
    private static SecretSignature OfSigned(string sign, string pattern, params string[] anchors) =>
        new(sign, pattern, anchors);
}
