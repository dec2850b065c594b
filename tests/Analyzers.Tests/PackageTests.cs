using System;
using System.Buffers.Binary;
using System.IO;
using System.IO.Compression;
using System.Linq;
using System.Reflection.PortableExecutable;
using System.Text;
using System.Text.RegularExpressions;
using System.Threading;
using Governance.Analyzers.Tests.Support;
using Governance.Engine.Checking;
using Governance.Engine.Findings;
using Governance.Repositories;

namespace Governance.Analyzers.Tests;

/// <summary>Projects that take the packed package, built by the .NET SDK.</summary>
[Collection(PackedPackage.Collection)]
public sealed class PackageTests(PackedPackage package)
{
    // The libraries are not in the feed of the test; to the compiler a type is its full name.
    internal const string SignIn = """
        namespace Azure.Identity { public class AzureCliCredential { } }

        internal sealed class SignIn
        {
            public object Mine => new Azure.Identity.AzureCliCredential();
        }
        """;

    [Fact]
    public void The_package_holds_analyzer_engine_and_targets_and_no_library()
    {
        using var archive = ZipFile.OpenRead(Directory.GetFiles(package.Feed, "*.nupkg").Single());
        var names = archive.Entries.Select(static entry => entry.FullName).ToList();
        using var reader = new StreamReader(archive.GetEntry("Governance.Analyzers.nuspec")!.Open());
        var nuspec = reader.ReadToEnd();

        Assert.Equal(
            [
                "analyzers/dotnet/cs/Governance.Analyzers.CodeFixes.dll",
                "analyzers/dotnet/cs/Governance.Analyzers.dll",
                "analyzers/dotnet/cs/Governance.Engine.dll",
            ],
            names.Where(static name => name.EndsWith(".dll", StringComparison.Ordinal)).Order(StringComparer.Ordinal)
        );
        Assert.Contains("build/Governance.Analyzers.targets", names);
        Assert.Contains("buildTransitive/Governance.Analyzers.targets", names);
        Assert.Contains("<developmentDependency>true</developmentDependency>", nuspec, StringComparison.Ordinal);
        Assert.Contains("<license type=\"expression\">MIT</license>", nuspec, StringComparison.Ordinal);
        Assert.DoesNotContain("<dependency ", nuspec, StringComparison.Ordinal);
    }

    [Fact]
    public void The_package_has_an_icon_a_readme_and_its_symbols_and_is_made_the_same_each_time()
    {
        using var archive = ZipFile.OpenRead(Directory.GetFiles(package.Feed, "*.nupkg").Single());
        using var reader = new StreamReader(archive.GetEntry("Governance.Analyzers.nuspec")!.Open());
        var nuspec = reader.ReadToEnd();

        Assert.Contains("<icon>icon.png</icon>", nuspec, StringComparison.Ordinal);
        Assert.Contains("<readme>analyzers.md</readme>", nuspec, StringComparison.Ordinal);
        Assert.Contains(
            "# Governance.Analyzers",
            Encoding.UTF8.GetString(Content("analyzers.md")),
            StringComparison.Ordinal
        );
        var icon = Content("icon.png");
        Assert.Equal([0x89, (byte)'P', (byte)'N', (byte)'G'], icon[..4]);
        Assert.Equal(
            (128, 128),
            (BinaryPrimitives.ReadInt32BigEndian(icon.AsSpan(16)), BinaryPrimitives.ReadInt32BigEndian(icon.AsSpan(20)))
        );
        foreach (var name in new[] { "Analyzers.CodeFixes", "Analyzers", "Engine" })
        {
            using var assembly = new PEReader([.. Content($"analyzers/dotnet/cs/Governance.{name}.dll")]);
            var entries = assembly.ReadDebugDirectory().Select(static entry => entry.Type).ToList();
            Assert.Contains(DebugDirectoryEntryType.EmbeddedPortablePdb, entries);
            Assert.Contains(DebugDirectoryEntryType.Reproducible, entries);
        }

        byte[] Content(string path)
        {
            using var content = new MemoryStream();
            using var entry = archive.GetEntry(path)!.Open();
            entry.CopyTo(content);
            return content.ToArray();
        }
    }

