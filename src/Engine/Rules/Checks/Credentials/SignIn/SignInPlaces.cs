using System;
using System.Collections.Generic;
using System.Linq;
using Governance.Engine.Facts;
using Governance.Engine.Policy;
using Governance.Engine.Repository;
using Governance.Engine.Rules.Checks.Credentials.Delivery;
using Governance.Engine.Syntax;

namespace Governance.Engine.Rules.Checks.Credentials.SignIn;

/// <summary>
/// Tells what kind of place a file is: production by its path, by what it names and by who runs it; delivery by its folder, by being a pipeline
/// and by being run by one; code by its folder.
/// </summary>
internal sealed class SignInPlaces
{
    // Beside the folders of tests and docs: what people try out, show, or set their machines up with.
    private static readonly WordSet PersonalNames = new(
        ".devcontainer",
        ".vscode",
        "demo",
        "demos",
        "dev",
        "doc",
        "docs",
        "example",
        "examples",
        "local",
        "playground",
        "sample",
        "samples",
        "sandbox",
        "scratch",
        "snippets",
        "test",
        "testing",
        "tests",
        "tutorial",
        "tutorials",
        "workshop"
    );

    private static readonly WordSet PersonalWords = new(
        "local",
        "dev",
        "developer",
        "sample",
        "samples",
        "example",
        "examples",
        "demo",
        "test",
        "tests",
        "tutorial"
    );

    private static readonly string[] PersonalEndings = ["tests", "samples", "examples", "tutorials", "demos"];

    private readonly RepositoryCheckContext _context;
    private readonly ProductionScope _production;
    private readonly DeliveryReach _reach;
    private readonly DeliveryMap _map;
    private readonly HashSet<string> _delivery;
    private readonly HashSet<string> _code;
    private readonly HashSet<string> _personal;
    private readonly Dictionary<string, SignInPlace> _files = new(StringComparer.Ordinal);
    private ILookup<string, PlacedRun>? _runs;

    private SignInPlaces(RepositoryCheckContext context)
    {
        _context = context;
        _production = context.Production;
        _reach = DeliveryReach.Of(context);
        _map = DeliveryMap.Of(context.Repository);
        var layout = context.Layout;
        _delivery = new HashSet<string>(layout.NamesOf("delivery"), StringComparer.Ordinal);
        _code = new HashSet<string>(
            layout.NamesOf("code").Concat(layout.NamesOf("pipelines")).Concat(layout.NamesOf("cloud")),
            StringComparer.Ordinal
        );
        _personal = new HashSet<string>(
            PersonalNames.Concat(layout.NamesOf("tests")).Concat(layout.NamesOf("docs")),
            StringComparer.OrdinalIgnoreCase
        );
    }

    /// <summary>The places of a repository, made once in a run.</summary>
    public static SignInPlaces Of(RepositoryCheckContext context) =>
        context.Repository.Once(_ => new SignInPlaces(context));

    /// <summary>The place of a stretch of a file.</summary>
    public SignInPlace At(string path, SourceSpan span) =>
        _map.At(path, span) is { } unit ? OfUnit(unit)
        : _files.TryGetValue(path, out var known) ? known
        : _files[path] = OfFile(path);

    private SignInPlace OfUnit(DeliveryUnit unit)
    {
        if (_reach.Production(unit) is { } production)
        {
            return new SignInPlace(PlaceKind.Production, $"in a pipeline to production ({production})")
            {
                IsPipeline = true,
            };
        }

        if (!IsWorkflow(unit.Path) && IsPersonal(unit.Path))
        {
            return new SignInPlace(PlaceKind.Personal, "");
        }

        var hasOther = unit
            .Chain.SelectMany(static one => one.Of(FactKind.DeliveryTarget))
            .Any(target => DeliveryUnit.KindOf(target) == "environment");
        return new SignInPlace(hasOther ? PlaceKind.OtherDelivery : PlaceKind.Delivery, "in a pipeline")
        {
            IsPipeline = true,
        };
    }

