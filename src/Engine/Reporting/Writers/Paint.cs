using Governance.Engine.Findings;

namespace Governance.Engine.Reporting.Writers;

/// <summary>Colours for a terminal (ECMA-48 SGR), or none.</summary>
internal sealed class Paint(bool colour)
{
    private const string Red = "31";
    private const string Yellow = "33";
    private const string Cyan = "36";

    public string Bold(string text) => Wrap("1", text);

    public string Dim(string text) => Wrap("2", text);

    public string Good(string text) => Wrap("32", text);

    public string Bad(string text) => Wrap(Red + ";1", text);

    public string Severe(Severity severity, string text) =>
        Wrap(
            severity switch
            {
                Severity.Error => Red,
                Severity.Warning => Yellow,
                _ => Cyan,
            },
            text
        );

    private string Wrap(string code, string text) =>
        colour && text.Length > 0 ? "\u001b[" + code + "m" + text + "\u001b[0m" : text;
}