    [Fact]
    public void A_solution_reports_once_what_the_command_reports()
    {
        using var consumer = new Consumer("breaks-the-mandate", package)
            .Project("src/App/App.csproj", "<TargetFrameworks>net10.0;net10.0-browser</TargetFrameworks>")
            .Project("src/Other/Other.csproj")
            .Write("notebooks/bo/it's; 100%20 [odd] é.ipynb", "{")
            .Write("src/Other/SignIn.cs", SignIn)
            .Solution("src/App/App.csproj", "src/Other/Other.csproj");

        var build = consumer.Build("All.sln");

        Assert.True(build.Findings.Count > 0, build.Output);
        const string SignsIn = "src/Other/SignIn.cs(5,31): GOV0302";
        Assert.Equal(
            Expected(consumer.Root).Append(SignsIn).Order(StringComparer.Ordinal),
            build.Findings.Select(Place).Order(StringComparer.Ordinal)
        );
        Assert.Contains(build.Findings, static line => line.Contains("[odd] é.ipynb", StringComparison.Ordinal));
        Assert.Equal(1, build.ExitCode);
        Assert.Equal(SignsIn, Assert.Single(consumer.Build("src/Other", "--no-incremental").Findings.Select(Place)));
        Assert.Empty(consumer.Build("src/Other", "--no-incremental", "-p:GovernanceEnabled=false").Findings);
        consumer.Write("governance.yml", "rules: { GOV0302: { mode: observe } }\n");
        Assert.Empty(consumer.Build("src/Other").Findings);
    }

    [Fact]
    public void A_clean_repository_builds_without_a_warning_and_a_flaw_fails_where_warnings_are_errors()
    {
        using var consumer = new Consumer("complies", package).Project("code/register/App.csproj");
        var clean = consumer.Build("code/register");
        Assert.DoesNotContain(": warning ", clean.Output, StringComparison.Ordinal);
        Assert.Equal(0, clean.ExitCode);

        File.Delete(Path.Combine(consumer.Root, "docs/index.md"));
        consumer.Write("docs/image.svg", "<svg/>");
        var flawed = consumer.Build("code/register");
        Assert.Equal("docs(1,1): GOV0113", Assert.Single(flawed.Findings.Select(Place)));
        Assert.Equal(0, flawed.ExitCode);

        var strict = consumer.Build("code/register", "-p:TreatWarningsAsErrors=true");
        Assert.Contains(": error GOV0113", strict.Output, StringComparison.Ordinal);
        Assert.Equal(1, strict.ExitCode);
    }

    private static string[] Expected(string root)
    {
        using var repository = GovernedRepository.Open(root, root, CancellationToken.None);
        var request = new CheckRequest
        {
            Snapshot = repository.WorkingTree(CancellationToken.None),
            Today = DateTime.UtcNow.Date,
            ToolVersion = "0.1.0",
        };
        return
        [
            .. PolicyCheck
                .Run(request, CancellationToken.None)
                // C# is the compiler's own.
                .Shown.Where(static judged =>
                    judged.Severity > Severity.Note
                    && !judged.Finding.Location.Path.EndsWith(".cs", StringComparison.Ordinal)
                )
                .Select(static judged => judged.Finding)
                .Select(static finding =>
                    $"{(finding.Location.Path == Location.Root ? "governance.yml" : finding.Location.Path)}({finding.Location.Span?.StartLine ?? 1},{finding.Location.Span?.StartColumn ?? 1}): {finding.BaseRuleId}"
                )
                .Order(StringComparer.Ordinal),
        ];
    }

    // /tmp/consumer/docs(1,1): warning GOV0113: ...
    private static string Place(string line)
    {
        var match = Regex.Match(
            line,
            @"governance-consumer-[^/\\]+[/\\](.*?\(\d+,\d+\)): (?:error|warning) (GOV\d{4})"
        );
        return $"{match.Groups[1].Value}: {match.Groups[2].Value}";
    }
}
