using System.IO;

namespace Governance.Engine.Tests.Fixtures;

/// <summary>The checkout that the tests were built from.</summary>
internal static class SourceTree
{
    public static string Root { get; } = Find();

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
