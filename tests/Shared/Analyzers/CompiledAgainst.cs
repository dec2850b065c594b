using System;
using System.Collections.Immutable;
using System.IO;
using System.Linq;
using Microsoft.CodeAnalysis;

namespace Governance.Tests.Analyzers;

/// <summary>What the code of examples is compiled against: the framework, and the libraries it signs in with.</summary>
internal static class CompiledAgainst
{
    /// <summary>The framework, the packages that the tests refer to, and what stands for further ones.</summary>
    public static ImmutableArray<MetadataReference> Libraries => [.. Packages, .. ClientLibraries.All];

    // Everything this process runs on but the test framework, which would make the project one of tests.
    public static ImmutableArray<MetadataReference> Packages { get; } =
    [
        .. ((string)AppContext.GetData("TRUSTED_PLATFORM_ASSEMBLIES")!)
            .Split(Path.PathSeparator)
            .Where(static path => !Path.GetFileName(path).StartsWith("xunit.", StringComparison.OrdinalIgnoreCase))
            .Where(static path => !Path.GetFileName(path).Contains("TestPlatform", StringComparison.Ordinal))
            .Select(static path => MetadataReference.CreateFromFile(path)),
    ];
}
