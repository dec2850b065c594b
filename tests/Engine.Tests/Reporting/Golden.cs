using System;
using System.IO;

namespace Governance.Engine.Tests.Reporting;

/// <summary>Files that hold what a format looks like; <c>UPDATE_GOLDEN=1 dotnet test</c> writes them anew.</summary>
internal static class Golden
{
    public static void Equal(string name, string actual)
    {
        var path = RepositoryFiles.PathOf("tests/fixtures/reports/" + name);
        if (Environment.GetEnvironmentVariable("UPDATE_GOLDEN") == "1")
        {
            Directory.CreateDirectory(Path.GetDirectoryName(path)!);
            File.WriteAllText(path, actual);
        }

        Assert.Equal(File.ReadAllText(path).Replace("\r\n", "\n"), actual);
    }
}
