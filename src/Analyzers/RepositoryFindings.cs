using System;
using System.Collections.Generic;
using System.Collections.Immutable;
using System.Linq;
using Governance.Engine.Policy;
using Microsoft.CodeAnalysis;

namespace Governance.Analyzers;

/// <summary>What there is to say of a repository, and where each of it is said. It holds nothing of the compilation it was found in.</summary>
internal sealed class RepositoryFindings
{
    private readonly PathList? _list;
    private readonly ILookup<string, ToldFinding> _live;

    public RepositoryFindings(PathList? list, IReadOnlyCollection<ToldFinding> findings)
    {
        _list = list;
        _live = findings
            .Where(static finding => finding.IsLive)
            .ToLookup(static finding => finding.Path, StringComparer.Ordinal);
        AtEnd = findings.Where(static finding => !finding.IsLive).ToImmutableArray();
    }

    /// <summary>Nothing is said where no repository was handed.</summary>
    public static RepositoryFindings None { get; } = new(null, Array.Empty<ToldFinding>());

    /// <summary>What is said once all has been seen.</summary>
    public ImmutableArray<ToldFinding> AtEnd { get; }

    /// <summary>What is wrong with the settings of the build.</summary>
    public ImmutableArray<SettingMistake> Mistakes { get; init; } = ImmutableArray<SettingMistake>.Empty;

    /// <summary>An error of our own; null where all went well.</summary>
    public Exception? Failure { get; private init; }

    /// <summary>A run that an error of our own ended.</summary>
    public static RepositoryFindings Failed(Exception exception) =>
        new(null, Array.Empty<ToldFinding>()) { Failure = exception };

    /// <summary>What is said where a file is looked at.</summary>
    public IEnumerable<ToldFinding> In(AdditionalText file) =>
        _list?.Relative(file.Path) is { } path ? _live[path] : Enumerable.Empty<ToldFinding>();
}

/// <summary>A finding that is shown, and its places as the compiler knows them.</summary>
/// <param name="Judged">The finding, redacted.</param>
/// <param name="Location">Where it is.</param>
/// <param name="Related">Its other places.</param>
/// <param name="IsLive">Whether it is said where its file is looked at, and not once all has been seen.</param>
internal sealed record ToldFinding(
    JudgedFinding Judged,
    Location Location,
    ImmutableArray<Location> Related,
    bool IsLive
)
{
    /// <summary>The path it is at, relative to the root.</summary>
    public string Path => Judged.Finding.Location.Path;
}
