using System.Collections.Generic;
using System.Linq;
using Governance.Engine.Analysis;
using Governance.Engine.Repository;
using Governance.Engine.Syntax;
using Governance.Engine.Syntax.Json;
using Governance.Engine.Syntax.Notebooks;

namespace Governance.Engine.Secrets.Detection;

/// <summary>The secrets of a file, whatever wraps its text.</summary>
internal static class SecretsOfFile
{
    /// <summary>The secrets, in the order of the file.</summary>
    public static IEnumerable<PlacedSecret> Find(ParsedFile file) =>
        file.Class == FileClass.Notebook && file.Notebook.IsReadable
            ? OfNotebook(file.Notebook).OrderBy(static secret => secret.Span.StartLine)
            : OfText(file.Text, 0, file.Text.Text, KindOf(file.Class));

    private static IEnumerable<PlacedSecret> OfNotebook(Notebook notebook)
    {
        var sources = NotebookTexts
            .Of(notebook)
            .SelectMany(static source =>
                SecretScanner
                    .Find(source.Text, TextKinds.Any)
                    .Select(secret => Placed(secret, source.Text, source.Span(secret.Start, secret.Length)))
            );
        // Settings of tools have no escapes to speak of.
        var file = notebook.Json.Text;
        var settings = notebook
            .Cells.Select(static cell => cell.Metadata)
            .Append(notebook.Metadata)
            .OfType<JsonObject>()
            .SelectMany(one => OfText(file, one.Start, file.Text.Substring(one.Start, one.Length), TextKinds.Any));
        return sources.Concat(settings);
    }

    private static IEnumerable<PlacedSecret> OfText(SourceText file, int offset, string text, string kind) =>
        SecretScanner
            .Find(text, kind)
            .Select(secret => Placed(secret, text, file.Span(offset + secret.Start, secret.Length)));

    private static PlacedSecret Placed(FoundSecret secret, string text, SourceSpan span) =>
        new(secret.Detector, span, SecretDigest.Of(text.Substring(secret.Start, secret.Length)));

    private static string KindOf(FileClass fileClass) =>
        fileClass switch
        {
            FileClass.Documentation => TextKinds.Documentation,
            FileClass.LockFile => TextKinds.LockFile,
            _ => TextKinds.Any,
        };
}
