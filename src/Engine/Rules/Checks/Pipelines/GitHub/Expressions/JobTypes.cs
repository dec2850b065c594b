using System;
using System.Collections.Generic;
using System.Collections.Immutable;
using System.Linq;
using Governance.Engine.Syntax.Expressions;
using Governance.Engine.Syntax.Yaml;

namespace Governance.Engine.Rules.Checks.Pipelines.GitHub.Expressions;

/// <summary>What a job of a workflow says of its contexts.</summary>
internal sealed class JobTypes(WorkflowTypes workflow, YamlMapping? job)
{
    private StepTypes? _steps;

    /// <summary>The job.</summary>
    public YamlMapping? Mapping => job;

    /// <summary>The workflow.</summary>
    public WorkflowTypes Workflow => workflow;

    /// <summary>What other jobs know of it.</summary>
    public ExpressionType Outcome => field ??= ContextTypes.Outcome(Outputs());

    /// <summary>The jobs it needs.</summary>
    public ExpressionType Needs => field ??= OfNeeds();

    /// <summary>Its matrix.</summary>
    public ExpressionType Matrix => field ??= MatrixTypes.Of(job, workflow);

    /// <summary>The steps before one of a number; all of them for -1.</summary>
    public ExpressionType Steps(int before) => OfSteps.Before(before);

    /// <summary>Whether a step of this id comes later.</summary>
    public bool RunsLater(string id, int before) => before >= 0 && OfSteps.Before(-1).Property(id) is not null;

    private StepTypes OfSteps => _steps ??= new StepTypes(job?["steps"].Target());

    private ExpressionType Outputs()
    {
        // What a called workflow gives back is written in its own file.
        if (job is null || job.Has("uses"))
        {
            return ExpressionType.StringMap;
        }

        return job["outputs"].Target() switch
        {
            null or YamlScalar { IsNull: true } => ExpressionType.EmptyObject,
            YamlMapping outputs => ExpressionType.Object(
                outputs
                    .Entries.Select(static entry => entry.Key)
                    .OfType<YamlScalar>()
                    .Select(static key => ContextTypes.Pair(key.Value, ExpressionType.String))
            ),
            _ => ExpressionType.StringMap,
        };
    }

    private ExpressionType OfNeeds()
    {
        var names = job?["needs"].Target() switch
        {
            YamlScalar { IsNull: false } one => ImmutableArray.Create(one.Value),
            YamlSequence list => list
                .Items.Select(static item => item.AsScalar()?.Value)
                .OfType<string>()
                .ToImmutableArray(),
            null or YamlScalar => ImmutableArray<string>.Empty,
            _ => default,
        };
        return names.IsDefault
            ? ExpressionType.Any
            : ExpressionType.Object(
                names.Select(name =>
                    ContextTypes.Pair(
                        name,
                        workflow.Job(name)?.Outcome ?? ContextTypes.Outcome(ExpressionType.StringMap)
                    )
                )
            );
    }
}

/// <summary>The ids of a list of steps.</summary>
internal sealed class StepTypes
{
    private readonly List<(int Index, ExpressionType Type)> _known = [(-1, ExpressionType.EmptyObject)];

    /// <summary>Reads the ids of steps.</summary>
    public StepTypes(YamlNode? steps)
    {
        // Of steps that run side by side it is not known which are done.
        if (
            steps is not YamlSequence list
            || list.Items.Any(static item => (item.Target() as YamlMapping)?.Has("parallel") == true)
        )
        {
            _known[0] = (-1, ExpressionType.Any);
            return;
        }

        // Each id adds to those before it and shares them, so that many steps take time in proportion.
        var ids = ImmutableDictionary.Create<string, ExpressionType>(StringComparer.OrdinalIgnoreCase);
        for (var index = 0; index < list.Items.Length; index++)
        {
            if ((list.Items[index].Target() as YamlMapping)?["id"].AsScalar() is { } id)
            {
                ids = ids.SetItem(id.Value, ContextTypes.Step);
                _known.Add((index, ExpressionType.ObjectOf(ids)));
            }
        }
    }

    /// <summary>The steps before one of a number; all of them for -1.</summary>
    public ExpressionType Before(int step)
    {
        if (step < 0)
        {
            return _known[_known.Count - 1].Type;
        }

        var (low, high) = (0, _known.Count - 1);
        while (low < high)
        {
            var middle = (low + high + 1) / 2;
            (low, high) = _known[middle].Index < step ? (middle, high) : (low, middle - 1);
        }

        return _known[low].Type;
    }
}
