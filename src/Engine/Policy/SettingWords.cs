using Governance.Engine.Findings;

namespace Governance.Engine.Policy;

/// <summary>The words of governance.yml for its settings, which the reports use as well.</summary>
public static class SettingWords
{
    /// <summary>The word for a severity.</summary>
    public static string Of(Severity severity) =>
        severity switch
        {
            Severity.Error => "error",
            Severity.Warning => "warning",
            Severity.Note => "note",
            _ => "off",
        };

    /// <summary>The word for a mode.</summary>
    public static string Of(Mode mode) =>
        mode switch
        {
            Mode.Block => "block",
            Mode.Warn => "warn",
            Mode.Observe => "observe",
            _ => "off",
        };

    /// <summary>The word for a kind of repository.</summary>
    public static string Of(RepositoryKind kind) =>
        kind switch
        {
            RepositoryKind.Project => "project",
            RepositoryKind.Template => "template",
            RepositoryKind.Library => "library",
            _ => "service",
        };
}
