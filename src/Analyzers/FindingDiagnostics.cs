using System;
using System.Collections.Generic;
using System.Linq;
using Governance.Engine.Policy;
using Governance.Engine.Repository;
using Governance.Engine.Syntax;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.Text;
using Location = Microsoft.CodeAnalysis.Location;
using Place = Governance.Engine.Findings.Location;

namespace Governance.Analyzers;

/// <summary>Findings as the compiler tells them.</summary>
internal sealed class FindingDiagnostics
{
    private readonly RepositoryTexts _texts;

    public FindingDiagnostics(RepositoryTexts texts) => _texts = texts;

    /// <summary>A finding that is shown.</summary>
    public Diagnostic Of(JudgedFinding judged) =>
        Of(judged, At(judged.Finding.Location), judged.Finding.Related.Select(related => At(related.Location)));

    /// <summary>A finding that is shown, at a place that is known to the compiler.</summary>
    public static Diagnostic Of(JudgedFinding judged, Location location, IEnumerable<Location> related) =>
        Diagnostic.Create(
            Descriptors.Find(judged.Finding.BaseRuleId),
            location,
            BuildSeverity.Of(judged),
            related,
            properties: null,
            $"{judged.Finding.Message}. {judged.Finding.Remedy}."
        );

    /// <summary>An error of our own.</summary>
    public static Diagnostic Internal(Exception exception)
    {
        var cause = exception is AggregateException { InnerExceptions.Count: > 0 } several
            ? several.Flatten().InnerExceptions[0]
            : exception;
        return Diagnostic.Create(
            Descriptors.Find(Descriptors.InternalErrorId),
            Location.None,
            $"The check of the repository failed by an error of its own: {cause.GetType().Name}: {cause.Message.TrimEnd('.')}. "
                + "Report the defect with this message; GovernanceEnabled=false builds without the check."
        );
    }

    // A build shows a place for each line it prints. The path itself stands at its first character; a folder's path, or that of
    // what is missing, says more than none. The root is the policy's concern, where it has one.
    private Location At(Place place)
    {
        if (place.Path != Place.Root)
        {
            return At(place.Path, place.Span ?? SourceSpan.FileStart);
        }

        return _texts.List.Holds(PathClassifier.PolicyFileName)
            ? At(PathClassifier.PolicyFileName, SourceSpan.FileStart)
            : Location.None;
    }

    private Location At(string path, SourceSpan span)
    {
        var start = new LinePosition(span.StartLine - 1, span.StartColumn - 1);
        var end = new LinePosition(span.EndLine - 1, span.EndColumn - 1);
        return Location.Create(
            _texts.List.FullPath(path),
            _texts.Offsets(path, start, end),
            new LinePositionSpan(start, end)
        );
    }
}
