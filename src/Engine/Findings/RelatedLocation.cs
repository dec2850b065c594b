namespace Governance.Engine.Findings;

/// <summary>A second place that a finding is about, with what it has to do with it.</summary>
public sealed record RelatedLocation(Location Location, string Message);
