using System;
using System.Collections.Generic;
using System.Diagnostics.CodeAnalysis;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.Diagnostics;

namespace Governance.Analyzers.Tests.Support;

/// <summary>What .editorconfig and .globalconfig say, already matched with paths.</summary>
internal sealed class ConfiguredOptions : AnalyzerConfigOptionsProvider
{
    private readonly Section _global = new();
    private readonly Dictionary<string, Section> _sections = new(StringComparer.Ordinal);

    public override AnalyzerConfigOptions GlobalOptions => _global;

    public void Set(string? path, string key, string value)
    {
        if (path is null)
        {
            _global.Values[key] = value;
            return;
        }

        _sections.TryAdd(path, new Section());
        _sections[path].Values[key] = value;
    }

    public override AnalyzerConfigOptions GetOptions(SyntaxTree tree) => _global;

    public override AnalyzerConfigOptions GetOptions(AdditionalText textFile) =>
        _sections.TryGetValue(textFile.Path, out var section) ? section : new Section();

    private sealed class Section : AnalyzerConfigOptions
    {
        public Dictionary<string, string> Values { get; } = new(KeyComparer);

        public override IEnumerable<string> Keys => Values.Keys;

        public override bool TryGetValue(string key, [NotNullWhen(true)] out string? value) =>
            Values.TryGetValue(key, out value);
    }
}
