using System;
using System.Collections.Generic;
using System.Collections.Immutable;
using System.IO;
using System.Linq;
using System.Text;
using System.Threading;
using Governance.Engine.Facts;
using Governance.Engine.Policy;
using Governance.Engine.Repository;
using Governance.Engine.Rules;
using Governance.Engine.Rules.Checks.Engine;
using Governance.Engine.Syntax;
using Governance.Engine.Syntax.Dialects;

namespace Governance.Engine.Analysis;

/// <summary>The map step: one file's content in, its findings and facts out. Safe to call from many threads.</summary>
internal sealed class FileAnalyzer
{
    private static readonly byte[] InlineExceptionMarker = Encoding.ASCII.GetBytes(InlineExceptionReader.Marker);

    private readonly List<FileCheck>[] _checks = ByClass<FileCheck>();
    private readonly List<FactReader>[] _readers = ByClass<FactReader>();
    private readonly EffectivePolicy _policy;
    private readonly FileDialects _dialects;
    private readonly bool _leavesOutCSharp;

    public FileAnalyzer(EffectivePolicy policy, AnalysisOptions options)
    {
        _policy = policy;
        _dialects = options.Dialects;
        _leavesOutCSharp = options.LeavesOutCSharp;
        var running = options
            .Checks.Where(check => policy.Rules[check.Id].IsOn && options.Includes(RuleCatalog.Find(check.Id)!))
            .ToArray();
        foreach (var check in running.OfType<FileCheck>())
        {
            foreach (var fileClass in check.Classes)
            {
                _checks[(int)fileClass].Add(check);
            }
        }

        var readers = FactReaders.For(running);
        foreach (var reader in readers)
        {
            foreach (var fileClass in reader.Classes)
            {
                _readers[(int)fileClass].Add(reader);
            }
        }

        ConfigurationKey = KeyOf(running.OfType<FileCheck>(), readers.Length, policy, _dialects);
    }

    /// <summary>
    /// What a result depends on beside the content and its class: this very build of the engine, the checks that run, and
    /// their options.
    /// </summary>
    public string ConfigurationKey { get; }

    /// <summary>Reads and analyses a file, or takes the result from the store.</summary>
    public FileResult Analyze(SourceFile file, IFileResultStore? store, CancellationToken cancellationToken)
    {
        var fileClass = PathClassifier.Classify(file.Path);
        if (
            file.Kind != EntryKind.File
            || fileClass is FileClass.Binary or FileClass.Policy
            || (_leavesOutCSharp && fileClass == FileClass.CSharp)
        )
        {
            return FileResult.Empty;
        }

        var dialect = _dialects.Of(file.Path, fileClass);
        var key = new FileResultKey(file.BlobId ?? "", file.Length ?? -1, fileClass, dialect);
        var cacheable = store is not null && file.BlobId is not null && file.Length is not null;
        if (cacheable && store!.TryGet(key, out var known))
        {
            return known;
        }

        var content = file.Read(cancellationToken);
        if (content.UnavailableBecause is { } reason)
        {
            return content.Open is { } open && Pieces().Any()
                ? InPieces(open, reason, cancellationToken)
                : UnreadableFile.Because(reason);
        }

        var (result, failed) = Analyze(fileClass, _dialects.Find(dialect), content.Bytes, cancellationToken);
        if (cacheable && !failed)
        {
            store!.Put(key, result);
        }

        return result;
    }

    private IEnumerable<FileCheck> Pieces() => _checks[(int)FileClass.Other].Where(static check => check.SearchesText);

    private FileResult InPieces(Func<Stream> open, string reason, CancellationToken cancellationToken)
    {
        var findings = new HashSet<FileFinding>();
        try
        {
            using var stream = open();
            foreach (var piece in TextChunks.Read(stream, cancellationToken))
            {
                var text = new SourceText(piece.Text);
                var file = new ParsedFile(FileClass.Other, ReadOnlyMemory<byte>.Empty, text);
                foreach (var check in Pieces())
                {
                    var found = new List<FileFinding>();
                    var options = _policy.Rules[check.Id].Options;
                    Guard(check.Id, found, into => check.Run(new FileCheckContext(check.Id, file, options, into)));
                    // What stands in the overlap is found twice.
                    findings.UnionWith(found.Select(finding => finding.Within(piece)));
                }
            }

            return UnreadableFile.SearchedOnly(reason, findings);
        }
        catch (IOException exception)
        {
            return UnreadableFile.Because(
                $"{reason}, and reading it in pieces failed: {exception.Message.TrimEnd('.')}"
            );
        }
    }

    private (FileResult Result, bool Failed) Analyze(
        FileClass fileClass,
        Dialect? dialect,
        ReadOnlyMemory<byte> bytes,
        CancellationToken cancellationToken
    )
    {
        var understood = _checks[(int)fileClass].Count > 0 || _readers[(int)fileClass].Count > 0;
        if (!understood && bytes.Span.IndexOf(InlineExceptionMarker) < 0)
        {
            return (FileResult.Empty, false);
        }

        if (SourceText.TryDecode(bytes.Span) is not { } text)
        {
            return (understood ? UnreadableFile.Binary(fileClass) : FileResult.Empty, false);
        }

        var file = new ParsedFile(fileClass, bytes, text) { Dialect = dialect };
        var findings = new List<FileFinding>();
        var facts = new List<Fact>();
        var failed = false;
        foreach (var check in _checks[(int)fileClass])
        {
            cancellationToken.ThrowIfCancellationRequested();
            var options = _policy.Rules[check.Id].Options;
            failed |= Guard(
                check.Id,
                findings,
                found => check.Run(new FileCheckContext(check.Id, file, options, found))
            );
        }

        foreach (var reader in _readers[(int)fileClass])
        {
            cancellationToken.ThrowIfCancellationRequested();
            failed |= Guard(reader.GetType().Name, findings, _ => reader.Read(file, facts));
        }

        var inline = InlineExceptionReader.Read(text, fileClass);
        return (new FileResult(findings.ToImmutableArray(), facts.ToImmutableArray(), inline), failed);
    }

    /// <summary>Runs a check apart from the others: what it throws becomes one GOV0001, and what it reported before stands.</summary>
    private static bool Guard(string name, List<FileFinding> findings, Action<List<FileFinding>> run)
    {
        var found = new List<FileFinding>();
        try
        {
            run(found);
            return false;
        }
        catch (Exception exception) when (exception is not OperationCanceledException)
        {
            found.Add(InternalError.InFile(name, exception));
            return true;
        }
        finally
        {
            findings.AddRange(found);
        }
    }

    // A lookup by an enumeration is instantiated at run time, which takes longer than all a small repository needs.
    private static List<T>[] ByClass<T>()
    {
        var lists = new List<T>[(int)FileClass.Binary + 1];
        for (var index = 0; index < lists.Length; index++)
        {
            lists[index] = [];
        }

        return lists;
    }

    private static string KeyOf(
        IEnumerable<FileCheck> checks,
        int readers,
        EffectivePolicy policy,
        FileDialects dialects
    )
    {
        var build = typeof(FileAnalyzer).Assembly.ManifestModule.ModuleVersionId.ToString("N");
        var options = checks.Select(check => $"{check.Id} {{ {policy.Rules[check.Id].Options} }}");
        return build
            + $" with {readers} readers of facts"
            + "\n"
            + string.Join("\n", options.OrderBy(static line => line, StringComparer.Ordinal))
            + dialects.Key;
    }
}
