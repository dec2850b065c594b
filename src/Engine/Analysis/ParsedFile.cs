using System;
using System.Collections.Generic;
using Governance.Engine.Repository;
using Governance.Engine.Syntax;
using Governance.Engine.Syntax.Bicep;
using Governance.Engine.Syntax.Dialects;
using Governance.Engine.Syntax.Infrastructure;
using Governance.Engine.Syntax.Json;
using Governance.Engine.Syntax.Notebooks;
using Governance.Engine.Syntax.Terraform;
using Governance.Engine.Syntax.Yaml;

namespace Governance.Engine.Analysis;

/// <summary>One file's content: decoded once, and each tree parsed once, when the first check asks for it.</summary>
public sealed class ParsedFile
{
    private YamlStream? _yaml;
    private JsonTree? _json;
    private Notebook? _notebook;
    private InfraTemplate? _bicep;
    private InfraTemplate? _terraform;
    private Dictionary<Type, object>? _derived;

    /// <summary>Wraps content. The trees are made on demand, by one thread at a time.</summary>
    public ParsedFile(FileClass fileClass, ReadOnlyMemory<byte> bytes, SourceText text)
    {
        Class = fileClass;
        Bytes = bytes;
        Text = text;
    }

    /// <summary>What the path says of the content.</summary>
    public FileClass Class { get; }

    /// <summary>The dialect that the policy declares for the file; null where it declares none.</summary>
    internal Dialect? Dialect { get; init; }

    /// <summary>The content as stored.</summary>
    public ReadOnlyMemory<byte> Bytes { get; }

    /// <summary>The content, decoded.</summary>
    public SourceText Text { get; }

    /// <summary>The content read as YAML.</summary>
    public YamlStream Yaml => _yaml ??= YamlReader.Read(Text);

    /// <summary>The content read as JSON.</summary>
    public JsonTree Json => _json ??= JsonReader.Read(Text);

    /// <summary>The content read as a Jupyter notebook.</summary>
    public Notebook Notebook => _notebook ??= Notebook.Read(Json);

    /// <summary>The content read as Bicep, or as Bicep's parameters.</summary>
    public InfraTemplate Bicep => _bicep ??= BicepReader.Read(Text);

    /// <summary>The content read as Terraform, or as values of its variables.</summary>
    public InfraTemplate Terraform => _terraform ??= TerraformReader.Read(Text);

    /// <summary>What several checks derive from the content: made by the first that asks, and kept. One of a type.</summary>
    internal T Once<T>(Func<ParsedFile, T> derive)
        where T : class
    {
        _derived ??= [];
        if (!_derived.TryGetValue(typeof(T), out var derived))
        {
            derived = derive(this);
            _derived.Add(typeof(T), derived);
        }

        return (T)derived;
    }
}
