using System;
using System.Globalization;
using System.Text;
using Governance.Engine.Syntax.Infrastructure;

namespace Governance.Engine.Syntax.Terraform;

/// <summary>What a text of Terraform says.</summary>
internal static class TerraformText
{
    /// <summary>The text of a token without parts to fill in: without quotation marks and escapes, or the lines between the marks.</summary>
    public static string ValueOf(string source, InfraToken token)
    {
        var written = token.In(source);
        if (written[0] == '<')
        {
            var first = written.IndexOf('\n');
            var last = written.LastIndexOf('\n');
            return first < 0 || last <= first ? "" : written.Substring(first + 1, last - first);
        }

        var end = written.Length > 1 && written[written.Length - 1] == '"' ? written.Length - 1 : written.Length;
        return written.IndexOfAny(['\\', '$', '%']) < 0 ? written.Substring(1, end - 1) : Unescape(written, end);
    }

    /// <summary>The expression of a text that is filled in with nothing but it, as before Terraform 0.12: <c>"${var.name}"</c>; null for any other.</summary>
    public static string? OnlyPart(string written) =>
        written.StartsWith("\"${", StringComparison.Ordinal)
        && written.EndsWith("}\"", StringComparison.Ordinal)
        && written.IndexOfAny(['"', '{', '}'], 3, written.Length - 5) < 0
            ? written.Substring(3, written.Length - 5).Trim()
            : null;

    private static string Unescape(string written, int end)
    {
        var value = new StringBuilder();
        for (var at = 1; at < end; at++)
        {
            var sign = written[at];
            var next = at + 1 < end ? written[at + 1] : '\0';
            if (sign is '$' or '%' && next == sign && at + 2 < end && written[at + 2] == '{')
            {
                value.Append(sign);
                at++;
            }
            else if (sign == '\\' && next != '\0')
            {
                at++;
                if (
                    next == 'u'
                    && at + 4 < end
                    && int.TryParse(
                        written.Substring(at + 1, 4),
                        NumberStyles.AllowHexSpecifier,
                        CultureInfo.InvariantCulture,
                        out var code
                    )
                )
                {
                    value.Append((char)code);
                    at += 4;
                    continue;
                }

                value.Append(
                    next switch
                    {
                        'n' => '\n',
                        'r' => '\r',
                        't' => '\t',
                        _ => next,
                    }
                );
            }
            else
            {
                value.Append(sign);
            }
        }

        return value.ToString();
    }
}
