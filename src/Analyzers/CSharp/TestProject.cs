using System;
using System.Linq;
using Microsoft.CodeAnalysis;

namespace Governance.Analyzers.CSharp;

/// <summary>Tells test projects, which reach no production, from others.</summary>
internal static class TestProject
{
    private static readonly string[] s_frameworks =
    [
        "xunit.core",
        "xunit.v3.core",
        "nunit.framework",
        "Microsoft.VisualStudio.TestPlatform.TestFramework",
        "MSTest.TestFramework",
        "TUnit.Core",
    ];

    /// <summary>Whether the compilation refers to a test framework.</summary>
    public static bool Is(Compilation compilation) =>
        compilation.ReferencedAssemblyNames.Any(static assembly =>
            s_frameworks.Contains(assembly.Name, StringComparer.OrdinalIgnoreCase)
        );
}
