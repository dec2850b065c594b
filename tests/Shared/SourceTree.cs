using System.IO;

namespace Governance.Tests;

/// <summary>The checkout that the tests were built from.</summary>
internal static class SourceTree
{
    public static string Root { get; } = Find();

    /// <summary>The configuration the tests were built in: bin/CONFIGURATION/net10.0.</summary>
    public static string Configuration { get; } =
        Path.GetFileName(Path.GetDirectoryName(Path.TrimEndingDirectorySeparator(System.AppContext.BaseDirectory)))!;

    public static string Sample(string name) => Path.Combine(Root, "samples", name);

    private static string Find()
    {
        var folder = System.AppContext.BaseDirectory;
        while (!File.Exists(Path.Combine(folder, "Governance.sln")))
        {
            folder =
                Path.GetDirectoryName(folder)
                ?? throw new FileNotFoundException($"No Governance.sln above {System.AppContext.BaseDirectory}");
        }

        return folder;
    }
}
