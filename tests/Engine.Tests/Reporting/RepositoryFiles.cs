using System.IO;
using System.Runtime.CompilerServices;

namespace Governance.Engine.Tests.Reporting;

/// <summary>Files of this repository, found from where this source lies.</summary>
internal static class RepositoryFiles
{
    public static string PathOf(string path, [CallerFilePath] string source = "") =>
        Path.Combine(Path.GetDirectoryName(source)!, "..", "..", "..", path);

    public static string Read(string path) => File.ReadAllText(PathOf(path));
}
