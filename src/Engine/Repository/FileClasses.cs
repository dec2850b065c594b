using System.Collections.Immutable;

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
    public static ImmutableArray<FileClass> OtherYaml { get; } =
        ImmutableArray.Create(FileClass.Yaml, FileClass.GitHubAction);

    /// <summary>All that may hold text, without the policy, which is read apart.</summary>
    public static ImmutableArray<FileClass> Text { get; } = AllBut(FileClass.Policy);

    /// <summary>Whether a class is one of <see cref="Yaml"/>.</summary>
    public static bool IsYaml(this FileClass fileClass) => Yaml.Contains(fileClass);

    // Queries over an enumeration are compiled at run time, which takes longer than a small repository needs.
    private static ImmutableArray<FileClass> AllBut(FileClass left)
    {
        var all = ImmutableArray.CreateBuilder<FileClass>();
        for (var one = (FileClass)0; one < FileClass.Binary; one++)
        {
            if (one != left)
            {
                all.Add(one);
            }
        }

        return all.ToImmutable();
    }
}
