namespace Governance.Engine.Repository;

/// <summary>What a path of a repository is, in git's terms.</summary>
public enum EntryKind
{
    /// <summary>A regular file (git modes 100644 and 100755).</summary>
    File,

    /// <summary>A symbolic link (git mode 120000). Its content is the target's path; it is never followed.</summary>
    SymbolicLink,

    /// <summary>A submodule (git mode 160000). It is another repository, and not entered.</summary>
    Submodule,
}
