using System.Collections.Immutable;
using System.Linq;
using Governance.Engine.Policy;
using Governance.Engine.Repository;
using Governance.Engine.Syntax;
using Microsoft.CodeAnalysis.Text;
using Location = Microsoft.CodeAnalysis.Location;
using Place = Governance.Engine.Findings.Location;

namespace Governance.Analyzers;

/// <summary>The places of findings as the compiler knows them.</summary>
internal sealed class FindingPlaces
{
    private readonly RepositoryTexts _texts;

    public FindingPlaces(RepositoryTexts texts) => _texts = texts;

    /// <summary>A finding and its places. It is live where its rule looks at one file, and the compiler has that file.</summary>
    public ToldFinding Of(JudgedFinding judged) =>
        new(
            judged,
            At(judged.Finding.Location),
            judged.Finding.Related.Select(related => At(related.Location)).ToImmutableArray(),
            Descriptors.IsLive(judged.Finding.BaseRuleId) && _texts.Find(judged.Finding.Location.Path) is not null
        );

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
            // Spelt as the compiler does, which tells by it what is said of the file at hand.
            _texts.Find(path)?.Path
                ?? _texts.List.FullPath(path),
            _texts.Offsets(path, start, end),
            new LinePositionSpan(start, end)
        );
    }
}
