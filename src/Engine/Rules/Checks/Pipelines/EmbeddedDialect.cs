using System;
using System.IO;
using Governance.Engine.Rules.Checks.Pipelines.Azure;
using Governance.Engine.Rules.Checks.Pipelines.GitHub.Formats;
using Governance.Engine.Syntax;
using Governance.Engine.Syntax.Dialects;
using Governance.Engine.Syntax.GitHub;

namespace Governance.Engine.Rules.Checks.Pipelines;

/// <summary>The dialects that come with the engine. Each is read when the first file of its kind is.</summary>
internal static class EmbeddedDialect
{
    /// <summary>GitHub Actions workflows.</summary>
    public static Dialect Workflow => OfWorkflows.Dialect;

    /// <summary>The metadata of GitHub actions.</summary>
    public static Dialect Action => OfActions.Dialect;

    /// <summary>The configuration of Dependabot.</summary>
    public static Dialect Dependabot => OfDependabot.Dialect;

    /// <summary>Pipelines and templates of Azure Pipelines.</summary>
    public static Dialect AzurePipelines => OfAzurePipelines.Dialect;

    private static Dialect Read(string name, DialectLanguage language)
    {
        using var stream =
            typeof(EmbeddedDialect).Assembly.GetManifestResourceStream("dialects/" + name)
            ?? throw new InvalidOperationException($"The dialect {name} is not embedded.");
        using var reader = new StreamReader(stream);
        return DialectReader.Read(new SourceText(reader.ReadToEnd()), language);
    }

    private static class GitHub
    {
        public static readonly DialectLanguage Language = new(GitHubTemplates.Grammar, GitHubFormats.Find);
    }

    private static class OfDependabot
    {
        public static readonly Dialect Dialect = Read("dependabot.dialect", GitHub.Language);
    }

    private static class OfAzurePipelines
    {
        public static readonly Dialect Dialect = Read(
            "azure-pipelines.dialect",
            new DialectLanguage(AzureTemplates.Grammar, static _ => null)
        );
    }

    private static class OfWorkflows
    {
        public static readonly Dialect Dialect = Read("github-workflow.dialect", GitHub.Language);
    }

    private static class OfActions
    {
        public static readonly Dialect Dialect = Read("github-action.dialect", GitHub.Language);
    }
}
