using System;
using Governance.Engine.Repository;

namespace Governance.Repositories.Git;

/// <summary>Git's modes. https://git-scm.com/docs/index-format ("32-bit mode").</summary>
internal static class GitModes
{
    /// <summary>What a mode stands for.</summary>
    public static EntryKind KindOf(ReadOnlySpan<byte> mode) =>
        mode.SequenceEqual("120000"u8) ? EntryKind.SymbolicLink
        : mode.SequenceEqual("160000"u8) ? EntryKind.Submodule
        : EntryKind.File;
}
