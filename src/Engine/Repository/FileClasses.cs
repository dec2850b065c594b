using System.Collections.Immutable;
using System.Linq;

namespace Governance.Engine.Repository;

/// <summary>Classes of files that share a syntax.</summary>
internal static class FileClasses
{
    /// <summary>All that is YAML, without the policy, which is read apart.</summary>
    public static ImmutableArray<FileClass> Yaml { get; } =
        ImmutableArray.Create(FileClass.Yaml, FileClass.GitHubWorkflow, FileClass.GitHubAction, FileClass.Dependabot);

    /// <summary>YAML that GitHub reads by its path, and nobody else.</summary>
    public static ImmutableArray<FileClass> ReadByGitHub { get; } =
        ImmutableArray.Create(FileClass.GitHubWorkflow, FileClass.Dependabot);

    /// <summary>YAML that is not told to be broken by another rule.</summary>
    public static ImmutableArray<FileClass> OtherYaml { get; } = Yaml.RemoveRange(ReadByGitHub);

    /// <summary>All that may hold text, without the policy, which is read apart.</summary>
    public static ImmutableArray<FileClass> Text { get; } =
        Enumerable
            .Range(0, (int)FileClass.Binary)
            .Select(static number => (FileClass)number)
            .Where(static one => one != FileClass.Policy)
            .ToImmutableArray();

    /// <summary>Whether a class is one of <see cref="Yaml"/>.</summary>
    public static bool IsYaml(this FileClass fileClass) => Yaml.Contains(fileClass);
}
