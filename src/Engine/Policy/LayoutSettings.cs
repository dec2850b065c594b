using System.Collections.Immutable;

namespace Governance.Engine.Policy;

/// <summary>The names of the mandated folders: <c>layout</c> of governance.yml.</summary>
public sealed record LayoutSettings
{
    /// <summary>The layout of the built-in <c>mlops</c> profile (statement L1 of the guidance).</summary>
    public static LayoutSettings Default { get; } =
        new()
        {
            Folders = ImmutableArray.Create(
                new MandatedFolder("cloud", ImmutableArray.Create(".cloud")),
                new MandatedFolder("delivery", ImmutableArray.Create(".ado", ".github")),
                new MandatedFolder("code", ImmutableArray.Create("code")),
                new MandatedFolder("docs", ImmutableArray.Create("docs")),
                new MandatedFolder("pipelines", ImmutableArray.Create("pipelines")),
                new MandatedFolder("tests", ImmutableArray.Create("tests")),
                new MandatedFolder("notebooks", ImmutableArray.Create("notebooks"))
            ),
            SharedNotebookFolders = ImmutableArray.Create("shared", "samples"),
        };

    /// <summary>The mandated folders, in the order of the guidance.</summary>
    public required ImmutableArray<MandatedFolder> Folders { get; init; }

    /// <summary>Folders of the notebooks folder that belong to nobody: <c>layout.notebooks.shared</c>.</summary>
    public required ImmutableArray<string> SharedNotebookFolders { get; init; }

    /// <summary>The names a role may have (<c>delivery</c>: <c>.ado</c>, <c>.github</c>); empty when the policy dropped the role.</summary>
    public ImmutableArray<string> NamesOf(string role)
    {
        foreach (var folder in Folders)
        {
            if (folder.Role == role)
            {
                return folder.Names;
            }
        }

        return ImmutableArray<string>.Empty;
    }
}

/// <summary>A folder every repository has, under any one of its names.</summary>
/// <param name="Role">What it is for: <c>cloud</c>, <c>delivery</c>, <c>code</c>, <c>docs</c>, <c>pipelines</c>, <c>tests</c>, <c>notebooks</c>.</param>
/// <param name="Names">The accepted names; the first is the one to create.</param>
public sealed record MandatedFolder(string Role, ImmutableArray<string> Names);