    private SignInPlace OfFile(string path)
    {
        if (_production.IsPath(path) && !IsPersonal(path))
        {
            return new SignInPlace(PlaceKind.Production, "on a path of production");
        }

        if (Named(path) is { } resource)
        {
            return new SignInPlace(PlaceKind.Production, $"where the production resource '{resource}' is named");
        }

        if (RunBy(path) is { } run)
        {
            return run;
        }

        var kind = PathClassifier.Classify(path);
        if (IsPersonal(path) || kind == FileClass.Notebook)
        {
            return new SignInPlace(PlaceKind.Personal, "");
        }

        // A role's folder counts at any depth: a repository may hold several projects.
        var folders = RepositoryPath.Parent(path).Split('/');
        return folders.Any(_delivery.Contains) || kind is FileClass.GitHubWorkflow or FileClass.GitHubAction
                ? new SignInPlace(PlaceKind.Delivery, "in delivery") { IsPipeline = true }
            : folders.Any(_code.Contains) ? new SignInPlace(PlaceKind.Code, "in code that is delivered")
            : new SignInPlace(PlaceKind.Elsewhere, "in code");
    }

    private string? Named(string path) =>
        _context
            .Repository.FactsOf(path)
            .Where(static fact => fact.Kind == FactKind.NamedResource)
            .Select(static fact => fact.Value)
            .FirstOrDefault(_production.IsName);

    // A step names a script by a path whose beginning the file does not tell (working folders, variables): its end decides.
    private SignInPlace? RunBy(string path)
    {
        _runs ??= _context
            .Repository.Facts(FactKind.ScriptRun)
            .Select(static placed => new PlacedRun(placed.Path, placed.Fact.Span, End(placed.Fact.Value)))
            .ToLookup(static run => RepositoryPath.Name(run.Script), StringComparer.Ordinal);
        SignInPlace? worst = null;
        foreach (var run in _runs[RepositoryPath.Name(path)].Where(run => IsEnd(path, run)).Take(100))
        {
            if (
                _map.At(run.Path, run.Span) is { } unit
                && OfUnit(unit) is var place
                && (worst is null || place.Kind > worst.Kind)
            )
            {
                worst =
                    place.Kind == PlaceKind.Personal
                        ? worst
                        : place with
                        {
                            How = "in a script that a pipeline" + place.How.Substring("in a pipeline".Length) + " runs",
                        };
            }
        }

        return worst;
    }

    // A bare name is the script beside others only where the pipeline has it nearby, or where no other file has the name.
    private bool IsEnd(string path, PlacedRun run) =>
        run.Script.IndexOf('/') > 0
            ? path == run.Script || path.EndsWith("/" + run.Script, StringComparison.Ordinal)
            : RepositoryPath.Name(path) == run.Script
                && !_context.Repository.Files.Any(file =>
                    file.Path != path && RepositoryPath.Name(file.Path) == run.Script
                );

    private static string End(string written)
    {
        var path = written.Replace('\\', '/');
        var filledIn = Math.Max(path.LastIndexOf(')'), path.LastIndexOf('}'));
        path = path.Substring(filledIn + 1);
        while (path.StartsWith("./", StringComparison.Ordinal) || path.StartsWith("../", StringComparison.Ordinal))
        {
            path = path.Substring(path.IndexOf('/') + 1);
        }

        return path.TrimStart('/');
    }

    private bool IsPersonal(string path)
    {
        var folders = RepositoryPath.Parent(path).Split('/');
        return folders.Any(_personal.Contains)
            || RepositoryPath.Name(path).Split('.', '-', '_').Any(PersonalWords.Contains)
            || folders.Any(static folder =>
                PersonalEndings.Any(ending => folder.EndsWith(ending, StringComparison.OrdinalIgnoreCase))
            );
    }

    private static bool IsWorkflow(string path) => PathClassifier.Classify(path) == FileClass.GitHubWorkflow;

    private sealed record PlacedRun(string Path, SourceSpan Span, string Script);
}
