using System.Collections.Generic;
using System.Collections.Immutable;
using System.Linq;
using System.Threading;
using Governance.Engine.Facts;
using Governance.Engine.Facts.Readers;
using Governance.Engine.Repository;
using Governance.Engine.Syntax;

namespace Governance.Engine.Analysis;

/// <summary>The repositories beside the checked one, each read at a reference when first asked for. It is for the reduce step, one thread.</summary>
internal sealed class OtherRepositories(
    ImmutableArray<OtherRepository> repositories,
    CancellationToken cancellationToken
)
{
    private readonly Dictionary<(string Name, string? Reference), OtherRepositoryContent> _contents = [];
    private readonly Dictionary<SourceFile, ImmutableArray<Fact>> _facts = [];

    /// <summary>None.</summary>
    public static OtherRepositories None => new(ImmutableArray<OtherRepository>.Empty, CancellationToken.None);

    /// <summary>What a repository holds at a reference; null where the host does not have it.</summary>
    public OtherRepositoryContent? Find(string name, string? reference)
    {
        if (repositories.FirstOrDefault(other => other.IsNamed(name)) is not { } found)
        {
            return null;
        }

        if (!_contents.TryGetValue((found.Name, reference), out var content))
        {
            content = found.Open(reference, cancellationToken);
            _contents.Add((found.Name, reference), content);
        }

        return content;
    }

    /// <summary>The facts of Azure Pipelines in a file of another repository; none where it cannot be read.</summary>
    public ImmutableArray<Fact> PipelineFacts(SourceFile file)
    {
        if (!_facts.TryGetValue(file, out var facts))
        {
            facts = Read(file);
            _facts.Add(file, facts);
        }

        return facts;
    }

    private ImmutableArray<Fact> Read(SourceFile file)
    {
        var content = file.Read(cancellationToken);
        if (content.UnavailableBecause is not null || SourceText.TryDecode(content.Bytes.Span) is not { } text)
        {
            return ImmutableArray<Fact>.Empty;
        }

        var facts = new List<Fact>();
        new AzureTemplateReader().Read(new ParsedFile(FileClass.Yaml, content.Bytes, text), facts);
        return facts.ToImmutableArray();
    }
}
