using System;
using System.Collections.Generic;
using System.Collections.Immutable;
using System.Globalization;
using System.Linq;
using Governance.Engine.Analysis;
using Governance.Engine.Repository;
using Governance.Engine.Syntax.GitHub;
using Governance.Engine.Syntax.Yaml;

namespace Governance.Engine.Facts.Readers;

/// <summary>
/// What workflows and actions use of their own repository, with what they hand on, and what they let others hand to them.
/// https://docs.github.com/en/actions/how-tos/reuse-automations/reuse-workflows
/// </summary>
internal sealed class GitHubCallReader : FactReader
{
    public override ImmutableArray<FileClass> Classes { get; } =
        ImmutableArray.Create(FileClass.GitHubWorkflow, FileClass.GitHubAction);

    public override void Read(ParsedFile file, List<Fact> facts)
    {
        if (file.Yaml.Problem is not null || file.Yaml.RootMapping is not { } root)
        {
            return;
        }

        if (file.Class == FileClass.GitHubAction)
        {
            ReadAction(root, facts);
        }
        else
        {
            ReadCallable(root, facts);
            foreach (
                var job in (root.Mapping("jobs")?.Entries ?? ImmutableArray<YamlEntry>.Empty)
                    .Select(static job => job.Value)
                    .OfType<YamlMapping>()
            )
            {
                ReadJob(job, facts);
            }
        }
    }

    private static void ReadAction(YamlMapping root, List<Fact> facts)
    {
        if (root.Find("runs") is { Value: YamlMapping runs } entry)
        {
            facts.Append(new Fact(FactKind.GitHubAction, runs.Text("using") ?? "", entry.Key.Span));
            ReadDeclarations(root.Mapping("inputs"), FactKind.InputDeclaration, facts);
        }
    }

    private static void ReadCallable(YamlMapping root, List<Fact> facts)
    {
        var on = root["on"];
        var name = on switch
        {
            YamlMapping triggers => triggers.Find("workflow_call")?.Key,
            YamlSequence list => list.Items.FirstOrDefault(static item => item.AsScalar()?.Value == "workflow_call"),
            _ => on.AsScalar() is { Value: "workflow_call" } only ? only : null,
        };
        if (name is not null)
        {
            facts.Append(new Fact(FactKind.CallableWorkflow, "", name.Span));
            var call = (on as YamlMapping)?.Mapping("workflow_call");
            ReadDeclarations(call?.Mapping("inputs"), FactKind.InputDeclaration, facts);
            ReadDeclarations(call?.Mapping("secrets"), FactKind.SecretDeclaration, facts);
        }
    }

    private static void ReadDeclarations(YamlMapping? declarations, FactKind kind, List<Fact> facts)
    {
        foreach (var entry in declarations?.Entries ?? ImmutableArray<YamlEntry>.Empty)
        {
            if (entry.Key is not YamlScalar name)
            {
                continue;
            }

            var declaration = facts.Append(new Fact(kind, name.Value, name.Span));
            if (entry.Value is not YamlMapping about)
            {
                continue;
            }

            if (about["type"].AsScalar() is { } type)
            {
                facts.Append(new Fact(FactKind.InputType, type.Value, type.Span, declaration));
            }

            if (about["required"].AsScalar() is { Value: "true" } required && !about.Has("default"))
            {
                facts.Append(new Fact(FactKind.Required, "", required.Span, declaration));
            }
        }
    }

    private static void ReadJob(YamlMapping job, List<Fact> facts)
    {
        if (job["uses"].AsScalar() is { } called && IsLocal(called.Value))
        {
            var call = facts.Append(new Fact(FactKind.LocalWorkflowCall, called.Value, called.Span));
            ReadArguments(job["with"], FactKind.Argument, call, facts);
            ReadArguments(job["secrets"], FactKind.SecretArgument, call, facts);
        }

        if (
            job.Sequence("steps") is { } steps
            && steps.Mappings().Any(IsLocalUse)
            && !steps.Mappings().Any(ChangesWorkspace)
        )
        {
            foreach (var step in steps.Mappings().Where(IsLocalUse))
            {
                var used = step["uses"].AsScalar()!;
                var use = facts.Append(new Fact(FactKind.LocalActionUse, used.Value, used.Span));
                ReadArguments(step["with"], FactKind.Argument, use, facts);
            }
        }
    }

    private static bool IsLocalUse(YamlMapping step) => step["uses"].AsScalar() is { } used && IsLocal(used.Value);

    // What is checked out from elsewhere or to another folder is not what this repository holds at that path.
    private static bool ChangesWorkspace(YamlMapping step) =>
        step["uses"] is YamlScalar uses
        && ActionReference.Parse(uses)?.Is("actions/checkout") == true
        && step.Mapping("with") is { } with
        && (with.Has("repository") || with.Has("path") || with.Has("ref"));

    private static void ReadArguments(YamlNode? arguments, FactKind kind, int owner, List<Fact> facts)
    {
        if (arguments.AsScalar() is { Value: "inherit" } all)
        {
            facts.Append(new Fact(FactKind.AllSecrets, "", all.Span, owner));
        }

        foreach (var entry in (arguments as YamlMapping)?.Entries ?? ImmutableArray<YamlEntry>.Empty)
        {
            if (entry.Key is YamlScalar name)
            {
                var argument = facts.Append(new Fact(kind, name.Value, name.Span, owner));
                if (kind == FactKind.Argument && TypeOf(entry.Value) is { } type)
                {
                    facts.Append(new Fact(FactKind.ArgumentType, type, entry.Value.Span, argument));
                }
            }
        }
    }

    private static string? TypeOf(YamlNode value) =>
        value.AsScalar() is not { } scalar || GitHubTemplates.Grammar.HasExpression(scalar.Value) ? null
        : scalar.Style != YamlScalarStyle.Plain ? "string"
        : scalar.Value is "true" or "false" ? "boolean"
        : double.TryParse(scalar.Value, NumberStyles.Float, CultureInfo.InvariantCulture, out _) ? "number"
        : "string";

    private static bool IsLocal(string uses) =>
        uses.StartsWith("./", StringComparison.Ordinal) || uses.StartsWith("$/", StringComparison.Ordinal);
}
