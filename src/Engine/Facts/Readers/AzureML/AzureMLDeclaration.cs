using Governance.Engine.Syntax;

namespace Governance.Engine.Facts.Readers.AzureML;

/// <summary>What the root of an Azure ML YAML file declares.</summary>
/// <param name="Kind">The kind of the fact.</param>
/// <param name="Type">Its type: a schema's name (<c>amlCompute</c>), or for jobs and components what runs (<c>command</c>).</param>
/// <param name="Span">The value that says so.</param>
internal sealed record AzureMLDeclaration(FactKind Kind, string Type, SourceSpan Span);
