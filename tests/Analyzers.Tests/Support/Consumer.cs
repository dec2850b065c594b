using System;
using System.Collections.Generic;
using System.IO;
using System.Linq;
using System.Text.Json;

namespace Governance.Analyzers.Tests.Support;

/// <summary>A git repository on disk, made from a sample, whose C# projects take the packed package from a folder.</summary>
internal sealed class Consumer : IDisposable
{
    public Consumer(string sample, PackedPackage package)
    {
        // As the compiler names it: the temporary folder may be behind a link.
        Root = Directory.CreateTempSubdirectory("governance-consumer-").FullName;
        var source = SourceTree.Sample(sample);
        foreach (var file in Directory.EnumerateFiles(source, "*", SearchOption.AllDirectories))
        {
            var target = Path.Combine(Root, Path.GetRelativePath(source, file));
            Directory.CreateDirectory(Path.GetDirectoryName(target)!);
            File.Copy(file, target);
        }

        Write(".gitignore", "bin/\nobj/\nnuget.config\n*.sln\n");
        Write(
            "nuget.config",
            $"""
            <configuration>
              <config><add key="globalPackagesFolder" value="{package.Packages}" /></config>
              <packageSources><clear /><add key="packed" value="{package.Feed}" /></packageSources>
            </configuration>
            """
        );
        Run("git", "init", "-q", "-b", "main");
    }

    public string Root { get; }

    public Consumer Write(string path, string text)
    {
        var full = Path.Combine(Root, path);
        Directory.CreateDirectory(Path.GetDirectoryName(full)!);
        File.WriteAllText(full, text);
        return this;
    }

    public Consumer Project(string path, string frameworks = "<TargetFramework>net10.0</TargetFramework>")
    {
        var folder = Path.GetDirectoryName(path)!;
        Write(Path.Combine(folder, "Empty.cs"), "internal sealed class Empty { }\n");
        return Write(
            path,
            $"""
            <Project Sdk="Microsoft.NET.Sdk">
              <PropertyGroup>{frameworks}</PropertyGroup>
              <ItemGroup>
                <PackageReference Include="Governance.Analyzers" Version="{PackedPackage.Version}" PrivateAssets="all" />
              </ItemGroup>
            </Project>
            """
        );
    }

    public Consumer Solution(params string[] projects)
    {
        Run("dotnet", "new", "sln", "--format", "sln", "--name", "All");
        Run("dotnet", ["sln", "All.sln", "add", .. projects]);
        return this;
    }

    public Execution Build(params string[] arguments) =>
        Execution.Of(
            Root,
            "dotnet",
            ["build", .. arguments, "--nologo", "-nodeReuse:false", "-p:UseSharedCompilation=false", "-clp:NoSummary"]
        );

    /// <summary>What an editor's design-time build hands the compiler beside the code: paths relative to the root.</summary>
    public IReadOnlyList<string> HandedInEditor(string project, params string[] arguments)
    {
        const string Option = "/additionalfile:";
        var asked = Execution.Of(
            Root,
            "dotnet",
            [
                "msbuild",
                project,
                "-t:Compile",
                "-p:DesignTimeBuild=true;SkipCompilerExecution=true;ProvideCommandLineArgs=true;NonExistentFile=none/none",
                "-getItem:CscCommandLineArgs",
                "-nodeReuse:false",
                .. arguments,
            ]
        );
        Assert.True(asked.ExitCode == 0, asked.Output);
        using var answer = JsonDocument.Parse(asked.Output);
        return
        [
            .. answer
                .RootElement.GetProperty("Items")
                .GetProperty("CscCommandLineArgs")
                .EnumerateArray()
                .Select(static one => one.GetProperty("Identity").GetString()!)
                .Where(static one => one.StartsWith(Option, StringComparison.Ordinal))
                .Select(one => Path.GetRelativePath(Root, one[Option.Length..].Trim('"')).Replace('\\', '/'))
                .Order(StringComparer.Ordinal),
        ];
    }

    public void Dispose()
    {
        foreach (var file in Directory.EnumerateFiles(Root, "*", SearchOption.AllDirectories))
        {
            File.SetAttributes(file, FileAttributes.Normal);
        }

        Directory.Delete(Root, recursive: true);
    }

    public void Run(string program, params string[] arguments)
    {
        var execution = Execution.Of(Root, program, arguments);
        Assert.True(execution.ExitCode == 0, $"{program} {string.Join(' ', arguments)}:\n{execution.Output}");
    }
}
