using System.Linq;
using Governance.Engine.Syntax.Expressions;

namespace Governance.Engine.Tests.Syntax.Expressions;

/// <summary>Where placeholders begin and end.</summary>
public sealed class TemplateScannerTests
{
    [Theory]
    [InlineData("no placeholder, $HOME and $(date)", "")]
    [InlineData("a ${{ x }} b ${{y}}", "{ x }{y}")]
    [InlineData("${{ '}}' }}", "{ '}}' }")]
    [InlineData("${{ 'it''s }}' }}!", "{ 'it''s }}' }")]
    [InlineData("${{ x }", "{ x }}?")]
    [InlineData("${{ 'open }}", "{ 'open }}}?")]
    [InlineData("$${{ x }}", "{ x }")]
    [InlineData("${{}}", "{}")]
    public void GitHub_has_templates(string text, string expected) =>
        Assert.Equal(expected, Shown(text, ExpressionGrammar.GitHub));

    [Theory]
    [InlineData("${{ parameters.x }}-$(Build.BuildId)", "{ parameters.x }(Build.BuildId)")]
    [InlineData(" $[ variables['a]'] ] ", "[ variables['a]'] ]")]
    [InlineData("$[ x", "[ x]?")]
    [InlineData("x $[ y ]", "")]
    [InlineData("$(date +%F) $(my-var_1.x)", "(my-var_1.x)")]
    [InlineData("$() $( $", "")]
    public void Azure_has_three_kinds(string text, string expected) =>
        Assert.Equal(expected, Shown(text, ExpressionGrammar.Azure));

    private static string Shown(string text, ExpressionGrammar grammar) =>
        string.Concat(TemplateScanner.Scan(text, grammar).Select(slot => Shown(text, slot)));

    private static string Shown(string text, ExpressionSlot slot)
    {
        var brackets = slot.Kind switch
        {
            ExpressionSlotKind.Template => "{}",
            ExpressionSlotKind.Runtime => "[]",
            _ => "()",
        };
        Assert.Equal('$', text[slot.Start]);
        return brackets[0] + text[slot.ContentStart..slot.ContentEnd] + brackets[1] + (slot.IsClosed ? "" : "?");
    }
}
