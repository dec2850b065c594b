namespace Governance.Engine.Policy;

/// <summary>What the organisation demands of exceptions below it: <c>exceptionPolicy</c>.</summary>
public sealed record ExceptionRules
{
    /// <summary>Nothing is demanded.</summary>
    public static ExceptionRules None { get; } = new();

    /// <summary>Whether each names who agreed.</summary>
    public bool RequireApprover { get; init; }

    /// <summary>Whether each names where it was agreed.</summary>
    public bool RequireTicket { get; init; }

    /// <summary>How many days from today the last day may be away; null for any number.</summary>
    public int? MaxDays { get; init; }
}
