using System;
using System.IO;
using System.Linq;
using Governance.Analyzers.Tests.Support;

namespace Governance.Analyzers.Tests;

/// <summary>Which project of a build reports on the repository, whatever way the build goes.</summary>
[Collection(PackedPackage.Collection)]
public sealed class PackageOwnerTests(PackedPackage package)
{
    private const string Reference =
        "<ItemGroup><ProjectReference Include=\"..\\{0}\\{0}.csproj\" /></ItemGroup></Project>";

    [Theory]
    [InlineData("-graph")]
    [InlineData("-graph", "-p:Configuration=Release")]
    [InlineData("-p:BuildInParallel=false")]
    public void Projects_that_refer_to_each_other_report_once(params string[] arguments)
    {
        using var consumer = new Consumer("complies", package)
            .Project("src/App/App.csproj", "<TargetFrameworks>net10.0;net10.0-browser</TargetFrameworks>")
            .Project("src/Core/Core.csproj")
            .Project("src/Data/Data.csproj")
            .Write("notebooks/loose.ipynb", "{");
        Refer(consumer, "App", "Core");
        Refer(consumer, "Core", "Data");

        var build = consumer.Build(["src/App", .. arguments]);
        Assert.Single(
            build.Findings,
            static line => line.Contains("notebooks/loose.ipynb(1,1)", StringComparison.Ordinal)
        );
    }

    [Fact]
    public void The_owner_can_be_named()
    {
        using var consumer = new Consumer("complies", package)
            .Project("src/App/App.csproj")
            .Project("src/Other/Other.csproj")
            .Write("notebooks/loose.ipynb", "{")
            .Write(
                "Directory.Build.props",
                "<Project><PropertyGroup><GovernanceOwner>src/Other/Other.csproj</GovernanceOwner></PropertyGroup></Project>"
            );

        Assert.Empty(consumer.Build("src/App").Findings);
        Assert.Contains(consumer.Build("src/Other").Findings, static line => line.Contains("loose.ipynb"));
    }

    [Fact]
    public void What_git_tracks_and_the_compiler_cannot_be_handed_stops_no_build()
    {
        using var consumer = new Consumer("complies", package)
            .Project("src/App/App.csproj")
            .Write("pipelines/gone.yml", "a: 1\n")
            .Write("pipelines/na\"me.yml", "a: [\n")
            .Write("pipelines/two\nlines.yml", "a: [\n")
            .Write(".globalconfig", "is_global = true\ngovernance.GOV0002.severity = warning\n");
        File.CreateSymbolicLink(Path.Combine(consumer.Root, "pipelines", "link.yml"), "nowhere.yml");
        consumer.Run("git", "add", "-A");
        File.Delete(Path.Combine(consumer.Root, "pipelines", "gone.yml"));

        var build = consumer.Build("src/App");
        Assert.Equal(0, build.ExitCode);
        Assert.DoesNotContain("CS2001", build.Output, StringComparison.Ordinal);
        Assert.Equal(2, build.Findings.Count(static line => line.Contains("GOV0002", StringComparison.Ordinal)));
    }

    [Fact]
    public void The_binary_log_holds_the_findings()
    {
        using var consumer = new Consumer("complies", package)
            .Project("src/App/App.csproj")
            .Write("notebooks/loose.ipynb", "{");
        consumer.Build("src/App", "-bl:all.binlog", "-clp:ErrorsOnly");
        var log = Execution.Of(consumer.Root, "dotnet", "msbuild", "all.binlog", "-nologo", "-nodeReuse:false");
        Assert.Contains(log.Findings, static line => line.Contains("loose.ipynb(1,1)", StringComparison.Ordinal));
    }

    private static void Refer(Consumer consumer, string from, string to)
    {
        var path = Path.Combine(consumer.Root, "src", from, from + ".csproj");
        var text = File.ReadAllText(path);
        consumer.Write(
            $"src/{from}/{from}.csproj",
            text.Replace("</Project>", Reference.Replace("{0}", to, StringComparison.Ordinal), StringComparison.Ordinal)
        );
    }
}
