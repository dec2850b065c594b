using System.Collections.Immutable;

namespace Governance.Engine.Repository;

/// <summary>
/// Where GitHub reads the owners of code.
/// https://docs.github.com/en/repositories/managing-your-repositorys-settings-and-features/customizing-your-repository/about-code-owners
/// </summary>
public static class CodeOwnersFile
{
    /// <summary>The name, wherever it lies.</summary>
    public const string Name = "CODEOWNERS";

    /// <summary>The place that GitHub looks at first.</summary>
    public const string Usual = ".github/" + Name;

    /// <summary>The places that GitHub looks at; of several files it takes the first, in this order.</summary>
    public static ImmutableArray<string> Places { get; } = ImmutableArray.Create(Usual, Name, "docs/" + Name);
}
