using System;
using System.Collections.Generic;
using System.Linq;
using System.Text;
using Governance.Engine.Analysis;
using Governance.Engine.Repository;
using Governance.Engine.Rules;
using Governance.Engine.Syntax;
using Governance.Engine.Syntax.Yaml;

namespace Governance.Engine.Tests.Rules.Pipelines;

/// <summary>One entry of a valid workflow is deleted, renamed, duplicated or indented: what is reported stands there, or around it.</summary>
public sealed class WorkflowMutationTests
{
    private const string Valid = """
        name: CI
        on:
          push:
            branches: [main]
          schedule:
            - cron: "30 5 * * 1"
          workflow_dispatch:
            inputs:
              target:
                type: choice
                options: [dev, prod]
                default: dev
        permissions:
          contents: read
        concurrency:
          group: ci
          cancel-in-progress: true
        defaults:
          run:
            shell: bash
        jobs:
          build:
            runs-on: ubuntu-latest
            timeout-minutes: 30
            environment:
              name: dev
              url: https://example.com
            strategy:
              fail-fast: false
              matrix:
                python: ["3.12"]
            container:
              image: ubuntu:24.04
              credentials:
                username: builder
                password: ${{ secrets.PASSWORD }}
            services:
              db:
                image: postgres:16
                ports:
                  - 5432:5432
            steps:
              - name: Check out
                uses: actions/checkout@v5
                with:
                  fetch-depth: 0
              - name: Test
                run: pytest
                working-directory: code
          deploy:
            needs: build
            uses: ./.github/workflows/deploy.yml
            with:
              target: dev
            secrets:
              token: ${{ secrets.TOKEN }}
        """;

    private static readonly string[] FreeNames = ["target", "build", "deploy", "db", "python", "fetch-depth", "token"];

    [Fact]
    public void The_workflow_that_is_changed_is_valid() => Assert.Empty(Findings(Valid));

    [Fact]
    public void A_renamed_key_is_reported_at_the_key_or_missed_at_its_parent()
    {
        foreach (var (entry, parent) in Entries())
        {
            var key = (YamlScalar)entry.Key;
            var lines = Valid.Split('\n');
            lines[key.Span.StartLine - 1] = lines[key.Span.StartLine - 1].Insert(key.Span.EndColumn - 1, "zz");
            var findings = Findings(string.Join('\n', lines));
            if (!FreeNames.Contains(key.Value))
            {
                Assert.Contains(findings, finding => finding.Span!.Value.StartLine == key.Span.StartLine);
            }

            AssertNear(findings, entry, parent, 0);
        }
    }

    [Fact]
    public void A_duplicated_entry_is_reported_at_its_second_key()
    {
        foreach (var (entry, parent) in Entries())
        {
            var lines = Valid.Split('\n').ToList();
            var (first, count) = Lines(entry);
            var copy = lines.GetRange(first, count);
            // An item's first key stands behind its dash.
            copy[0] = copy[0].Replace("- ", "  ", StringComparison.Ordinal);
            lines.InsertRange(first + count, copy);
            var findings = Findings(string.Join('\n', lines));
            Assert.Contains(findings, finding => finding.Span!.Value.StartLine == first + count + 1);
            AssertNear(findings, entry, parent, count);
        }
    }

    [Fact]
    public void What_is_missed_is_reported_around_it()
    {
        foreach (var (entry, parent) in Entries())
        {
            var lines = Valid.Split('\n').ToList();
            var (first, count) = Lines(entry);
            if (lines[first].TrimStart().StartsWith('-'))
            {
                continue;
            }

            lines.RemoveRange(first, count);
            AssertNear(Findings(string.Join('\n', lines)), entry, parent, 0);
        }
    }

    [Fact]
    public void A_line_indented_too_far_is_reported_there_or_around_it()
    {
        foreach (var (entry, parent) in Entries())
        {
            var lines = Valid.Split('\n');
            var line = entry.Key.Span.StartLine - 1;
            lines[line] = "   " + lines[line];
            var findings = Findings(string.Join('\n', lines));
            Assert.All(
                findings,
                finding => Assert.InRange(finding.Span!.Value.StartLine, First(parent) - 1, Last(parent) + 1)
            );
        }
    }

    // What named a job or step that is gone is broken too: it is not around the change, and is rightly reported.
    private static void AssertNear(List<FileFinding> findings, YamlEntry entry, YamlMapping parent, int more)
    {
        foreach (
            var finding in findings.Where(finding =>
                !FreeNames.Contains(((YamlScalar)entry.Key).Value)
                || finding.Message.Contains("Unknown key", StringComparison.Ordinal)
            )
        )
        {
            // The key that the parent stands under is on the line before it.
            Assert.InRange(finding.Span!.Value.StartLine, First(parent) - 1, Last(parent) + more);
        }
    }

    private static int First(YamlMapping parent) => parent.Span.StartLine;

    private static int Last(YamlMapping parent) => parent.Span.EndLine;

    private static (int First, int Count) Lines(YamlEntry entry) =>
        (entry.Key.Span.StartLine - 1, entry.Value.Span.EndLine - entry.Key.Span.StartLine + 1);

    private static IEnumerable<(YamlEntry Entry, YamlMapping Parent)> Entries() =>
        YamlWalk
            .Nodes(YamlReader.Read(new SourceText(Valid)))
            .OfType<YamlMapping>()
            .SelectMany(static mapping => mapping.Entries.Select(entry => (entry, mapping)));

    private static List<FileFinding> Findings(string yaml)
    {
        var file = new ParsedFile(FileClass.GitHubWorkflow, Encoding.UTF8.GetBytes(yaml), new SourceText(yaml));
        return RuleCatalog
            .Rules.Where(static rule =>
                rule.Area == "pipelines" && rule.Severity != Governance.Engine.Findings.Severity.Note
            )
            .Select(static rule => rule.Id)
            .Intersect(
                RuleCatalog
                    .Checks.OfType<FileCheck>()
                    .Where(static check => check.Classes.Contains(FileClass.GitHubWorkflow))
                    .Select(static check => check.Id)
            )
            .SelectMany(id => PipelineRun.On(file, id))
            .ToList();
    }
}
