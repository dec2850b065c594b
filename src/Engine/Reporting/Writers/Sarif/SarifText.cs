using System;
using System.Linq;
using System.Text.Json;
using Governance.Engine.Findings;
using Governance.Engine.Repository;

namespace Governance.Engine.Reporting.Writers.Sarif;

/// <summary>How SARIF wants texts and paths written.</summary>
internal static class SarifText
{
    /// <summary>The base of all paths: the top of the repository, as code scanning expects.</summary>
    public const string UriBaseId = "%SRCROOT%";

    /// <summary>Writes a message object with a text that ends in a full stop.</summary>
    public static void WriteMessage(Utf8JsonWriter json, string name, string text)
    {
        json.WriteStartObject(name);
        json.WriteString("text", Sentence(text));
        json.WriteEndObject();
    }

    /// <summary>The text as a sentence; <c>[a](1)</c> in it is no link to a related location (3.11.6).</summary>
    public static string Sentence(string text)
    {
        text = text.Replace("](", "\\](", StringComparison.Ordinal).TrimEnd();
        return text.Length > 0 && text[^1] is '.' or '!' or '?' ? text : text + ".";
    }

    /// <summary>
    /// Writes an <c>artifactLocation</c>. The governed root itself is shown at its policy file, whether or not there is
    /// one: code scanning wants a file, and that is where the root is governed.
    /// </summary>
    public static void WriteArtifactLocation(Utf8JsonWriter json, RedactedReport report, Location location)
    {
        var shown = location.Path == Location.Root ? new Location(PathClassifier.PolicyFileName) : location;
        json.WriteStartObject("artifactLocation");
        json.WriteString("uri", RelativeUri(report.PathInRepository(shown)));
        json.WriteString("uriBaseId", UriBaseId);
        json.WriteEndObject();
    }

    /// <summary>The path as a relative URI reference (RFC 3986): each segment percent-encoded in UTF-8.</summary>
    public static string RelativeUri(string path) => string.Join('/', path.Split('/').Select(Uri.EscapeDataString));

    /// <summary>The remote as an absolute URI, also from git's <c>user@host:path</c>; null where it is neither.</summary>
    public static string? RepositoryUri(string? remote)
    {
        if (string.IsNullOrWhiteSpace(remote))
        {
            return null;
        }

        if (remote.Contains("://", StringComparison.Ordinal))
        {
            return Uri.TryCreate(remote, UriKind.Absolute, out var uri) ? uri.AbsoluteUri : null;
        }

        var colon = remote.IndexOf(':', StringComparison.Ordinal);
        var slash = remote.IndexOf('/', StringComparison.Ordinal);
        // One letter before the colon is a drive of Windows.
        var isRemote = colon > 1 && (slash < 0 || colon < slash);
        return
            isRemote && Uri.TryCreate($"ssh://{remote[..colon]}/{remote[(colon + 1)..]}", UriKind.Absolute, out var ssh)
            ? ssh.AbsoluteUri
            : null;
    }
}
