using System.Collections.Generic;
using System.Collections.Immutable;
using System.Threading;
using Governance.Engine.Findings;
using Governance.Engine.Policy;
using Governance.Engine.Policy.Reading;
using Governance.Engine.Repository;
using Governance.Engine.Syntax;
using Governance.Engine.Syntax.Dialects;

namespace Governance.Engine.Analysis;

/// <summary>The dialects that the policy of a run declares, read, and which file is held against which.</summary>
internal sealed class FileDialects
{
    private readonly List<(GlobSet Paths, Dialect Dialect)> _dialects = [];
    private readonly List<string> _texts = [];
    private readonly ImmutableArray<PolicyProblem>.Builder _problems = ImmutableArray.CreateBuilder<PolicyProblem>();

    private FileDialects() { }

    /// <summary>No dialects.</summary>
    public static FileDialects None { get; } = new();

    /// <summary>What is wrong with them; one with a mistake does not count.</summary>
    public ImmutableArray<PolicyProblem> Problems => _problems.ToImmutable();

    /// <summary>Their texts: what results depend on.</summary>
    public string Key => string.Join("\n", _texts);

    /// <summary>Reads the dialects of a policy, as far as they stand in files of the snapshot.</summary>
    public static FileDialects Read(
        EffectivePolicy policy,
        RepositorySnapshot snapshot,
        CancellationToken cancellationToken
    )
    {
        if (policy.Dialects.IsEmpty)
        {
            return None;
        }

        var dialects = new FileDialects();
        foreach (var declared in policy.Dialects)
        {
            if (declared.InPlace is { } dialect)
            {
                dialects.Add(declared, dialect, declared.Text!);
            }
            else
            {
                dialects.Read(declared, declared.File!, snapshot, cancellationToken);
            }
        }

        return dialects;
    }

    /// <summary>The number of the dialect that a file is held against, from 1; 0 for none. The first that names it counts.</summary>
    public int Of(string path, FileClass fileClass) =>
        _dialects.Count == 0 || !fileClass.IsYaml()
            ? 0
            : 1 + _dialects.FindIndex(dialect => dialect.Paths.IsMatch(path));

    /// <summary>The dialect of a number; null for 0.</summary>
    public Dialect? Find(int number) => number == 0 ? null : _dialects[number - 1].Dialect;

    private void Read(
        DeclaredDialect declared,
        string path,
        RepositorySnapshot snapshot,
        CancellationToken cancellationToken
    )
    {
        if (PolicyDocument.Read(snapshot.Find(path), cancellationToken) is not { } document)
        {
            Report(
                declared,
                declared.Location,
                $"There is no file '{path}'",
                "Write the path from the root, as git does"
            );
        }
        else if (document.UnreadableBecause is { } reason)
        {
            Report(declared, declared.Location, $"The dialect '{path}' could not be read: {reason}", "Mend the file");
        }
        else if (document.Text.Text.Length > PolicyDocument.MaxLength)
        {
            Report(declared, declared.Location, $"The dialect '{path}' is too long to be read", "Make it shorter");
        }
        else
        {
            Add(declared, path, document.Text);
        }
    }

    private void Add(DeclaredDialect declared, string path, SourceText text)
    {
        var dialect = DialectReader.Read(text, DialectLanguage.Plain);
        foreach (var problem in dialect.Problems)
        {
            Report(
                declared,
                new Location(path, problem.Span),
                DialectsReader.Sentence(problem.Message),
                DialectsReader.Remedy
            );
        }

        if (dialect.Problems.IsEmpty)
        {
            Add(declared, dialect, text.Text);
        }
    }

    private void Add(DeclaredDialect declared, Dialect dialect, string text)
    {
        _dialects.Add((declared.Paths, dialect));
        _texts.Add(text);
    }

    private void Report(DeclaredDialect declared, Location location, string message, string remedy) =>
        _problems.Add(new PolicyProblem(declared.Layer, location, message, remedy));
}
