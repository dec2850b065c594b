using System;
using Governance.Engine.Repository;
using Microsoft.CodeAnalysis;

namespace Governance.Analyzers;

/// <summary>Paths as the compiler gives them: full, and with the separators of the machine.</summary>
internal static class FilePath
{
    /// <summary>The path with the separators that the engine knows.</summary>
    public static string WithSlashes(string path) => path.Replace('\\', '/');

    /// <summary>Whether a file has this name, in whatever folder.</summary>
    public static bool IsNamed(AdditionalText file, string name) =>
        string.Equals(RepositoryPath.Name(WithSlashes(file.Path)), name, StringComparison.Ordinal);
}
