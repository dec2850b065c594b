using System.Collections.Immutable;
using System.Linq;
using Governance.Engine.Analysis;
using Governance.Engine.Repository;
using Governance.Engine.Secrets.Detection;

namespace Governance.Engine.Rules.Checks.Credentials.Secrets;

internal sealed class CommittedSecret : FileCheck
{
    /// <summary>How many further places of one secret are told.</summary>
    private const int MostRelated = 10;

    public override string Id => "GOV0301";

    public override ImmutableArray<FileClass> Classes => FileClasses.Text;

    public override bool SearchesText => true;

    public override void Run(FileCheckContext context)
    {
        var found = SecretsOfFile.Find(context.File).ToList();
        foreach (var same in found.GroupBy(static secret => secret.Detector.Id + " " + secret.Digest))
        {
            var places = same.ToList();
            var detector = places[0].Detector;
            context.Report(
                places[0].Span,
                $"{detector.What} is written in the file; whoever reads the repository can {detector.Opens}",
                $"{detector.Revoke}, since the history keeps it; then {detector.Instead}",
                same.Key,
                related: places
                    .Skip(1)
                    .Take(MostRelated)
                    .Select(static place => new RelatedSpan(place.Span, "The same secret again"))
                    .ToImmutableArray(),
                family: detector.Id
            );
        }
    }

    public override string? NotSeen(RepositoryView repository)
    {
        var archives = repository
            .Files.Where(static file => IsArchive(file.Path))
            .Select(static file => file.Path)
            .ToList();
        return archives.Count == 0 ? null
            : archives.Count == 1 ? $"Archives are not opened: {archives[0]}"
            : $"Archives are not opened: {archives[0]} and {archives.Count - 1} more";
    }

    private static bool IsArchive(string path) =>
        RepositoryPath.Extension(path)
            is ".zip"
                or ".gz"
                or ".tgz"
                or ".bz2"
                or ".xz"
                or ".zst"
                or ".7z"
                or ".rar"
                or ".tar"
                or ".whl"
                or ".egg"
                or ".jar"
                or ".nupkg";
}
