using System;
using System.Collections.Generic;
using System.Collections.Immutable;
using Governance.Engine.Findings;
using Governance.Engine.Repository;
using Governance.Engine.Rules;
using Governance.Engine.Syntax;

namespace Governance.Engine.Policy.Reading;

/// <summary>What one document says, as far as it is valid in itself. What it leaves out is null or empty.</summary>
internal sealed record PolicyLayer
{
    public static PolicyLayer Empty { get; } = new();

    public Located<int>? Ruleset { get; init; }

    public Located<RepositoryKind>? Kind { get; init; }

    public Located<Forge>? Forge { get; init; }

    public Located<Mode>? Mode { get; init; }

    public Located<ProductionLayer>? Production { get; init; }

    public Located<FolderLayer>? Layout { get; init; }

    public ImmutableArray<DeclaredDialect> Dialects { get; init; } = ImmutableArray<DeclaredDialect>.Empty;

    public ImmutableArray<RuleEntry> Rules { get; init; } = ImmutableArray<RuleEntry>.Empty;

    public ImmutableArray<ExceptionEntry> Exceptions { get; init; } = ImmutableArray<ExceptionEntry>.Empty;

    public ImmutableArray<Wave> Waves { get; init; } = ImmutableArray<Wave>.Empty;

    public Selection Locked { get; init; } = Selection.Nothing;

    public Selection Never { get; init; } = Selection.Nothing;

    public ExceptionRules ExceptionRules { get; init; } = ExceptionRules.None;

    public bool? InlineExceptionsAllowed { get; init; }
}

/// <summary>The lists of <c>environments.production</c> that are given.</summary>
internal sealed record ProductionLayer(
    ImmutableArray<string>? Names,
    ImmutableArray<string>? Branches,
    ImmutableArray<string>? Files,
    ImmutableArray<string>? ServiceConnections
);

/// <summary>What <c>layout</c> gives.</summary>
internal sealed record FolderLayer(
    ImmutableArray<MandatedFolder> Folders,
    ImmutableArray<string>? SharedNotebookFolders
)
{
    /// <summary>The folder of a role, which has no name where the layer drops it; null where the layer says nothing of it.</summary>
    public MandatedFolder? Find(string role)
    {
        foreach (var folder in Folders)
        {
            if (folder.Role == role)
            {
                return folder;
            }
        }

        return null;
    }
}

/// <summary>An entry of <c>rules</c>.</summary>
internal sealed record RuleEntry(
    RuleDescriptor Rule,
    Located<Severity>? Severity,
    Located<Mode>? Mode,
    ImmutableArray<OptionEntry> Options
);

/// <summary>An option of a rule; the span is the key's.</summary>
internal sealed record OptionEntry(string Name, OptionValue Value, SourceSpan Span);

/// <summary>An entry of <c>exceptions</c>, with the repositories it holds in where it names some.</summary>
internal sealed record ExceptionEntry(PolicyException Exception, GlobSet? Repositories);

/// <summary>An entry of <c>waves</c>.</summary>
internal sealed record Wave(
    GlobSet? Names,
    ImmutableArray<string>? Topics,
    DateTime? From,
    Mode? Mode,
    ImmutableDictionary<string, Mode> Areas
);

/// <summary>Rules and top-level keys, as <c>locked</c> and <c>never</c> list them.</summary>
internal sealed record Selection(HashSet<string> RuleIds, HashSet<string> Keys)
{
    public static Selection Nothing => new([], []);
}
