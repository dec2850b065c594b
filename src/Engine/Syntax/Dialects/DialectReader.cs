using System;
using System.Collections.Generic;
using System.Collections.Immutable;
using System.Linq;
using Governance.Engine.Syntax.Yaml;

namespace Governance.Engine.Syntax.Dialects;

/// <summary>Reads the description of a dialect (docs/dialects.md). It never throws: what is wrong is kept with its place, and the rest counts.</summary>
internal sealed class DialectReader
{
    private const string Same = DialectUse.SameSite;

    // Each 'with' has all the keys of another type.
    private const int MaxKeys = 50_000;

    private static readonly string[] TypeKeys =
    [
        "title",
        "nullable",
        "anything",
        "scalar",
        "empty",
        "positive",
        "values",
        "values-of",
        "ignore-case",
        "format",
        "pattern",
        "means",
        "list",
        "keys",
        "with",
        "others",
        "key-format",
        "required",
        "exclusive",
        "choose",
        "otherwise",
        "elsewhere",
    ];

    private readonly Dictionary<string, DialectType> _types = new(StringComparer.Ordinal);
    private readonly List<(DialectUse Use, SourceSpan Span)> _uses = [];
    private readonly ImmutableArray<SyntaxProblem>.Builder _problems = ImmutableArray.CreateBuilder<SyntaxProblem>();
    private readonly DialectLanguage _language;
    private readonly DialectScalarReader _scalars;
    private readonly SourceSpan _start;
    private int _keys;
    private readonly string? _site;
    private readonly bool _isNullable;
    private readonly bool _keysIgnoreCase;
    private readonly bool _firstDecides;
    private readonly YamlMapping? _written;

    private DialectReader(YamlMapping? root, DialectLanguage language)
    {
        _language = language;
        _scalars = new DialectScalarReader(language, Problem, Use);
        _start = root?.Span ?? SourceSpan.FileStart;
        _site = root?.Text("site");
        _isNullable = root?.Text("nullable") == "true";
        _keysIgnoreCase = root?.Text("keys-ignore-case") == "true";
        _firstDecides = root?.Text("first-key-decides") == "true";
        _written = root?.Mapping("types");
    }

    /// <summary>Reads a description.</summary>
    public static Dialect Read(SourceText text, DialectLanguage language)
    {
        var stream = YamlReader.Read(text);
        var reader = new DialectReader(stream.RootMapping, language);
        if (stream.Problem is { } problem)
        {
            reader._problems.Add(problem);
        }

        return reader.Read(stream.RootMapping);
    }

    /// <summary>Reads a description that is part of another document.</summary>
    public static Dialect Read(YamlMapping root, DialectLanguage language) =>
        new DialectReader(root, language).Read(root);

    private Dialect Read(YamlMapping? root)
    {
        foreach (var entry in root?.Mapping("types")?.Entries ?? ImmutableArray<YamlEntry>.Empty)
        {
            if (entry.Key.AsScalar() is { } name)
            {
                _types[name.Value] = Type(name.Value, entry.Value);
            }
        }

        var use = Use(root?["root"], "root");
        foreach (var (pending, span) in _uses)
        {
            pending.Resolve(_types.TryGetValue(pending.TypeName, out var type) ? type : Unknown(pending, span));
        }

        return new Dialect(root?.Text("dialect") ?? "file", use, _language, _problems.ToImmutable());
    }

    private DialectType Unknown(DialectUse use, SourceSpan span)
    {
        var nearest = Spelling.Nearest(use.TypeName, _types.Keys);
        Problem(
            $"the type '{use.TypeName}' is not described" + (nearest is null ? "" : $"; did you mean '{nearest}'"),
            span
        );
        return new DialectType(use.TypeName) { IsAnything = true };
    }

