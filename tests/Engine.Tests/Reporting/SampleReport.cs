using System;
using System.Collections.Generic;
using System.Collections.Immutable;
using System.IO;
using System.Linq;
using Governance.Engine.Analysis;
using Governance.Engine.Findings;
using Governance.Engine.Policy;
using Governance.Engine.Reporting;
using Governance.Engine.Reporting.Writers;
using Governance.Engine.Repository;
using Governance.Engine.Syntax;

namespace Governance.Engine.Tests.Reporting;

/// <summary>A report that has everything a report can have, and the ways to make small ones.</summary>
internal static class SampleReport
{
    private static readonly Location ExceptionPlace = new("governance.yml", new SourceSpan(12, 5, 12, 80));

    public static readonly Dictionary<string, string> Files = new()
    {
        ["notebooks/churn.ipynb"] = "{\n \"metadata\": {},\n \"cells\": 5,\n \"nbformat\": 4\n}\n",
        ["code/train.py"] =
            "import os\n\tpath = '/home/ana/データ/churn.csv'  # 🙂 data\n"
            + new string('x', 300)
            + "HERE"
            + new string('y', 300),
        ["pipelines/train & score #1 100%.yml"] = "jobs:\n  train:\n    compute: azureml:gpu|cluster\n",
    };

    public static CheckReport Everything { get; } =
        Of([
            Judged(
                "GOV0101",
                "The folder 'docs' is missing",
                "Create docs/ with a Markdown page",
                new Location("docs")
            ) with
            {
                Finding = Finding(
                    "GOV0101",
                    "The folder 'docs' is missing",
                    "Create docs/ with a Markdown page",
                    new Location("docs")
                ) with
                {
                    Fixes = [new Fix("Create docs/README.md", [new CreateFile("docs/README.md", "# Docs\n")])],
                },
            },
            Judged("GOV0110", "No CODEOWNERS file names who reviews", "Add .github/CODEOWNERS", new Location(".")) with
            {
                Severity = Severity.Warning,
            },
            Judged(
                "GOV0301/azure-storage-key",
                "A storage key is written in the file",
                "Revoke it and read it from Key Vault",
                At("code/train.py", 3, 301, 305)
            ),
            Judged(
                "GOV0207",
                "The path of a machine is written in the file",
                "Read the path from a parameter",
                At("code/train.py", 2, 10, 28)
            ) with
            {
                Severity = Severity.Warning,
                Mode = Mode.Warn,
            },
            Judged(
                "GOV0205",
                "'cells' is a number and not a list",
                "Save the notebook again with Jupyter",
                At("notebooks/churn.ipynb", 3, 2, 12)
            ),
            Judged(
                "GOV0201",
                "'churn.ipynb' belongs in notebooks/<user>/",
                "Move it to a user's folder",
                new Location("notebooks/churn.ipynb")
            ) with
            {
                Mode = Mode.Observe,
                Finding = Finding(
                    "GOV0201",
                    "'churn.ipynb' belongs in notebooks/<user>/",
                    "Move it to a user's folder",
                    new Location("notebooks/churn.ipynb")
                ) with
                {
                    Fixes =
                    [
                        new Fix("Move it", [new MovePath("notebooks/churn.ipynb", "notebooks/<user>/churn.ipynb")]),
                    ],
                },
            },
            Judged(
                "GOV0401",
                "Compute 'gpu|cluster' is not declared",
                "Declare it below .cloud or correct the name",
                At("pipelines/train & score #1 100%.yml", 3, 14, 33)
            ) with
            {
                Severity = Severity.Note,
                Finding = Finding(
                    "GOV0401",
                    "Compute 'gpu|cluster' is not declared",
                    "Declare it below .cloud or correct the name",
                    At("pipelines/train & score #1 100%.yml", 3, 14, 33)
                ) with
                {
                    Related = [new RelatedLocation(At("code/train.py", 1, 1, 7), "the name is read here")],
                    Fixes =
                    [
                        new Fix(
                            "Name the cluster",
                            [
                                new ReplaceText(
                                    "pipelines/train & score #1 100%.yml",
                                    new SourceSpan(3, 14, 3, 33),
                                    "azureml:cpu-cluster"
                                ),
                            ]
                        ),
                    ],
                },
            },
            Judged("GOV0205", "An excepted one", "Mend it", At("tests/fixtures/a.ipynb", 1, 1, 2)) with
            {
                Disposition = Disposition.Excepted,
                Reason = "generated test data",
                DecidedBy = ExceptionPlace,
            },
            Judged("GOV0205", "Another excepted one", "Mend it", At("tests/fixtures/b.ipynb", 1, 1, 2)) with
            {
                Disposition = Disposition.Excepted,
                Reason = "generated test data",
                DecidedBy = ExceptionPlace,
            },
            Judged("GOV0207", "One excepted by a comment", "Mend it", At("code/score.py", 4, 1, 2)) with
            {
                Disposition = Disposition.Excepted,
                Reason = "goes with the old cluster",
                DecidedBy = At("code/score.py", 3, 3, 60),
            },
            Judged("GOV0203", "A baselined one", "Clear the outputs", At("notebooks/old.ipynb", 1, 1, 2)) with
            {
                Disposition = Disposition.Baselined,
            },
            Judged("GOV0203", "One the base has", "Clear the outputs", At("notebooks/older.ipynb", 1, 1, 2)) with
            {
                Disposition = Disposition.InBase,
            },
        ]) with
        {
            Base = "origin/main",
            Outcomes =
            [
                new RuleOutcome("GOV0001", Outcome.Pass),
                new RuleOutcome("GOV0101", Outcome.Fail),
                new RuleOutcome("GOV0110", Outcome.Fail),
                new RuleOutcome(
                    "GOV0112",
                    Outcome.NotAvailable,
                    "Required reviewers live on the server of Azure DevOps"
                ),
                new RuleOutcome("GOV0201", Outcome.Fail),
                new RuleOutcome("GOV0203", Outcome.Fail),
                new RuleOutcome("GOV0205", Outcome.Fail),
                new RuleOutcome("GOV0207", Outcome.Fail),
                new RuleOutcome("GOV0301", Outcome.Fail),
                new RuleOutcome("GOV0401", Outcome.Fail),
                new RuleOutcome("GOV0501", Outcome.NotApplicable, "The repository has no Azure ML file"),
            ],
        };

