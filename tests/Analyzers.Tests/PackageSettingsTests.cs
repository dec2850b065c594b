using System;
using System.IO;
using System.Linq;
using Governance.Analyzers.Tests.Support;

namespace Governance.Analyzers.Tests;

/// <summary>What projects that take the packed package can set, and what editors are handed.</summary>
[Collection(PackedPackage.Collection)]
public sealed class PackageSettingsTests(PackedPackage package)
{
    private const string List = "src/App/obj/Debug/net10.0/governance-live/governance-paths.v1.txt";

    [Fact]
    public void Editors_are_handed_what_the_last_build_listed_in_the_project_that_reports()
    {
        using var consumer = new Consumer("breaks-the-mandate", package)
            .Project("src/App/App.csproj")
            .Project("src/Other/Other.csproj")
            .Write("governance.yml", "kind: project\n")
            .Solution("src/App/App.csproj", "src/Other/Other.csproj");
        consumer.Run("dotnet", "restore", "All.sln");
        Assert.Equal(["governance.yml"], consumer.HandedInEditor("src/App/App.csproj"));

        consumer.Build("All.sln", "--no-restore", "-p:GovernanceAreas=notebooks");
        var handed = consumer.HandedInEditor("src/App/App.csproj", "-p:GovernanceAreas=notebooks");
        var notebook = handed.First(static path => path.EndsWith(".ipynb", StringComparison.Ordinal));
        Assert.Contains(List, handed);
        Assert.Single(handed, static path => path == "governance.yml");
        Assert.Equal(["governance.yml"], consumer.HandedInEditor("src/Other/Other.csproj"));
        Assert.Equal(["governance.yml"], consumer.HandedInEditor("src/App/App.csproj", "-p:GovernanceLive=false"));
        Assert.Empty(consumer.HandedInEditor("src/App/App.csproj", "-p:GovernanceEnabled=false"));
        // But for its folder, it is the list that the build handed to the compiler.
        Assert.Equal(
            File.ReadAllLines(Path.Combine(consumer.Root, "src/App/obj/Debug/net10.0/governance-paths.v1.txt")),
            File.ReadAllLines(Path.Combine(consumer.Root, List))
        );

        File.Delete(Path.Combine(consumer.Root, notebook));
        Assert.DoesNotContain(notebook, consumer.HandedInEditor("src/App/App.csproj"));
        Assert.DoesNotContain(
            Path.Combine(consumer.Root, notebook),
            File.ReadAllLines(Path.Combine(consumer.Root, List))
        );

        consumer.Build("All.sln", "--no-restore", "-p:GovernanceOwner=src/Other/Other.csproj");
        Assert.Equal(["governance.yml"], consumer.HandedInEditor("src/App/App.csproj"));
        Assert.Contains("governance.yml", consumer.HandedInEditor("src/Other/Other.csproj"));
        Assert.NotEqual(["governance.yml"], consumer.HandedInEditor("src/Other/Other.csproj"));
    }

    [Fact]
    public void Areas_and_severities_are_set_by_property_and_editorconfig()
    {
        using var consumer = new Consumer("breaks-the-mandate", package)
            .Project("src/App/App.csproj")
            .Write("broken/half.yml", "a: [\n")
            .Write(".editorconfig", "root = true\n[broken/*.yml]\ngovernance.GOV0002.severity = error\n");

        var build = consumer.Build("src/App", "-p:GovernanceAreas=notebooks%3Blayuot");
        Assert.Contains("broken/half.yml(1,4): error GOV0002", build.Output, StringComparison.Ordinal);
        Assert.Contains(
            "warning GOV0003: The property GovernanceAreas names 'layuot', which is no area. Did you mean 'layout'?",
            build.Output,
            StringComparison.Ordinal
        );
        Assert.All(build.Findings, static line => Assert.Matches("(error|warning) GOV0(0|2)", line));
        Assert.Contains(build.Findings, static line => line.Contains(" GOV02", StringComparison.Ordinal));

        consumer.Write(".editorconfig", "root = true\n[broken/*.yml]\ngovernance.GOV0002.severity = none\n");
        build = consumer.Build("src/App", "--no-incremental", "-p:NoWarn=GOV0003");
        Assert.DoesNotContain("GOV0002", build.Output, StringComparison.Ordinal);
        Assert.Contains(build.Findings, static line => line.Contains(" GOV01", StringComparison.Ordinal));
    }

    [Fact]
    public void Areas_count_for_code_in_every_project()
    {
        using var consumer = new Consumer("complies", package)
            .Project("src/App/App.csproj")
            .Project("src/Other/Other.csproj")
            .Write("src/Other/SignIn.cs", PackageTests.SignIn);

        Assert.DoesNotContain("GOV0302", consumer.Build("src/Other", "-p:GovernanceAreas=layout%3Bnotebooks").Output);
        Assert.Contains(
            "SignIn.cs(5,31): warning GOV0302",
            consumer.Build("src/Other", "--no-incremental", "-p:GovernanceAreas=layout%3Bcredentials").Output,
            StringComparison.Ordinal
        );
    }

    [Fact]
    public void A_malformed_policy_and_binary_files_stop_no_build()
    {
        using var consumer = new Consumer("complies", package)
            .Project("src/App/App.csproj")
            .Write("governance.yml", "kind: project\nmode: [\n")
            .Write(".editorconfig", "root = true\n[*.{yml,py}]\ngovernance.GOV0002.severity = warning\n")
            .Write("pipelines/binary.yml", "a\0b")
            .Write("code/binary.py", "\u0001\0\0");

        var build = consumer.Build("src/App");
        Assert.Equal(0, build.ExitCode);
        Assert.Matches(@"governance\.yml\(2,\d+\): warning GOV0003", build.Output);
        Assert.Matches(@"pipelines/binary\.yml\(1,1\): warning GOV0002", build.Output);
        Assert.Matches(@"code/binary\.py\(1,1\): warning GOV0002", build.Output);
        Assert.DoesNotContain("AD0001", build.Output, StringComparison.Ordinal);
    }
}
