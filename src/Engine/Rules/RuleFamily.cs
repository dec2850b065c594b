namespace Governance.Engine.Rules;

/// <summary>Findings of one kind within a rule: what stands behind its id, as in <c>GOV0301/azure-storage-key</c>.</summary>
internal static class RuleFamily
{
    /// <summary>The id of a finding of the family; the rule's own where there is none.</summary>
    public static string Id(string ruleId, string? family) => family is null ? ruleId : ruleId + "/" + family;

    /// <summary>The family in a finding's id; empty where it has none.</summary>
    public static string Of(string findingId) =>
        findingId.IndexOf('/') is var slash && slash < 0 ? "" : findingId.Substring(slash + 1);

    /// <summary>The rule in a finding's id.</summary>
    public static string RuleOf(string findingId) =>
        findingId.IndexOf('/') is var slash && slash < 0 ? findingId : findingId.Substring(0, slash);
}
