using System;
using System.IO;

namespace Governance.Analyzers.Tests.Support;

/// <summary>The package, packed once from what the tests were built with, in a feed that is a folder.</summary>
public sealed class PackedPackage : IDisposable
{
    /// <summary>The tests that share it.</summary>
    public const string Collection = "packed package";

    /// <summary>The version it is packed with.</summary>
    public const string Version = "0.0.1-packed";

    private readonly string _folder = Directory.CreateTempSubdirectory("governance-package-").FullName;

    public PackedPackage()
    {
        Feed = Path.Combine(_folder, "feed");
        Packages = Path.Combine(_folder, "packages");
        var packed = Execution.Of(
            SourceTree.Root,
            "dotnet",
            "pack",
            "src/Analyzers",
            "--no-build",
            "-c",
            SourceTree.Configuration,
            "-o",
            Feed,
            "-p:PackageVersion=" + Version,
            "-nodeReuse:false",
            "--nologo"
        );
        Assert.True(packed.ExitCode == 0, packed.Output);
    }

    /// <summary>The folder with the nupkg.</summary>
    public string Feed { get; }

    /// <summary>The folder where consumers unpack it, so that no other copy of the version is taken.</summary>
    public string Packages { get; }

    public void Dispose() => Directory.Delete(_folder, recursive: true);
}

[CollectionDefinition(PackedPackage.Collection)]
public sealed class PackedPackageTests : ICollectionFixture<PackedPackage>;
