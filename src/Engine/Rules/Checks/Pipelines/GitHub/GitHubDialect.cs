using System.Collections.Immutable;
using Governance.Engine.Analysis;
using Governance.Engine.Rules.Checks.Pipelines.GitHub.Formats;
using Governance.Engine.Syntax.Dialects;
using Governance.Engine.Syntax.GitHub;

namespace Governance.Engine.Rules.Checks.Pipelines.GitHub;

/// <summary>Holds files that GitHub reads against their dialects.</summary>
internal static class GitHubDialect
{
    /// <summary>What is wrong with the structure of a file's first document, which must be there.</summary>
    /// <param name="file">The file.</param>
    /// <param name="dialect">Its dialect.</param>
    /// <param name="listener">Who hears of what is come by, or null.</param>
    public static ImmutableArray<DialectProblem> Problems(
        ParsedFile file,
        Dialect dialect,
        IDialectListener? listener = null
    ) =>
        DialectValidator.Validate(
            file.Yaml.Documents[0],
            dialect,
            file.Text,
            GitHubTemplates.Grammar,
            GitHubFormats.Find,
            listener
        );
}
