using System;
using System.Collections.Generic;
using System.Globalization;
using System.Linq;
using System.Threading;
using Governance.Tests.Analyzers;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;
using Microsoft.CodeAnalysis.Diagnostics;
using Microsoft.CodeAnalysis.Text;

namespace Governance.Analyzers.Workspaces.Tests;

/// <summary>
/// The project of a governed repository that reports, open in a workspace, as editors have it: documents change, and one analyzer looks at
/// each state. What it says is written <c>path(line,column): id</c>.
/// </summary>
internal sealed class OpenProject : IDisposable
{
    public const string Root = "/repository/";

    private readonly AdhocWorkspace _workspace = new();
    private readonly DiagnosticAnalyzer _analyzer;
    private readonly ProjectId _project;
    private readonly DocumentId _code;
    private readonly Dictionary<string, DocumentId> _files = new(StringComparer.Ordinal);
    private readonly Dictionary<string, CountedText> _texts = new(StringComparer.Ordinal);
    private readonly string _listPath;

    public OpenProject(DiagnosticAnalyzer? analyzer = null, string name = "App")
    {
        _analyzer = analyzer ?? AnalyzerAssembly.NewRepositoryFindingsAnalyzer();
        _listPath = $"src/{name}/obj/governance-paths.v1.txt";
        _project = _workspace
            .AddProject(
                ProjectInfo.Create(
                    ProjectId.CreateNewId(),
                    VersionStamp.Default,
                    name,
                    name,
                    LanguageNames.CSharp,
                    compilationOptions: new CSharpCompilationOptions(OutputKind.DynamicallyLinkedLibrary),
                    metadataReferences: [MetadataReference.CreateFromFile(typeof(object).Assembly.Location)]
                )
            )
            .Id;
        _code = DocumentId.CreateNewId(_project);
        Apply(Solution.AddDocument(_code, "Program.cs", SourceText.From("class Program { }")));
    }

    /// <summary>How many additional files were parsed since it was asked last, the list of paths left out.</summary>
    public int Parses
    {
        get
        {
            var all = _texts.Values.Sum(static text => text.Parses);
            var since = all - field;
            field = all;
            return since;
        }
    }

    private Solution Solution => _workspace.CurrentSolution;

    /// <summary>Writes a file, and lists it where it is new.</summary>
    public OpenProject Write(string path, string text)
    {
        var isNew = !_files.ContainsKey(path);
        Hand(path, text);
        return isNew ? List() : this;
    }

    /// <summary>Writes many new files.</summary>
    public OpenProject WriteAll(IEnumerable<(string Path, string Text)> files)
    {
        foreach (var (path, text) in files)
        {
            Hand(path, text);
        }

        return List();
    }

    /// <summary>Deletes a file.</summary>
    public OpenProject Delete(string path)
    {
        Apply(Solution.RemoveAdditionalDocument(_files[path]));
        _files.Remove(path);
        return List();
    }

    /// <summary>Writes C# code.</summary>
    public OpenProject Code(string text)
    {
        Apply(Solution.WithDocumentText(_code, SourceText.From(text)));
        return this;
    }

    /// <summary>All there is to say, as a build says it.</summary>
    public IReadOnlyList<string> Findings(CancellationToken cancellationToken = default) =>
        [
            .. Compile()
                .GetAnalyzerDiagnosticsAsync(cancellationToken)
                .GetAwaiter()
                .GetResult()
                .Select(Line)
                .Order(StringComparer.Ordinal),
        ];

    /// <summary>What an editor shows in an open file.</summary>
    public IReadOnlyList<string> Live(string path)
    {
        var compilation = Compile();
        var file = compilation.AnalysisOptions.Options!.AdditionalFiles.Single(one => one.Path == Root + path);
        var result = compilation.GetAnalysisResultAsync(file, CancellationToken.None).GetAwaiter().GetResult();
        Assert.Empty(result.CompilationDiagnostics);
        return result.AdditionalFileDiagnostics.TryGetValue(file, out var told)
            ? [.. told.Values.SelectMany(static all => all).Select(Line).Order(StringComparer.Ordinal)]
            : [];
    }

    public void Dispose() => _workspace.Dispose();

    private void Hand(string path, string text)
    {
        var counted = _texts[path + "\n" + _texts.Count] = new CountedText(text);
        if (_files.TryGetValue(path, out var id))
        {
            Apply(Solution.WithAdditionalDocumentText(id, counted));
            return;
        }

        id = DocumentId.CreateNewId(_project);
        _files.Add(path, id);
        Apply(Solution.AddAdditionalDocument(id, path, counted, filePath: Root + path));
    }

    private OpenProject List()
    {
        var paths = _files.Keys.Where(path => path != _listPath).Select(static path => Root + path);
        string[] lines = ["governance-paths 1", "root " + Root, "today 2026-11-22", .. paths];
        Hand(_listPath, string.Join('\n', lines));
        return this;
    }

    private void Apply(Solution solution) => Assert.True(_workspace.TryApplyChanges(solution));

    private CompilationWithAnalyzers Compile()
    {
        var project = Solution.GetProject(_project)!;
        var compilation = project.GetCompilationAsync().GetAwaiter().GetResult()!;
        return compilation.WithAnalyzers([_analyzer], project.AnalyzerOptions);
    }

    private static string Line(Diagnostic diagnostic)
    {
        var span = diagnostic.Location.GetLineSpan();
        var path = span.Path.StartsWith(Root, StringComparison.Ordinal) ? span.Path[Root.Length..] : span.Path;
        return string.Create(
            CultureInfo.InvariantCulture,
            $"{path}({span.StartLinePosition.Line + 1},{span.StartLinePosition.Character + 1}): {diagnostic.Id}"
        );
    }
}
