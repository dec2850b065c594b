using System.Collections.Immutable;
using Governance.Engine.Facts.Readers;
using Governance.Engine.Facts.Readers.AzureML;
using Governance.Engine.Facts.Readers.Delivery;
using Governance.Engine.Facts.Readers.Grants;
using Governance.Engine.Facts.Readers.SignIn;

namespace Governance.Engine.Facts;

/// <summary>All fact readers.</summary>
internal static class FactReaders
{
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
}
