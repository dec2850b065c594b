using System;
using System.Collections.Generic;
using System.Collections.Immutable;
using System.Linq;
using Governance.Engine.Analysis;
using Governance.Engine.Rules.Checks.Pipelines.Azure;
using Governance.Engine.Syntax.Expressions;
using Governance.Engine.Syntax.Yaml;

namespace Governance.Engine.Facts.Readers.Delivery;

/// <summary>
/// The personal tokens and client secrets that a file of Azure Pipelines hands to its steps. <c>$(System.AccessToken)</c> is the token
/// of the run, and nobody's. https://learn.microsoft.com/en-us/azure/devops/pipelines/process/access-tokens
/// </summary>
internal sealed class AzureCredentials(ParsedFile file, AzureFile pipeline, List<Fact> facts)
{
    private const string TokenOfRun = "System.AccessToken";

    // https://learn.microsoft.com/en-us/azure/devops/cli/log-in-via-pat
    private const string TokenOfExtension = "AZURE_DEVOPS_EXT_PAT";

    private static readonly string[] Secrets = ["ARM_CLIENT_SECRET", "AZURE_CLIENT_SECRET"];

    /// <summary>Reads them.</summary>
    public void Read()
    {
        foreach (
            var scalar in pipeline
                .Scalars.Select(static scalar => scalar.Node)
                .Where(static node => node.Value.Contains("$("))
        )
        {
            foreach (var slot in TemplateScanner.Scan(scalar.Value, ExpressionGrammar.Azure))
            {
                if (
                    slot.Kind == ExpressionSlotKind.Macro
                    && Name(scalar, slot) is { } name
                    && SecretNames.IsPersonalToken(name)
                )
                {
                    Token(scalar, name, slot.Start, slot.End - slot.Start);
                }
            }
        }

        foreach (
            var entry in pipeline.Mappings.SelectMany(static mapping =>
                mapping.Node.Mapping("env")?.Entries ?? ImmutableArray<YamlEntry>.Empty
            )
        )
        {
            if (
                entry.Key.AsScalar() is { } key
                && entry.Value.AsScalar() is { } value
                && SecretNames.OfAzure(value.Value) is { } macro
            )
            {
                ReadVariable(key, value, macro);
            }
        }
    }

    private void ReadVariable(YamlScalar key, YamlScalar value, string macro)
    {
        if (Secrets.Contains(key.Value))
        {
            facts.Append(new Fact(FactKind.StoredCredential, "client-secret " + macro, value.Span));
        }
        else if (key.Value == TokenOfExtension && !IsOfRun(macro) && !SecretNames.IsPersonalToken(macro))
        {
            facts.Append(new Fact(FactKind.PersonalToken, macro, value.Span));
        }
    }

    private static string? Name(YamlScalar scalar, ExpressionSlot slot)
    {
        var name = scalar.Value.Substring(slot.ContentStart, slot.ContentEnd - slot.ContentStart);
        return IsOfRun(name) ? null : name;
    }

    private void Token(YamlScalar scalar, string name, int start, int length) =>
        facts.Append(new Fact(FactKind.PersonalToken, name, YamlScalarMap.Of(file.Text, scalar).Span(start, length)));

    private static bool IsOfRun(string name) => string.Equals(name, TokenOfRun, StringComparison.OrdinalIgnoreCase);
}