    public static CheckReport Of(params IEnumerable<JudgedFinding> findings) =>
        new()
        {
            ToolVersion = "0.1.0",
            Origin = new RepositoryOrigin
            {
                Name = "churn",
                RemoteUrl = "https://github.com/contoso/churn.git",
                Revision = "0123456789abcdef0123456789abcdef01234567",
                Branch = "refs/heads/main",
                Forge = Forge.GitHub,
            },
            Policy = new EffectivePolicy
            {
                Rules = ImmutableSortedDictionary<string, RuleSettings>.Empty,
                Exceptions =
                [
                    new PolicyException(
                        "GOV0205",
                        ["tests/fixtures/**"],
                        "generated test data",
                        "ml-platform",
                        "OPS-7",
                        new DateTime(2027, 1, 31),
                        ExceptionPlace
                    ),
                ],
            },
            Findings =
            [
                .. findings
                    .OrderBy(judged => judged.Finding.Location.Path, StringComparer.Ordinal)
                    .ThenBy(judged => judged.Finding.Location.Span),
            ],
            Outcomes = [],
            FileCount = 42,
            TextOf = path => Files.TryGetValue(path, out var text) ? new SourceText(text) : null,
        };

    public static JudgedFinding Judged(string rule, string message, string remedy, Location location) =>
        new(Finding(rule, message, remedy, location), Severity.Error, Mode.Block);

    public static Finding Finding(string rule, string message, string remedy, Location location) =>
        new()
        {
            RuleId = rule,
            Message = message,
            Remedy = remedy,
            Location = location,
            Content = message,
            Fingerprint = string.Concat(message.Select(static character => ((int)character % 16).ToString("x")))
                .PadRight(32, '0')[..32],
        };

    public static Location At(string path, int line, int from, int to) =>
        new(path, new SourceSpan(line, from, line, to));

    public static string Write(string format, CheckReport report, bool colour = false)
    {
        using var output = new StringWriter();
        ReportFormats.Find(format)!.Write(report, output, colour);
        return output.ToString();
    }
}
