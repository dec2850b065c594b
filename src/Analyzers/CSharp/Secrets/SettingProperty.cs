namespace Governance.Analyzers.CSharp.Secrets;

/// <summary>
/// The property of a diagnostic that says what a setting in the secret's place had better be called. It is there where the literal is
/// nothing but the secret, so that a setting can take its place.
/// </summary>
internal static class SettingProperty
{
    public const string Name = "setting";
}
