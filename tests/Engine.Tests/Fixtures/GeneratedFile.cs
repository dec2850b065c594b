using System;
using System.IO;

namespace Governance.Engine.Tests.Fixtures;

/// <summary>Files that are committed and generated: <c>UPDATE_GENERATED=1</c> writes them anew.</summary>
internal static class GeneratedFile
{
    public static void Verify(string path, string expected)
    {
        var full = Path.Combine(SourceTree.Root, path);
        if (Environment.GetEnvironmentVariable("UPDATE_GENERATED") == "1")
        {
            File.WriteAllText(full, expected);
        }

        var actual = File.Exists(full) ? File.ReadAllText(full).ReplaceLineEndings("\n") : "";
        Assert.True(expected == actual, $"{path} is stale; run: UPDATE_GENERATED=1 dotnet test Governance.sln");
    }
}
