using System;
using System.Collections.Generic;
using System.IO;
using System.Linq;
using System.Text;
using System.Text.RegularExpressions;
using System.Threading;
using Governance.Engine.Repository;
using Governance.Tests.Analyzers;
using Governance.Tests.RuleExamples;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;
using Microsoft.CodeAnalysis.Diagnostics;
using Microsoft.CodeAnalysis.Text;

namespace Governance.Analyzers.Tests.Support;

/// <summary>A repository as the package's targets hand it to the compiler.</summary>
internal sealed class HandedRepository
{
    public const string Root = "/repository/";

    private readonly List<AdditionalText> _texts = [];
    private readonly ConfiguredOptions _options = new();
    private readonly List<string> _lines =
    [
        "governance-paths 1",
        "root " + Root,
        "today " + Today.ToString("yyyy-MM-dd", null),
    ];

    public static DateTime Today => TestDates.Today;

    /// <summary>The extensions whose files the targets hand along.</summary>
    private static HashSet<string> Extensions { get; } = Handed("Extension");

    /// <summary>The names whose files the targets hand along, whatever their extension.</summary>
    private static HashSet<string> Names { get; } = Handed("Filename");

    public static HandedRepository Of(RepositorySnapshot snapshot)
    {
        var repository = new HandedRepository();
        repository.Line("prefix " + snapshot.Origin.PathInRepository);
        foreach (var file in snapshot.Files)
        {
            var isHanded =
                Extensions.Contains(Path.GetExtension(file.Path))
                || Names.Contains(Path.GetFileNameWithoutExtension(file.Path))
                || Path.GetFileName(file.Path) is "CODEOWNERS" or "governance.baseline";
            repository.Line(Root + file.Path);
            if (isHanded)
            {
                var bytes = file.Read(CancellationToken.None).Bytes.ToArray();
                repository._texts.Add(new Text(file.Path, () => SourceText.From(bytes, bytes.Length, Encoding.UTF8)));
            }
        }

        return repository;
    }

    public HandedRepository Line(string line)
    {
        _lines.Add(line);
        return this;
    }

    public HandedRepository With(string path, string content) => With(path, () => SourceText.From(content));

    public HandedRepository With(string path, Func<SourceText?> read)
    {
        _texts.Add(new Text(path, read));
        return Line(Root + path);
    }

    /// <summary>A key of an .editorconfig's section that matches a path; of a .globalconfig without one.</summary>
    public HandedRepository Configured(string? path, string key, string value)
    {
        _options.Set(path is null ? null : Root + path, key, value);
        return this;
    }

    /// <summary>What a compilation with the analyzer says.</summary>
    public IReadOnlyList<Diagnostic> Diagnostics(CSharpCompilationOptions? options = null) =>
        Run(Files(), options, _options);

    /// <summary>All files as they are handed: the list, and then the texts.</summary>
    public AdditionalText[] Files() =>
        [new Text("src/App/obj/governance-paths.v1.txt", () => SourceText.From(string.Join('\n', _lines))), .. _texts];

    public static IReadOnlyList<Diagnostic> Run(
        AdditionalText[] files,
        CSharpCompilationOptions? options = null,
        AnalyzerConfigOptionsProvider? configured = null
    ) =>
        Compile(AnalyzerAssembly.NewRepositoryFindingsAnalyzer(), files, options, configured)
            .GetAnalyzerDiagnosticsAsync()
            .GetAwaiter()
            .GetResult();

    /// <summary>A compilation that is handed files, and an analyzer that may have seen others.</summary>
    public static CompilationWithAnalyzers Compile(
        DiagnosticAnalyzer analyzer,
        AdditionalText[] files,
        CSharpCompilationOptions? options = null,
        AnalyzerConfigOptionsProvider? configured = null
    ) =>
        CSharpCompilation
            .Create(
                "consumer",
                [CSharpSyntaxTree.ParseText("class Program { }")],
                [MetadataReference.CreateFromFile(typeof(object).Assembly.Location)],
                options ?? new CSharpCompilationOptions(OutputKind.DynamicallyLinkedLibrary)
            )
            .WithAnalyzers([analyzer], new AnalyzerOptions([.. files], configured ?? new ConfiguredOptions()));

    internal sealed class Text(string path, Func<SourceText?> read) : AdditionalText
    {
        private readonly Lazy<SourceText?> _text = new(read);

        public override string Path => Root + path;

        public override SourceText? GetText(CancellationToken cancellationToken = default) => _text.Value;
    }

    private static HashSet<string> Handed(string part) =>
        Regex
            .Matches(
                File.ReadAllText(Path.Combine(SourceTree.Root, "src/Analyzers/build/Governance.Analyzers.targets")),
                $@"'%\({part}\)' == '([.A-Za-z0-9]+)'"
            )
            .Select(static match => match.Groups[1].Value)
            .ToHashSet();
}
