using System;
using Governance.Engine.Syntax;

namespace Governance.Engine.Repository;

/// <summary>Tells a file's <see cref="FileClass"/> from its path alone.</summary>
public static class PathClassifier
{
    /// <summary>The name of the policy file at a governed root.</summary>
    public const string PolicyFileName = "governance.yml";

    private static readonly WordSet LockFiles = new(
        "package-lock.json",
        "npm-shrinkwrap.json",
        "packages.lock.json",
        "project.assets.json",
        "yarn.lock",
        "poetry.lock",
        "uv.lock",
        "pdm.lock",
        "pixi.lock",
        "Pipfile.lock",
        "pnpm-lock.yaml",
        "bun.lock",
        "Cargo.lock",
        "Gemfile.lock",
        "composer.lock",
        "go.sum",
        "gradle.lockfile",
        ".terraform.lock.hcl"
    );

    /// <summary>The class of the file at <paramref name="path"/>.</summary>
    public static FileClass Classify(string path)
    {
        if (string.Equals(path, PolicyFileName, StringComparison.Ordinal))
        {
            return FileClass.Policy;
        }

        if (CodeOwnersFile.Places.Contains(path))
        {
            return FileClass.CodeOwners;
        }

        if (LockFiles.Contains(RepositoryPath.Name(path)))
        {
            return FileClass.LockFile;
        }

        return RepositoryPath.Extension(path) switch
        {
            ".ipynb" => FileClass.Notebook,
            ".yml" or ".yaml" => OfYaml(path),
            ".json" => FileClass.Json,
            ".py" => FileClass.Python,
            ".r" or ".scala" or ".sql" => FileClass.OtherSource,
            ".cs" => FileClass.CSharp,
            ".bicep" or ".bicepparam" => FileClass.Bicep,
            ".tf" or ".tfvars" => FileClass.Terraform,
            ".sh" or ".bash" or ".zsh" => FileClass.Shell,
            ".ps1" or ".psm1" => FileClass.PowerShell,
            ".dockerfile" => FileClass.Dockerfile,
            ".mk" => FileClass.Makefile,
            ".md" or ".markdown" or ".rst" => FileClass.Documentation,
            ".png" or ".jpg" or ".jpeg" or ".gif" or ".ico" or ".bmp" or ".webp" or ".tif" or ".tiff" =>
                FileClass.Binary,
            ".zip" or ".gz" or ".tgz" or ".bz2" or ".xz" or ".7z" or ".tar" or ".whl" or ".jar" => FileClass.Binary,
            ".zst" or ".rar" or ".egg" or ".nupkg" or ".pfx" or ".p12" or ".jks" or ".keystore" or ".kdbx" =>
                FileClass.Binary,
            ".pkl" or ".pickle" or ".joblib" or ".onnx" or ".pt" or ".pth" or ".h5" or ".npy" or ".npz" or ".parquet" =>
                FileClass.Binary,
            ".pdf" or ".docx" or ".xlsx" or ".pptx" or ".mp3" or ".mp4" or ".mov" or ".wav" => FileClass.Binary,
            ".dll" or ".exe" or ".so" or ".dylib" or ".bin" or ".woff" or ".woff2" or ".ttf" or ".eot" =>
                FileClass.Binary,
            _ => OfName(RepositoryPath.Name(path)),
        };
    }

    // Dockerfile.gpu is one too, and the name is written in any case: https://docs.docker.com/build/concepts/dockerfile/#filename
    private static FileClass OfName(string name) =>
        IsNamed(name, "Dockerfile") || IsNamed(name, "Containerfile") ? FileClass.Dockerfile
        : IsNamed(name, "Makefile") || IsNamed(name, "GNUmakefile") ? FileClass.Makefile
        : FileClass.Other;

    private static bool IsNamed(string name, string kind) =>
        name.StartsWith(kind, StringComparison.OrdinalIgnoreCase)
        && (name.Length == kind.Length || name[kind.Length] == '.');

    // https://docs.github.com/en/actions/concepts/workflows-and-actions/workflows
    // https://docs.github.com/en/actions/reference/workflows-and-actions/metadata-syntax
    // https://docs.github.com/en/code-security/dependabot/working-with-dependabot/dependabot-options-reference
    private static FileClass OfYaml(string path) =>
        RepositoryPath.Parent(path) == ".github/workflows" ? FileClass.GitHubWorkflow
        : path is ".github/dependabot.yml" or ".github/dependabot.yaml" ? FileClass.Dependabot
        : RepositoryPath.Name(path) is "action.yml" or "action.yaml" ? FileClass.GitHubAction
        : FileClass.Yaml;
}
