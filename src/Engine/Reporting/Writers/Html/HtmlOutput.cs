using System;
using System.IO;
using System.Net;
using System.Security.Cryptography;
using System.Text;

namespace Governance.Engine.Reporting.Writers.Html;

/// <summary>Writes HTML in which the texts of others stay texts.</summary>
internal sealed class HtmlOutput(TextWriter output)
{
    /// <summary>Writes markup of ours, as it is.</summary>
    public HtmlOutput Raw(string markup)
    {
        output.Write(markup);
        return this;
    }

    /// <summary>Writes a text, escaped for content and for attributes in double quotes; tabs are kept.</summary>
    public HtmlOutput Text(string text)
    {
        output.Write(WebUtility.HtmlEncode(VisibleText.Of(text, keepTabs: true)));
        return this;
    }

    /// <summary>Writes a number.</summary>
    public HtmlOutput Number(int number) => Raw(Words.Of(number));

    /// <summary>Writes a place, which may break behind each slash.</summary>
    public HtmlOutput Place(Findings.Location location)
    {
        var segments = Words.Place(location).Split('/');
        for (var i = 0; i < segments.Length; i++)
        {
            Raw(i == 0 ? "" : "/<wbr>").Text(segments[i]);
        }

        return this;
    }

    /// <summary>
    /// Writes the head of a table whose columns can be sorted, with a caption for screen readers. A column of numbers
    /// has <c>#</c> before its name.
    /// </summary>
    public HtmlOutput TableHead(string id, string caption, params string[] columns)
    {
        Raw($"<div class=\"scroll\"><table class=\"sortable\" id=\"{id}\"><caption class=\"quiet\">").Text(caption);
        Raw("</caption>\n<thead><tr>");
        foreach (var column in columns)
        {
            var isNumber = column.StartsWith('#');
            Raw(isNumber ? "<th scope=\"col\" class=\"number\">" : "<th scope=\"col\">");
            Text(isNumber ? column[1..] : column).Raw("</th>");
        }

        return Raw("</tr></thead>\n<tbody>\n");
    }

    /// <summary>Ends a table.</summary>
    public HtmlOutput TableEnd() => Raw("</tbody></table></div>\n");

    /// <summary>A style sheet or script that the assembly holds.</summary>
    public static string Resource(string name)
    {
        using var stream =
            typeof(HtmlOutput).Assembly.GetManifestResourceStream("html/" + name)
            ?? throw new InvalidOperationException($"The resource html/{name} is not embedded.");
        using var reader = new StreamReader(stream, Encoding.UTF8);
        return reader.ReadToEnd().Replace("\r\n", "\n", StringComparison.Ordinal);
    }

    /// <summary>What a content security policy calls exactly this inline text.</summary>
    public static string Hash(string inline) =>
        "'sha256-" + Convert.ToBase64String(SHA256.HashData(Encoding.UTF8.GetBytes(inline))) + "'";
}