    private DialectType Type(string name, YamlNode node)
    {
        if (node is not YamlMapping spec)
        {
            Problem($"the type '{name}' must be a mapping", node.Span);
            return new DialectType(name) { IsAnything = true };
        }

        foreach (var entry in spec.Entries)
        {
            if (entry.Key.AsScalar() is not { } key || Array.IndexOf(TypeKeys, key.Value) < 0)
            {
                Problem($"a type has no such key; the keys are {string.Join(", ", TypeKeys)}", entry.Key.Span);
            }
        }

        var allowsEmpty = spec.Text("empty") != "false";
        var scalar = _scalars.Read(spec, allowsEmpty);
        return new DialectType(name)
        {
            Title = spec.Text("title"),
            AllowsNull = _isNullable || spec.Text("nullable") is "true" or "explicit",
            AllowsLeftOut = _isNullable || spec.Text("nullable") == "true",
            IsAnything = spec.Text("anything") == "true",
            Scalar = scalar,
            Sequence = spec.Has("list") ? new SequenceShape(Items(spec["list"]!, name, scalar), allowsEmpty) : null,
            Mapping = Mapping(name, spec, allowsEmpty),
            Choices = Entries(spec, "choose")
                .Select(entry => new DialectChoice(Word(entry.Key), Use(entry.Value, name + "." + Word(entry.Key))))
                .ToImmutableArray(),
            FirstDecides = _firstDecides,
            NoChoice = spec.Text("otherwise"),
            Elsewhere = Entries(spec, "elsewhere")
                .Select(static entry => new DialectHint(Word(entry.Key), Word(entry.Value)))
                .ToImmutableArray(),
        };
    }

    private MappingShape? Mapping(string name, YamlMapping spec, bool allowsEmpty)
    {
        if (!spec.Has("keys") && !spec.Has("others"))
        {
            return null;
        }

        var entries = Entries(spec, "keys")
            .Concat(Words(spec["with"]).SelectMany(type => KeysOf(type)))
            .Take(MaxKeys)
            .ToList();
        _keys += entries.Count;
        if (_keys > MaxKeys)
        {
            Problem($"the dialect has more than {MaxKeys} keys", spec.Span);
            return null;
        }

        return new MappingShape
        {
            Keys = entries
                .Select(entry => new DialectKey(Word(entry.Key), Use(entry.Value, name + "." + Word(entry.Key))))
                .ToImmutableArray(),
            Others = spec.Has("others") ? Use(spec["others"], name + ".*") : null,
            KeyFormat = _scalars.Format(spec, "key-format"),
            Required = Words(spec["required"]),
            Exclusive =
                spec.Sequence("exclusive")?.Items.Select(Words).ToImmutableArray()
                ?? ImmutableArray<ImmutableArray<string>>.Empty,
            AllowsEmpty = allowsEmpty,
            IgnoresCase = spec.Text("ignore-case") == "true",
            FindsInAnyCase = _keysIgnoreCase,
        };
    }

    private ImmutableArray<YamlEntry> KeysOf(string type) =>
        _written?.Mapping(type) is { } spec ? Entries(spec, "keys") : ImmutableArray<YamlEntry>.Empty;

    private DialectUse Items(YamlNode node, string name, ScalarShape? scalar)
    {
        if (Word(node) != Same)
        {
            return Use(node, name + "[]");
        }

        var use = new DialectUse(name + "[]", Same);
        use.Resolve(new DialectType(use.TypeName) { Scalar = scalar });
        return use;
    }

    // 'type', 'type @ site', or a type described in place.
    private DialectUse Use(YamlNode? node, string place)
    {
        var use = Make(node, place);
        _uses.Add((use, node?.Span ?? _start));
        return use;
    }

    private DialectUse Make(YamlNode? node, string place)
    {
        if (node is YamlMapping)
        {
            _types[place] = Type(place, node);
            return new DialectUse(place, _site);
        }

        var written = Word(node);
        var at = written.IndexOf('@');
        return at < 0
            ? new DialectUse(written, _site)
            : new DialectUse(written.Substring(0, at).Trim(), written.Substring(at + 1).Trim());
    }

    private ImmutableArray<YamlEntry> Entries(YamlMapping spec, string key)
    {
        if (spec[key] is { } node and not YamlMapping)
        {
            Problem($"'{key}' must be a mapping", node.Span);
        }

        return spec.Mapping(key)?.Entries ?? ImmutableArray<YamlEntry>.Empty;
    }

    /// <summary>The texts of a list.</summary>
    public static ImmutableArray<string> Words(YamlNode? node) =>
        (node as YamlSequence)?.Items.Select(Word).ToImmutableArray() ?? ImmutableArray<string>.Empty;

    /// <summary>A text; empty where there is none.</summary>
    public static string Word(YamlNode? node) => node.AsScalar()?.Value ?? "";

    private void Problem(string message, SourceSpan span) => _problems.Add(new SyntaxProblem(message, span));
}
