using System.Collections.Generic;
using System.Linq;
using System.Text;
using Governance.Engine.Repository;

namespace Governance.Tests.RuleExamples;

/// <summary>Snapshots made of strings.</summary>
internal static class InMemoryRepository
{
    public static RepositorySnapshot Of(
        IEnumerable<KeyValuePair<string, string>> files,
        RepositoryOrigin? origin = null
    ) => new(files.Select(file => File(file.Key, file.Value)), origin);

    public static RepositorySnapshot Of(params (string Path, string Text)[] files) =>
        new(files.Select(file => File(file.Path, file.Text)));

    public static SourceFile File(string path, string text)
    {
        var bytes = Encoding.UTF8.GetBytes(text);
        return new SourceFile(path, EntryKind.File, _ => FileContent.Of(bytes), length: bytes.Length);
    }
}
