using System.Collections.Immutable;
using Governance.Engine.Analysis;
using Governance.Engine.Facts;
using Governance.Engine.Policy;
using Governance.Engine.Repository;

namespace Governance.Engine.Rules;

/// <summary>The logic of one rule. Its class has the rule's name, and holds no state: one instance serves all runs.</summary>
public abstract class Check
{
    /// <summary>The id of the rule whose page describes this check.</summary>
    public abstract string Id { get; }
}

/// <summary>
/// A check that sees one file and nothing else. What it reports depends on the content, the class and the rule's
/// options alone, so that it can be kept by blob id.
/// </summary>
public abstract class FileCheck : Check
{
    /// <summary>The classes of files the check reads.</summary>
    public abstract ImmutableArray<FileClass> Classes { get; }

    /// <summary>
    /// Whether the check searches text for stretches, wherever they stand: then it is also handed what is too large to be parsed, in
    /// pieces and as text of no kind, and what earlier commits held.
    /// </summary>
    public virtual bool SearchesText => false;

    /// <summary>Why the policy leaves nothing to check: a sentence without a full stop. Null where there may be something.</summary>
    public virtual string? NotApplicable(EffectivePolicy policy) => null;

    /// <summary>Reports the file's flaws.</summary>
    public abstract void Run(FileCheckContext context);

    /// <summary>
    /// What of a repository the check could not look into, so that finding nothing says nothing: a sentence without a full stop.
    /// Null where it saw all.
    /// </summary>
    public virtual string? NotSeen(RepositoryView repository) => null;
}

/// <summary>A check that sees all paths and facts of a repository, and never a file's text.</summary>
public abstract class RepositoryCheck : Check
{
    /// <summary>The facts without which there is nothing to look at, so that the check need not run; null where it always does.</summary>
    public virtual FactKind? Needs => null;

    /// <summary>Reports the repository's flaws.</summary>
    public abstract void Run(RepositoryCheckContext context);
}
