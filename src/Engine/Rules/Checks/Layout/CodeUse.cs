using Governance.Engine.Findings;

namespace Governance.Engine.Rules.Checks.Layout;

/// <summary>A component, job or deployment that runs the code of a folder.</summary>
/// <param name="Folder">The folder of the code; empty for the root.</param>
/// <param name="Where">The reference.</param>
/// <param name="Owner">What refers.</param>
internal sealed record CodeUse(string Folder, Location Where, Declaration Owner);

/// <summary>A component, job or deployment: its file, and its index in the file's facts.</summary>
internal sealed record Declaration(string File, int Index);
