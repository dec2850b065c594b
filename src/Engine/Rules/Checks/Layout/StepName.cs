using System;
using System.Collections.Immutable;
using System.Linq;
using Governance.Engine.Repository;

namespace Governance.Engine.Rules.Checks.Layout;

/// <summary>Tells from the name of a script or folder which usual step of a machine-learning pipeline it is.</summary>
internal static class StepName
{
    private static readonly ImmutableArray<string> Fillers = ImmutableArray.Create(
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
        return words.Count == 1 ? StepOf(words[0]) : null;
    }

    /// <summary>Whether the file is a script in a language that steps are written in.</summary>
    public static bool IsScript(string path) => RepositoryPath.Extension(path) is ".py" or ".r";

    private static string? StepOf(string word) =>
        word switch
        {
            "prep" or "prepare" or "preparation" or "preprocess" or "preprocessing" or "featurize" => "preprocessing",
            "train" or "training" => "training",
            "evaluate" or "evaluation" or "eval" => "evaluation",
            "register" or "registration" => "registration",
            "score" or "scoring" => "scoring",
            "deploy" or "deployment" => "deployment",
            _ => null,
        };
}
