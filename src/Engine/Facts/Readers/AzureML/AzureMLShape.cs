using System;
using Governance.Engine.Syntax.Yaml;

namespace Governance.Engine.Facts.Readers.AzureML;

/// <summary>
/// Tells what a file without <c>$schema</c> declares, where keys and values together leave no doubt. What could be
/// another format is nothing.
/// https://learn.microsoft.com/en-us/azure/machine-learning/reference-yaml-overview
/// </summary>
internal static class AzureMLShape
{
    /// <summary>What the shape says, or null.</summary>
    public static AzureMLDeclaration? Classify(YamlMapping root)
    {
        if (root["type"].AsScalar() is { } type)
        {
            return (ClassifyRun(root, type.Value) ?? ClassifyAsset(root, type.Value)) is var (kind, name)
                ? new AzureMLDeclaration(kind, name, type.Span)
                : null;
        }

        if (root["endpoint_name"].AsScalar() is { } endpoint)
        {
            return ClassifyDeployment(root) is { } deployment
                ? new AzureMLDeclaration(FactKind.AzureMLResource, deployment, endpoint.Span)
                : null;
        }

        if (root["auth_mode"].AsScalar() is { Value: "key" or "aml_token" or "aad_token" } mode && root.Has("name"))
        {
            return new AzureMLDeclaration(FactKind.AzureMLResource, "onlineEndpoint", mode.Span);
        }

        // https://learn.microsoft.com/en-us/azure/machine-learning/reference-yaml-registry
        if (
            root["replication_locations"] is YamlSequence
            && root["location"].AsScalar() is { } home
            && root.Has("name")
        )
        {
            return new AzureMLDeclaration(FactKind.AzureMLResource, "registry", home.Span);
        }

        // The type of a job may be left out when it is a command.
        if (
            root.Has("command")
            && root.Has("environment")
            && root["compute"].AsScalar() is { } compute
            && compute.Value.StartsWith("azureml:", StringComparison.Ordinal)
        )
        {
            return new AzureMLDeclaration(FactKind.AzureMLJob, "command", compute.Span);
        }

        return root["conda_file"] is { } conda && root.Has("name") && (root.Has("image") || root.Has("build"))
            ? new AzureMLDeclaration(FactKind.AzureMLEnvironment, "environment", conda.Span)
            : null;
    }

    private static (FactKind, string)? ClassifyRun(YamlMapping root, string type)
    {
        // A component has a version or says whether it is deterministic; a job has neither.
        var isComponent = root.Has("version") || root.Has("is_deterministic");
        return type switch
        {
            "pipeline" when root.Mapping("jobs") is { } jobs && HasStep(jobs) => isComponent
                ? (FactKind.AzureMLComponent, type)
                : (FactKind.AzureMLPipeline, type),
            "command" when root.Has("command") && root.Has("environment") => Run(isComponent || !IsJob(root)),
            "parallel" when root.Mapping("task") is not null && root.Has("mini_batch_size") => Run(
                isComponent || !IsJob(root)
            ),
            "spark" when root.Has("entry") && root.Has("code") => Run(isComponent || !IsJob(root)),
            "sweep" when root.Has("trial") && root.Has("search_space") => (FactKind.AzureMLJob, type),
            "finetuning" or "distillation" when root.Has("training_data") && root.Has("outputs") => (
                FactKind.AzureMLJob,
                type
            ),
            "automl" when root.Has("task") && root.Has("training_data") => (FactKind.AzureMLJob, type),
            _ => null,
        };

        (FactKind, string) Run(bool asComponent) =>
            (asComponent ? FactKind.AzureMLComponent : FactKind.AzureMLJob, type);
    }

    private static bool IsJob(YamlMapping root) =>
        root.Has("compute") || root.Has("experiment_name") || root.Has("resources");

    private static bool HasStep(YamlMapping jobs)
    {
        foreach (var entry in jobs.Entries)
        {
            if (
                entry.Value is YamlMapping job
                && (job.Has("component") || job.Has("command") || job.Has("trial") || job.Has("task"))
            )
            {
                return true;
            }
        }

        return false;
    }

    private static (FactKind, string)? ClassifyAsset(YamlMapping root, string type)
    {
        var name = type switch
        {
            "amlcompute" when root.Has("name") => "amlCompute",
            "computeinstance" when root.Has("name") => "computeInstance",
            "azure_blob" when root.Has("account_name") => "azureBlob",
            "azure_file" when root.Has("account_name") => "azureFile",
            "azure_data_lake_gen1" when root.Has("store_name") => "azureDataLakeGen1",
            "azure_data_lake_gen2" when root.Has("account_name") => "azureDataLakeGen2",
            "uri_file" or "uri_folder" or "mltable" when root.Has("path") && root.Has("name") => "data",
            "custom_model" or "mlflow_model" or "triton_model" when root.Has("path") && root.Has("name") => "model",
            _ => null,
        };
        return name is null ? null : (FactKind.AzureMLResource, name);
    }

    private static string? ClassifyDeployment(YamlMapping root) =>
        root.Has("model") && (root.Has("instance_type") || root.Has("instance_count")) ? "onlineDeployment"
        : root.Has("mini_batch_size") || root.Has("job_definition") || (root.Has("model") && root.Has("compute"))
            ? "batchDeployment"
        : null;
}
