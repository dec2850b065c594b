using System;
using System.Linq;
using Governance.Engine.Syntax.Yaml;

namespace Governance.Engine.Syntax.GitHub;

/// <summary>
/// An action or reusable workflow of another repository: <c>owner/repository[/path]@ref</c>.
/// https://docs.github.com/en/actions/reference/workflows-and-actions/workflow-syntax#jobsjob_idstepsuses
/// </summary>
/// <param name="Scalar">The value of <c>uses</c>.</param>
/// <param name="Repository">Owner and repository.</param>
/// <param name="Ref">The branch, tag or commit.</param>
internal sealed record ActionReference(YamlScalar Scalar, string Repository, string Ref)
{
    private const int CommitLength = 40;

    /// <summary>Whether the ref is a whole commit id, which nobody can move.</summary>
    public bool IsCommit =>
        Ref.Length == CommitLength
        && Ref.All(static c => c is (>= '0' and <= '9') or (>= 'a' and <= 'f') or (>= 'A' and <= 'F'));

    /// <summary>What a value of <c>uses</c> refers to in another repository; null where it refers to none.</summary>
    public static ActionReference? Parse(YamlScalar scalar)
    {
        // A block scalar ends with a line break, which is no part of the reference.
        var value = scalar.Value.Trim();
        var at = value.LastIndexOf('@');
        var owner = value.IndexOf('/');
        if (owner <= 0 || owner >= at || value[0] is '.' or '$' || GitHubTemplates.Grammar.HasExpression(value))
        {
            return null;
        }

        // No part of the path is empty, which 'docker://image' would have.
        var path = value.Substring(0, at);
        if (path[at - 1] == '/' || path.Contains("//"))
        {
            return null;
        }

        var repository = path.IndexOf('/', owner + 1);
        return new ActionReference(
            scalar,
            repository < 0 ? path : path.Substring(0, repository),
            value.Substring(at + 1)
        );
    }

    /// <summary>Whether this is a repository; case does not count.</summary>
    public bool Is(string repository) => string.Equals(Repository, repository, StringComparison.OrdinalIgnoreCase);
}
