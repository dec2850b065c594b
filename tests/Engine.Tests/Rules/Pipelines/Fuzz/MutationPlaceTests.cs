using System;
using System.Linq;
using Governance.Engine.Analysis;
using Governance.Engine.Syntax;
using Governance.Engine.Syntax.Yaml;

namespace Governance.Engine.Tests.Rules.Pipelines.Fuzz;

/// <summary>One entry of a file is renamed, missed, duplicated or indented otherwise: what is new is told there, or around it.</summary>
public sealed class MutationPlaceTests
{
    // What these tell of stands elsewhere: who names what is gone, and what a change lets something in reach of.
    private static readonly string[] OfReferences = ["GOV0404", "GOV0405", "GOV0418", "GOV0422", "GOV0426", "GOV0427"];

    // The file as a whole, and what a change further up brings to a step: they begin or end with permissions, triggers and checkouts.
    private static readonly string[] OfWholes = ["GOV0411", "GOV0413", "GOV0419", "GOV0410"];

    public static TheoryData<string> Kinds { get; } = ["renamed", "missed", "twice", "indented"];

    [Theory]
    [MemberData(nameof(Kinds))]
    public void What_is_new_is_told_at_the_change_or_around_it(string kind)
    {
        var (tried, told) = (0, 0);
        // What an alias stands for is told where it is written.
        var seeds = PipelineSeeds.GitHub.Concat(PipelineSeeds.Azure).Where(static seed => !seed.Text.Contains(" &"));
        foreach (var seed in seeds)
        {
            var source = new SourceText(seed.Text);
            var before = PipelineRun.All(seed.Text, seed.Class).Select(IdentityOf).ToHashSet();
            var mappings = YamlWalk.Nodes(YamlReader.Read(source)).OfType<YamlMapping>().ToList();
            var enclosing = mappings
                .SelectMany(static outer => outer.Entries.Select(entry => (Inner: entry.Value, Outer: outer)))
                .Where(static pair => pair.Inner is YamlMapping)
                .ToDictionary(static pair => pair.Inner, static pair => pair.Outer, ByIdentity.Instance);
            foreach (var mapping in mappings)
            {
                foreach (var entry in mapping.Entries)
                {
                    tried++;
                    var changed = Changed(kind, seed.Text, entry, source);
                    var found = PipelineRun
                        .All(changed.Text, seed.Class)
                        .Where(one => !before.Contains(IdentityOf(one)));
                    foreach (var finding in found.Where(static one => one.Span is not null && IsAtItsPlace(one)))
                    {
                        told++;
                        // The key that the mapping stands under is on the line before it.
                        // An input that is missing is told at the step's task, beside which its inputs stand.
                        var isOfTask = finding.RuleId == "GOV0423" && enclosing.ContainsKey(mapping);
                        var around = isOfTask ? enclosing[mapping].Span : mapping.Span;
                        var (first, last) = (around.StartLine - 1, around.EndLine + changed.More + 1);
                        Assert.True(
                            finding.Span!.Value.StartLine >= first && finding.Span.Value.StartLine <= last,
                            $"{seed.Origin}: {finding.RuleId} {finding.Span} {finding.Message}, not in {first} to {last}\n{changed.Text}"
                        );
                    }
                }
            }
        }

        Assert.True(tried > 2000 && told > tried / 4, $"{tried} {told}");
    }

    private static (string Text, int More) Changed(string kind, string text, YamlEntry entry, SourceText source)
    {
        var (key, whole) = (Stretch.Of(entry.Key, source), NodeEdit.Whole(entry, source));
        var lines = whole.In(text).Count(static c => c == '\n') + 1;
        return kind switch
        {
            "renamed" => (text.Insert(key.End, "zz"), 0),
            "missed" => (text.Remove(whole.Start, whole.Length), 0),
            "twice" => (NodeEdit.Again(text, whole, source), lines),
            _ => (NodeEdit.Indented(text, whole, 3), 0),
        };
    }

    private static bool IsAtItsPlace(FileFinding finding) =>
        finding.RuleId.StartsWith("GOV04", StringComparison.Ordinal)
        && !OfReferences.Contains(finding.RuleId)
        && !OfWholes.Contains(finding.RuleId);

    private static (string, string) IdentityOf(FileFinding finding) => (finding.RuleId, finding.Message);
}
