namespace Governance.Engine.Secrets.Detection;

/// <summary>How far a detector is with a text. The default is one that has not begun.</summary>
internal struct DetectorSearch
{
    /// <summary>Where the last part ended that had the pattern: what begins within it is none, and nothing is looked at twice.</summary>
    public int Seen { get; set; }

    /// <summary>How often the pattern was tried.</summary>
    public int Tries { get; set; }
}
