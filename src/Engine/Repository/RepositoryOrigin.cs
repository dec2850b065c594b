using System.Collections.Immutable;

namespace Governance.Engine.Repository;

/// <summary>Where a snapshot comes from. Everything is optional: a plain folder has none of it.</summary>
public sealed record RepositoryOrigin
{
    /// <summary>An origin nothing is known of.</summary>
    public static RepositoryOrigin None { get; } = new();

    /// <summary>The repository's name, without its owner: what a wave of the organisation's policy matches.</summary>
    public string? Name { get; init; }

    /// <summary>The forge's topics of the repository, when a host knows them.</summary>
    public ImmutableArray<string> Topics { get; init; } = ImmutableArray<string>.Empty;

    /// <summary>The remote's URL, without user name or password.</summary>
    public string? RemoteUrl { get; init; }

    /// <summary>The commit's full object id, when the snapshot is one commit or grew out of one.</summary>
    public string? Revision { get; init; }

    /// <summary>The branch's full name (<c>refs/heads/main</c>), when there is one.</summary>
    public string? Branch { get; init; }

    /// <summary>The path of the governed root inside the repository, with <c>/</c> separators; empty at the top.</summary>
    public string PathInRepository { get; init; } = "";

    /// <summary>The forge that hosts the repository.</summary>
    public Forge Forge { get; init; }
}
