using System;
using System.IO;
using System.Linq;

namespace Governance.Engine.Tests.Fixtures;

/// <summary>
/// A test that runs a program from outside. Without the program it is skipped and says so, but where
/// <c>GOVERNANCE_NO_SKIP</c> is set, as in CI, it runs and fails.
/// </summary>
[AttributeUsage(AttributeTargets.Method)]
public sealed class ToolFactAttribute : FactAttribute
{
    public ToolFactAttribute(string tool)
    {
        Tool = tool;
        if (Find(tool) is null && string.IsNullOrEmpty(Environment.GetEnvironmentVariable("GOVERNANCE_NO_SKIP")))
        {
            Skip = $"{tool} is not on the PATH; .ci/run installs it";
        }
    }

    public string Tool { get; }

    /// <summary>The program's path, or null.</summary>
    public static string? Find(string tool) =>
        (Environment.GetEnvironmentVariable("PATH") ?? "")
            .Split(Path.PathSeparator, StringSplitOptions.RemoveEmptyEntries)
            .Select(folder => Path.Combine(folder, tool))
            .FirstOrDefault(File.Exists);
}
