using System;
using System.Collections.Concurrent;
using System.Collections.Generic;
using System.Diagnostics.CodeAnalysis;
using System.Linq;
using Governance.Engine.Analysis;
using Governance.Engine.Checking;
using Governance.Engine.Policy;
using Governance.Engine.Reporting;
using Governance.Engine.Repository;
using Governance.Tests.RuleExamples;

namespace Governance.Engine.Tests.Checking;

/// <summary>Dialects that a policy declares: where they are read from, which files they count for, and what is said of mistakes.</summary>
public sealed class DeclaredDialectTests
{
    private const string Policy = "dialects:\n  - dialect: schemas/run.dialect.yml\n    paths: [\"runs/\"]\n";
    private const string Dialect =
        "dialect: run\nroot: run\ntypes:\n  run: { title: run, keys: { entry: text } }\n  text: { scalar: text }\n";

    [Theory]
    [InlineData(null, "governance.yml:2:14 There is no file 'schemas/run.dialect.yml'")]
    [InlineData(
        "a\0b",
        "governance.yml:2:14 The dialect 'schemas/run.dialect.yml' could not be read: its content is binary"
    )]
    [InlineData(
        "root: run\ntypes:\n  run: { keys: { entry: txet } }\n  text: { scalar: text }\n",
        "schemas/run.dialect.yml:3:25 The type 'txet' is not described; did you mean 'text'"
    )]
    [InlineData("root: run\ntypes: {", "schemas/run.dialect.yml:1:7 The type 'run' is not described")]
    [InlineData("", "schemas/run.dialect.yml:1:1 The type '' is not described")]
    public void A_dialect_that_cannot_be_read_is_a_mistake_and_judges_nothing(string? dialect, string expected)
    {
        var files = new Dictionary<string, string> { ["governance.yml"] = Policy, ["runs/a.yml"] = "wrong: 1\n" };
        if (dialect is not null)
        {
            files["schemas/run.dialect.yml"] = dialect;
        }

        var found = Findings(files, "GOV0003", "GOV0430");
        Assert.Contains(expected, found[0], StringComparison.Ordinal);
        Assert.DoesNotContain(found, static finding => finding.StartsWith("GOV0430", StringComparison.Ordinal));
    }

    [Fact]
    public void The_same_content_is_judged_by_the_path_it_has_also_where_results_are_kept()
    {
        var store = new KeepingStore();
        var files = new Dictionary<string, string>
        {
            ["governance.yml"] = Policy,
            ["schemas/run.dialect.yml"] = Dialect,
            ["other/a.yml"] = "wrong: 1\n",
            ["runs/a.yml"] = "wrong: 1\n",
        };
        string[] expected = ["GOV0430 runs/a.yml:1:1 Unknown key 'wrong' in the run"];
        Assert.Equal(expected, Findings(files, store, "GOV0430"));
        Assert.Equal(expected, Findings(files, store, "GOV0430"));
        Assert.True(store.Hits > 0);
    }

    [Fact]
    public void A_change_of_the_dialect_alone_is_seen_where_results_are_kept()
    {
        var stores = new Dictionary<string, KeepingStore>();
        var files = new Dictionary<string, string>
        {
            ["governance.yml"] = Policy,
            ["schemas/run.dialect.yml"] = Dialect,
            ["runs/a.yml"] = "name: 1\n",
        };
        Assert.Single(Findings(files, Open, "GOV0430"));
        files["schemas/run.dialect.yml"] = Dialect.Replace("entry:", "name:", StringComparison.Ordinal);
        Assert.Empty(Findings(files, Open, "GOV0430"));

        IFileResultStore Open(string key)
        {
            stores.TryAdd(key, new KeepingStore());
            return stores[key];
        }
    }

    [Fact]
    public void The_first_entry_that_names_a_file_counts_and_the_organisation_comes_first()
    {
        var files = new Dictionary<string, string>
        {
            ["governance.yml"] = Policy,
            ["schemas/run.dialect.yml"] = Dialect,
            ["runs/a.yml"] = "name: 1\n",
        };
        var organisation = PolicyDocument.Decode(
            "organisation.yml",
            "dialects:\n  - paths: [\"runs/a.yml\"]\n    dialect: { root: run, types: { run: { keys: { name: text } }, text: { scalar: text } } }\n"u8
        );
        Assert.Single(Findings(files, "GOV0430"));
        Assert.Empty(Findings(files, null, organisation, null, "GOV0430", "GOV0003"));
    }

