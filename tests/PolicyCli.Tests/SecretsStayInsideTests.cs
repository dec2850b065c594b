using System;
using System.Collections.Generic;
using System.IO;
using System.Linq;
using System.Text.Json;
using Governance.Tests.RuleExamples;

namespace Governance.PolicyCli.Tests;

/// <summary>A secret that is found never leaves the process: not in a report, a baseline, a fix or what is kept beside the repository.</summary>
public sealed class SecretsStayInsideTests : IDisposable
{
    /// <summary>What stands around ten secrets of Azure; the parts in brackets are the secrets.</summary>
    private static readonly string[] Lines =
    [
        "connection = 'DefaultEndpointsProtocol=https;AccountName=ml;AccountKey=[A-Za-z0-9+/]{86}==;EndpointSuffix=core.windows.net'",
        "bus = 'Endpoint=sb://ml.servicebus.windows.net/;SharedAccessKeyName=s;SharedAccessKey=[A-Za-z0-9+/]{43}='",
        "cosmos = 'AccountEndpoint=https://ml.documents.azure.com:443/;AccountKey=[A-Za-z0-9+/]{86}==;'",
        "redis = '[A-Za-z0-9]{33}AzCa[A-Za-z0-9]{5}A='",
        "registry = '[A-Za-z0-9/]{42}+ACR[A-Za-z0-9]{6}'",
        "search = '[A-Za-z0-9]{42}AzSeA[A-Za-z0-9]{5}'",
        "openai = '[A-Za-z0-9]{52}JQQJ99ACAC[A-Za-z0-9]{22}'",
        "client_secret = 'aBc8Q~[A-Za-z0-9]{34}'",
        "pat = '[A-Za-z0-9]{76}AZDO[A-Za-z0-9]{4}'",
        "sas = 'https://ml.blob.core.windows.net/d/a.csv?sv=2022-11-02&sr=b&sig=[A-Za-z0-9]{43}%3D'",
    ];

    private static readonly string[] Formats =
    [
        "text",
        "json",
        "sarif",
        "github",
        "azure",
        "junit",
        "markdown",
        "html",
    ];

    private readonly TemporaryRepository _repository = new();

    // Fourteen letters of a secret are enough to know it by, and no more than that stands between two signs.
    private static string[] Parts { get; } =
    [.. Filled(Lines).SelectMany(SecretParts).Where(static part => part.Length >= 14).Distinct(StringComparer.Ordinal)];

    public void Dispose() => _repository.Dispose();

    [Fact]
    public void Ten_secrets_are_found_in_code_in_cells_and_in_outputs()
    {
        Prepare();
        var run = CommandRun.In(_repository.Root, "check", "--only", "GOV0301", "--format", "json");
        using var report = JsonDocument.Parse(run.Out);
        var places = report.RootElement.GetProperty("findings").EnumerateArray();
        var counts = places
            .Where(static one => one.GetProperty("rule").GetString()!.StartsWith("GOV0301", StringComparison.Ordinal))
            .GroupBy(static one => one.GetProperty("location").GetProperty("path").GetString()!)
            .ToDictionary(static group => group.Key, static group => group.Count());
        Assert.Equal(10, counts["code/secrets.py"]);
        Assert.Equal(10, counts["notebooks/ana/source.ipynb"]);
        Assert.Equal(10, counts["notebooks/ana/output.ipynb"]);
    }

    [Fact]
    public void No_format_shows_one()
    {
        Prepare();
        foreach (var only in new[] { "credentials", "layout", "notebooks", "pipelines" })
        {
            foreach (var format in Formats)
            {
                var run = CommandRun.In(_repository.Root, "check", "--only", only, "--history", "--format", format);
                AssertNone(run.Out + run.Error, $"--only {only} --format {format}");
            }
        }
    }

    [Fact]
    public void Baseline_fixes_and_what_is_kept_hold_none()
    {
        Prepare();
        foreach (var command in new[] { "check", "baseline", "fix" })
        {
            var run = CommandRun.In(_repository.Root, command);
            AssertNone(run.Out + run.Error, command);
        }

        var kept = Directory.EnumerateFiles(
            Path.Combine(_repository.Root, ".git", "governance-cache"),
            "*",
            SearchOption.AllDirectories
        );
        foreach (var file in kept.Append(Path.Combine(_repository.Root, "governance.baseline")))
        {
            AssertNone(File.ReadAllText(file), file);
        }
    }

    private void Prepare()
    {
        var lines = Filled(Lines);
        _repository.Write("code/secrets.py", string.Join("\n", lines) + "\n");
        _repository.Write("notebooks/ana/source.ipynb", Notebook(lines, []));
        _repository.Write("notebooks/ana/output.ipynb", Notebook(["print(settings)"], lines));
        // Flagged by rules of other areas, with the line for an excerpt.
        _repository.Write(
            "infra/compute.yml",
            $"$schema: https://azuremlschemas.azureedge.net/latest/amlCompute.schema.json # {lines[0]}\ntype: amlcompute\n"
        );
        _repository.Write(
            ".github/workflows/ci.yml",
            $"on: push\njobs:\n  a:\n    runs-on: ubuntu-latest\n    stepz: \"{lines[7]}\" # {lines[6]}\n"
        );
        _repository.Commit("secrets");
    }

    private static string Notebook(IReadOnlyList<string> source, IReadOnlyList<string> output) =>
        JsonSerializer.Serialize(
            new
            {
                cells = new[]
                {
                    new
                    {
                        cell_type = "code",
                        execution_count = 1,
                        metadata = new { },
                        source = source.Select(static line => line + "\n"),
                        outputs = new[]
                        {
                            new
                            {
                                output_type = "stream",
                                name = "stdout",
                                text = output.Select(static line => line + "\n"),
                            },
                        },
                    },
                },
                metadata = new { },
                nbformat = 4,
                nbformat_minor = 4,
            }
        );

    private static string[] Filled(IEnumerable<string> lines) =>
        [.. lines.Select(static line => FilledText.Fill(line, 4))];

    // Runs of letters and digits that no template has.
    private static IEnumerable<string> SecretParts(string line) =>
        line.Split(['/', '+', '=', '%', '\'', ';', '&', '?', '.', ':', '~', ' ', '-', '_'])
            .Where(static part => !Lines.Any(template => template.Contains(part, StringComparison.Ordinal)));

    private static void AssertNone(string shown, string where)
    {
        var leaked = Parts.Where(part => shown.Contains(part, StringComparison.Ordinal)).ToList();
        Assert.True(leaked.Count == 0, $"{where}: {string.Join(", ", leaked)}");
    }
}
