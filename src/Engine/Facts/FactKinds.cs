namespace Governance.Engine.Facts;

/// <summary>How many kinds of facts there are.</summary>
internal static class FactKinds
{
    /// <summary>One more than the last kind. A set of kinds is a number of 64 bits, which bounds it.</summary>
    public const int Count = (int)FactKind.AzureRepositorySource + 1;
}
