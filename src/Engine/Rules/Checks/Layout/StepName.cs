using System;
using System.Collections.Generic;
using System.Collections.Immutable;
using System.Linq;
using Governance.Engine.Repository;

namespace Governance.Engine.Rules.Checks.Layout;

/// <summary>Tells from the name of a script or folder which usual step of a machine-learning pipeline it is.</summary>
internal static class StepName
{
    private static readonly ImmutableDictionary<string, string> Steps = new Dictionary<string, string>(
        StringComparer.Ordinal
    )
    {
        ["prep"] = "preprocessing",
        ["prepare"] = "preprocessing",
        ["preparation"] = "preprocessing",
        ["preprocess"] = "preprocessing",
        ["preprocessing"] = "preprocessing",
        ["featurize"] = "preprocessing",
        ["train"] = "training",
        ["training"] = "training",
        ["evaluate"] = "evaluation",
        ["evaluation"] = "evaluation",
        ["eval"] = "evaluation",
        ["register"] = "registration",
        ["registration"] = "registration",
        ["score"] = "scoring",
        ["scoring"] = "scoring",
        ["deploy"] = "deployment",
        ["deployment"] = "deployment",
    }.ToImmutableDictionary(StringComparer.Ordinal);

    private static readonly ImmutableHashSet<string> Fillers = ImmutableHashSet.Create(
        StringComparer.Ordinal,
        "aml",
        "azureml",
        "batch",
        "component",
        "data",
        "job",
        "main",
        "model",
        "online",
        "run",
        "script",
        "step"
    );

    /// <summary>The step (<c>train_model</c> is <c>training</c>), or null where the name says something else or more.</summary>
    public static string? Of(string name)
    {
        var words = name.ToLowerInvariant()
            .Split(['_', '-', ' '], StringSplitOptions.RemoveEmptyEntries)
            .Where(static word => !Fillers.Contains(word) && !word.All(char.IsDigit))
            .ToList();
        return words.Count == 1 && Steps.TryGetValue(words[0], out var step) ? step : null;
    }

    /// <summary>Whether the file is a script in a language that steps are written in.</summary>
    public static bool IsScript(string path) => RepositoryPath.Extension(path) is ".py" or ".r";
}
