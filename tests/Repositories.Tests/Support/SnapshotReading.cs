using System.Collections.Generic;
using System.Linq;
using System.Text;
using System.Threading;
using Governance.Engine.Repository;

namespace Governance.Repositories.Tests.Support;

/// <summary>What tests ask a snapshot.</summary>
internal static class SnapshotReading
{
    public static IEnumerable<string> Paths(this RepositorySnapshot snapshot) =>
        snapshot.Files.Select(static file => file.Path);

    public static SourceFile At(this RepositorySnapshot snapshot, string path)
    {
        var file = snapshot.Find(path);
        Assert.NotNull(file);
        return file;
    }

    public static string Text(this RepositorySnapshot snapshot, string path)
    {
        var content = snapshot.At(path).Read(CancellationToken.None);
        Assert.Null(content.UnavailableBecause);
        return Encoding.UTF8.GetString(content.Bytes.Span);
    }

    public static string? Reason(this RepositorySnapshot snapshot, string path) =>
        snapshot.At(path).Read(CancellationToken.None).UnavailableBecause;
}