    [Fact]
    public void What_the_base_has_is_judged_by_the_dialect_of_the_change()
    {
        var before = new Dictionary<string, string> { ["runs/a.yml"] = "wrong: 1\n" };
        var after = new Dictionary<string, string>(before)
        {
            ["governance.yml"] = Policy,
            ["schemas/run.dialect.yml"] = Dialect,
            ["runs/b.yml"] = "wrong: 1\n",
        };
        var report = Run(after, null, null, new BaseState("main", Snapshot(before), new Dictionary<string, string>()));
        Assert.Equal(
            ["runs/a.yml InBase", "runs/b.yml Open"],
            report
                .Findings.Where(static judged => judged.Finding.RuleId == "GOV0430")
                .Select(static judged => $"{judged.Finding.Location.Path} {judged.Disposition}")
        );
    }

    [Fact]
    public void A_mistake_that_a_change_makes_in_a_dialect_is_news()
    {
        var before = new Dictionary<string, string>
        {
            ["governance.yml"] = Policy,
            ["schemas/run.dialect.yml"] = Dialect,
        };
        var after = new Dictionary<string, string>(before) { ["schemas/run.dialect.yml"] = "root: run\n" };
        var report = Run(after, null, null, new BaseState("main", Snapshot(before), new Dictionary<string, string>()));
        var mistake = report.Findings.Single(static judged => judged.Finding.RuleId == "GOV0003");
        Assert.Equal(Disposition.Open, mistake.Disposition);
    }

    [Fact]
    public void Without_dialects_the_rule_does_not_apply()
    {
        var report = Run(new Dictionary<string, string> { ["a.yml"] = "a: 1\n" }, null, null, null);
        var outcome = report.Outcomes.Single(static outcome => outcome.RuleId == "GOV0430");
        Assert.Equal((Outcome.NotApplicable, "The policy declares no dialects"), (outcome.Outcome, outcome.Reason));
    }

    private static List<string> Findings(Dictionary<string, string> files, params string[] rules) =>
        Findings(files, null, null, null, rules);

    private static List<string> Findings(Dictionary<string, string> files, KeepingStore store, string rule) =>
        Findings(files, _ => store, null, null, rule);

    private static List<string> Findings(
        Dictionary<string, string> files,
        Func<string, IFileResultStore> open,
        string rule
    ) => Findings(files, open, null, null, rule);

    private static List<string> Findings(
        Dictionary<string, string> files,
        Func<string, IFileResultStore>? open,
        PolicyDocument? organisation,
        BaseState? before,
        params string[] rules
    ) =>
        Run(files, open, organisation, before)
            .Findings.Where(judged => rules.Contains(judged.Finding.RuleId))
            .Select(static judged => judged.Finding)
            .Select(static finding =>
                $"{finding.RuleId} {finding.Location.Path}:{finding.Location.Span?.StartLine}:{finding.Location.Span?.StartColumn} {finding.Message}"
            )
            .ToList();

    private static CheckReport Run(
        Dictionary<string, string> files,
        Func<string, IFileResultStore>? open,
        PolicyDocument? organisation,
        BaseState? before
    ) =>
        PolicyCheck.Run(
            new CheckRequest
            {
                Snapshot = Snapshot(files),
                Base = before,
                Organisation = organisation,
                Today = TestDates.Today,
                ToolVersion = "0.0.0",
                Options = new AnalysisOptions { OpenStore = open },
            },
            default
        );

    // Files with the same content share their blob, as in git.
    private static RepositorySnapshot Snapshot(Dictionary<string, string> files) =>
        new(
            files.Select(static file => new SourceFile(
                file.Key,
                EntryKind.File,
                _ => FileContent.Of(System.Text.Encoding.UTF8.GetBytes(file.Value)),
                file.Value,
                file.Value.Length
            ))
        );

    private sealed class KeepingStore : IFileResultStore
    {
        private readonly ConcurrentDictionary<FileResultKey, FileResult> _results = new();

        public int Hits { get; private set; }

        public bool TryGet(FileResultKey key, [NotNullWhen(true)] out FileResult? result)
        {
            var isThere = _results.TryGetValue(key, out result);
            Hits += isThere ? 1 : 0;
            return isThere;
        }

        public void Put(FileResultKey key, FileResult result) => _results[key] = result;
    }
}
