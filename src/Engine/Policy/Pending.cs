// Stand-ins until the policy is merged; that merge deletes this file.
#pragma warning disable CS1591
using System;
using System.Collections.Generic;
using System.Collections.Immutable;
using System.Linq;
using Governance.Engine.Rules;
using Governance.Engine.Syntax;

namespace Governance.Engine.Repository
{
    internal sealed class GlobSet
    {
        public static GlobSet Parse(ImmutableArray<string> globs) => new(globs);

        private readonly ImmutableArray<string> _globs;

        private GlobSet(ImmutableArray<string> globs) => _globs = globs;

        public bool IsMatch(string path) =>
            _globs.Any(g =>
                g.EndsWith(".ipynb", StringComparison.Ordinal) && path.EndsWith(".ipynb", StringComparison.Ordinal)
            );
    }
}

namespace Governance.Engine.Analysis
{
    internal static class InlineExceptionReader
    {
        public const string Marker = "policy: allow";

        public static ImmutableArray<InlineException> Read(SourceText text) => ImmutableArray<InlineException>.Empty;
    }
}

namespace Governance.Engine.Findings
{
    internal static class Fingerprinting
    {
        public static ImmutableArray<Finding> Assign(IEnumerable<Finding> findings) =>
            findings
                .OrderBy(f => f.Location.Path, StringComparer.Ordinal)
                .ThenBy(f => f.Location.Span ?? SourceSpan.FileStart)
                .ThenBy(f => f.RuleId, StringComparer.Ordinal)
                .ToImmutableArray();
    }
}

namespace Governance.Engine.Policy
{
    using Governance.Engine.Repository;

    public sealed record PolicyDocument(string DisplayPath, SourceText Text);

    public sealed record Baseline;

    public sealed record PolicyInput(
        PolicyDocument? Organisation,
        PolicyDocument? Repository,
        RepositoryOrigin Origin,
        DateTime Today
    );

    public static class PolicyLoader
    {
        public static EffectivePolicy Load(PolicyInput input) =>
            new()
            {
                Rules = RuleCatalog.Rules.ToImmutableSortedDictionary(
                    r => r.Id,
                    r => new RuleSettings(r.Severity, Mode.Block, r.Options, false, false),
                    StringComparer.Ordinal
                ),
            };
    }
}
