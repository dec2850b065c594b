using System.Reflection;

namespace Governance.PolicyCli;

/// <summary>The version of this build.</summary>
internal static class ToolVersion
{
    /// <summary>SemVer, without build metadata.</summary>
    public static string Current { get; } =
        (
            typeof(ToolVersion)
                .Assembly.GetCustomAttribute<AssemblyInformationalVersionAttribute>()
                ?.InformationalVersion
            ?? "0.0.0"
        ).Split('+')[0];
}
