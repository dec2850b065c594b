using System;
using System.Collections.Immutable;
using System.Linq;
using Microsoft.CodeAnalysis;

namespace Governance.Analyzers.CSharp;

/// <summary>Whom a project's code is run by.</summary>
internal static class Audience
{
    private static readonly ImmutableHashSet<string> Tests = ImmutableHashSet.Create(
        StringComparer.OrdinalIgnoreCase,
        "xunit.core",
        "xunit.v3.core",
        "nunit.framework",
        "Microsoft.VisualStudio.TestPlatform.TestFramework",
        "MSTest.TestFramework",
        "TUnit.Core"
    );

    private static readonly ImmutableHashSet<string> Windows = ImmutableHashSet.Create(
        StringComparer.OrdinalIgnoreCase,
        "PresentationFramework",
        "System.Windows.Forms",
        "Microsoft.WinUI",
        "Microsoft.Maui.Controls",
        "Avalonia.Controls"
    );

    /// <summary>Whether it is a person by necessity: a project of tests, or a program with windows.</summary>
    public static bool IsPerson(Compilation compilation) =>
        compilation.Options.OutputKind is OutputKind.WindowsApplication or OutputKind.WindowsRuntimeApplication
        || RefersTo(compilation, Windows)
        || IsTest(compilation);

    /// <summary>Whether it is a project of tests.</summary>
    public static bool IsTest(Compilation compilation) => RefersTo(compilation, Tests);

    private static bool RefersTo(Compilation compilation, ImmutableHashSet<string> frameworks) =>
        compilation.ReferencedAssemblyNames.Any(assembly => frameworks.Contains(assembly.Name));
}
