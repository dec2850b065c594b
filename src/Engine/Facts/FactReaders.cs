using System.Collections.Generic;
using System.Collections.Immutable;
using System.Linq;
using Governance.Engine.Facts.Readers;
using Governance.Engine.Facts.Readers.AzureML;
using Governance.Engine.Facts.Readers.Delivery;
using Governance.Engine.Facts.Readers.Grants;
using Governance.Engine.Facts.Readers.SignIn;
using Governance.Engine.Rules;

namespace Governance.Engine.Facts;

/// <summary>The fact readers.</summary>
internal static class FactReaders
{
    private const string Credentials = "credentials";

    /// <summary>All of them, in the order in which a file's facts stand.</summary>
    public static ImmutableArray<FactReader> All { get; } =
        ImmutableArray.Create<FactReader>(
            new GitHubWorkflowReader(),
            new GitHubCallReader(),
            new AzurePipelineReader(),
            new AzureTemplateReader(),
            new AzureMLReader(),
            new DependencyListReader(),
            new PythonPipelineReader(),
            new PythonTestReader(),
            new DatabricksNotebookReader(),
            new CodeOwnersReader(),
            new AzureDeliveryReader(),
            new ScriptReader(),
            new PythonSignInReader(),
            new CSharpSignInReader(),
            new BicepGrantReader(),
            new ArmGrantReader(),
            new TerraformGrantReader(),
            new KubernetesGrantReader(),
            new DatabricksGrantReader(),
            new CommandGrantReader(),
            // Behind all others: which jobs it tells of depends on what they found.
            new GitHubDeliveryReader()
        );

    /// <summary>Those whose facts more areas than the one of credentials ask for: all before the first that tells of delivery.</summary>
    public static ImmutableArray<FactReader> Common { get; } =
        All.TakeWhile(static reader => reader is not AzureDeliveryReader).ToImmutableArray();

    /// <summary>Those whose facts checks may ask for.</summary>
    public static ImmutableArray<FactReader> For(IEnumerable<Check> checks)
    {
        var areas = checks.OfType<RepositoryCheck>().Select(static check => RuleCatalog.Find(check.Id)!.Area).ToList();
        return areas.Count == 0 ? ImmutableArray<FactReader>.Empty
            : areas.Contains(Credentials) ? All
            : Common;
    }
}
