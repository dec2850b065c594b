using System;
using System.Collections.Immutable;
using System.Linq;
using Microsoft.CodeAnalysis;

namespace Governance.Analyzers.CSharp;

/// <summary>Whom a project's code is run by.</summary>
internal static class Audience
{
    private static readonly ImmutableHashSet<string> s_frameworks = ImmutableHashSet.Create(
        StringComparer.OrdinalIgnoreCase,
        // Tests
        "xunit.core",
        "xunit.v3.core",
        "nunit.framework",
        "Microsoft.VisualStudio.TestPlatform.TestFramework",
        "MSTest.TestFramework",
        "TUnit.Core",
        // Windows
        "PresentationFramework",
        "System.Windows.Forms",
        "Microsoft.WinUI",
        "Microsoft.Maui.Controls",
        "Avalonia.Controls"
    );

    /// <summary>Whether it is a person by necessity: a project of tests, or a program with windows.</summary>
    public static bool IsPerson(Compilation compilation) =>
        compilation.Options.OutputKind is OutputKind.WindowsApplication or OutputKind.WindowsRuntimeApplication
        || compilation.ReferencedAssemblyNames.Any(static assembly => s_frameworks.Contains(assembly.Name));
}
