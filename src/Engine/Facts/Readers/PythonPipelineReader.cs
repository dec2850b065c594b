using System;
using System.Collections.Generic;
using System.Collections.Immutable;
using Governance.Engine.Analysis;
using Governance.Engine.Repository;
using Governance.Engine.Syntax;
using Governance.Engine.Syntax.Python;

namespace Governance.Engine.Facts.Readers;

/// <summary>
/// Knows Azure ML pipelines defined in Python: functions under the SDK v2's <c>pipeline</c> decorator, and constructions of the
/// SDK v1's <c>Pipeline</c>. The names must come from those packages: Kubeflow has the one, scikit-learn the other.
/// https://learn.microsoft.com/en-us/python/api/azure-ai-ml/azure.ai.ml.dsl#azure-ai-ml-dsl-pipeline
/// https://learn.microsoft.com/en-us/python/api/azureml-pipeline-core/azureml.pipeline.core.pipeline.pipeline
/// </summary>
internal sealed class PythonPipelineReader : FactReader
{
    /// <inheritdoc/>
    public override ImmutableArray<FileClass> Classes { get; } = ImmutableArray.Create(FileClass.Python);

    /// <inheritdoc/>
    public override void Read(ParsedFile file, List<Fact> facts)
    {
        var source = file.Text.Text;
        if (!Mentions(source, "azure.ai.ml") && !Mentions(source, "azureml.pipeline"))
        {
            return;
        }

        var tokens = PythonScanner.Scan(source);
        var imports = new PythonImports(source, tokens);
        SourceSpan? decorator = null;
        for (var i = 0; i < tokens.Count; i++)
        {
            if (tokens[i].Is(source, "@") && tokens[i].Indent >= 0)
            {
                if (imports.FullName(i + 1, out var end) == "azure.ai.ml.dsl.pipeline")
                {
                    decorator ??= Span(file.Text, tokens[i], tokens[end - 1]);
                }
            }
            else if (decorator is { } span && tokens[i].Is(source, "def") && i + 1 < tokens.Count)
            {
                facts.Append(new Fact(FactKind.AzureMLPipeline, tokens[i + 1].Text(source), span));
                decorator = null;
            }
            else if (tokens[i].Is(source, "(") && i > 0)
            {
                var start = StartOfName(source, tokens, i - 1);
                if (
                    imports.FullName(start, out var end)
                        is "azureml.pipeline.core.Pipeline"
                            or "azureml.pipeline.core.pipeline.Pipeline"
                    && end == i
                )
                {
                    facts.Append(new Fact(FactKind.AzureMLPipeline, "", Span(file.Text, tokens[start], tokens[i - 1])));
                }
            }
        }
    }

    private static int StartOfName(string source, List<PythonToken> tokens, int index)
    {
        while (index > 1 && tokens[index - 1].Is(source, "."))
        {
            index -= 2;
        }

        return index;
    }

    private static SourceSpan Span(SourceText text, PythonToken first, PythonToken last) =>
        text.Span(first.Start, last.Start + last.Length - first.Start);

    private static bool Mentions(string source, string text) => source.IndexOf(text, StringComparison.Ordinal) >= 0;
}
