using System;
using System.Collections.Generic;
using System.Linq;
using System.Text;
using System.Threading;
using Governance.Engine.Checking;
using Governance.Engine.Repository;

namespace Governance.Engine.Tests.Checking;

public sealed class PolicyMemoryTests
{
    private readonly List<string> _read = [];
    private readonly PolicyMemory _memory = new();

    [Fact]
    public void Policy_and_baseline_are_read_again_when_their_ids_change()
    {
        var first = Check(File("governance.yml", "kind: nothing", "1"), File("governance.baseline", "x", "1"));
        // Beside it, a baseline is a file like any other, whose comments may except something.
        Assert.Equal(["governance.baseline", "governance.baseline", "governance.yml"], Read());

        Assert.Equal(first, Check(File("governance.yml", "kind: nothing", "1"), File("governance.baseline", "x", "1")));
        Assert.Equal(["governance.baseline"], Read());

        Assert.NotEqual(
            first,
            Check(File("governance.yml", "kind: project", "2"), File("governance.baseline", "x", "1"))
        );
        Assert.Equal(["governance.baseline", "governance.yml"], Read());
    }

    [Fact]
    public void What_has_no_id_or_is_gone_is_not_taken_for_what_was_there()
    {
        var flawed = Check(File("governance.yml", "kind: nothing", null));
        Assert.Equal(flawed, Check(File("governance.yml", "kind: nothing", null)));
        Assert.Equal(["governance.yml", "governance.yml"], Read());

        Assert.NotEqual(flawed, Check());
        Assert.Equal(flawed, Check(File("governance.yml", "kind: nothing", null)));
    }

    private List<string> Check(params SourceFile[] files)
    {
        var request = new CheckRequest
        {
            Snapshot = new RepositorySnapshot(files),
            Today = new DateTime(2026, 11, 22, 0, 0, 0, DateTimeKind.Utc),
            ToolVersion = "0.1.0",
            Memory = _memory,
        };
        return
        [
            .. PolicyCheck
                .Run(request, CancellationToken.None)
                .Findings.Select(static judged => $"{judged.Finding.RuleId} {judged.Finding.Message}"),
        ];
    }

    private SourceFile File(string path, string text, string? id) =>
        new(
            path,
            EntryKind.File,
            _ =>
            {
                _read.Add(path);
                return FileContent.Of(Encoding.UTF8.GetBytes(text));
            },
            id
        );

    private List<string> Read()
    {
        var read = _read.Order(StringComparer.Ordinal).ToList();
        _read.Clear();
        return read;
    }
}
