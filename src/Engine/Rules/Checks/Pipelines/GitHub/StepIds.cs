using System;
using System.Collections.Generic;
using Governance.Engine.Syntax.Yaml;

namespace Governance.Engine.Rules.Checks.Pipelines.GitHub;

/// <summary>Ids of steps are unique within their job; case does not count.</summary>
internal static class StepIds
{
    /// <summary>Reports ids that stand twice in a list of steps.</summary>
    public static void Check(YamlSequence steps, FileCheckContext context)
    {
        var seen = new Dictionary<string, YamlScalar>(StringComparer.OrdinalIgnoreCase);
        foreach (var step in steps.Mappings())
        {
            if (step["id"].AsScalar() is not { } id)
            {
                continue;
            }

            if (seen.TryGetValue(id.Value, out var first))
            {
                context.Report(
                    id.Span,
                    $"The step id '{id.Value}' stands twice in its job; it is first written in line {first.Span.StartLine}",
                    "Give one of the two steps another id",
                    id.Value
                );
            }
            else
            {
                seen.Add(id.Value, id);
            }
        }
    }
}
