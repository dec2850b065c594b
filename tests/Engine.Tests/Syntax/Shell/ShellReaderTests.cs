using System.Linq;
using Governance.Engine.Syntax.Shell;
using Governance.Engine.Tests.Fixtures;

namespace Governance.Engine.Tests.Syntax.Shell;

/// <summary>Scripts as their simple commands.</summary>
public sealed class ShellReaderTests
{
    [Theory]
    [InlineData("az login", "az login")]
    [InlineData("az login; az group list && echo a || b & c", "az login / az group list / echo a / b / c")]
    [InlineData("az login \\\n  --tenant x", "az login --tenant x")]
    [InlineData("az login \\\r\n  --tenant x\r\nls", "az login --tenant x / ls")]
    [InlineData("# az login\naz group list # az login\necho a#b", "az group list / echo a#b")]
    [InlineData("echo 'az login; x' \"az login\"", "echo az login; x az login")]
    [InlineData("a 'b'\"c\"d\\ e", "a bcd e")]
    [InlineData("cat <<EOF > x\naz login\nEOF\nls", "cat / ls")]
    [InlineData("cat <<-'EOF'\naz login\n\tEOF\nls", "cat / ls")]
    [InlineData("x <<A <<B\na\nA\nb\nB\nls", "x / ls")]
    [InlineData("t=$(az login -o tsv)", "az login -o tsv")]
    [InlineData("echo \"a $(az login | jq .x) b\"", "az login / jq .x / echo a $(az login | jq .x) b")]
    [InlineData("echo `az login` b", "az login / echo `az login` b")]
    [InlineData("if ! az account show; then az login; fi", "az account show / az login / fi")]
    [InlineData("A=b sudo -E az login", "az login")]
    [InlineData("export A=b", "export A=b")]
    [InlineData("f() { az login; }\n(cd x && az login)", "f / az login / cd x / az login")]
    [InlineData("az login > /dev/null 2>&1 &>log 2> err next", "az login next")]
    [InlineData(
        "az login -p ${{ secrets.A }} -t $(T) -u ${X:-y z}",
        "az login -p ${{ secrets.A }} -t $(T) -u ${X:-y z}"
    )]
    [InlineData("echo $(( 1 + 2 )) a", "echo $ / 1 + 2 / a")]
    [InlineData("echo $((a) b) c", "echo $ / a / b / c")]
    [InlineData("x $(a (b) c) d", "a / b / c / x $(a (b) c) d")]
    [InlineData("a {b,c}.txt", "a {b,c}.txt")]
    [InlineData("a 'unclosed\naz login", "a unclosed\naz login")]
    [InlineData("a ${unclosed\naz login", "a ${unclosed / az login")]
    [InlineData("a )\nb", "a / b")]
    public void Posix(string script, string expected)
    {
        // A macro of Azure Pipelines looks like a substitution; the command it seems to hold is none that is asked for.
        var commands = ShellReader.Read(script).Where(static command => command.Words[0].Text != "T");
        Assert.Equal(expected, Describe(commands));
    }

    [Theory]
    [InlineData("Connect-AzAccount `\n -Identity", "Connect-AzAccount -Identity")]
    [InlineData("<# Connect-AzAccount\n#> ls # Connect-AzAccount", "ls")]
    [InlineData("$c = Connect-AzAccount -Tenant 'a''b'", "Connect-AzAccount -Tenant a'b")]
    [InlineData("if ($x) { Connect-AzAccount } else { az login }", "$x / Connect-AzAccount / az login")]
    [InlineData("Write-Host \"az login `\" $(az login)\"", "az login / Write-Host az login \" $(az login)")]
    [InlineData("$t = @'\naz login 'x'\n'@\nls", "@ / ls")]
    [InlineData("$t = @\"\naz login \"x\"\n\"@\nls", "@ / ls")]
    [InlineData("& az login | Out-Null", "az login / Out-Null")]
    [InlineData("C:\\tools\\az.cmd login", "C:\\tools\\az.cmd login")]
    [InlineData("Connect-AzAccount @params", "Connect-AzAccount @params")]
    public void PowerShell(string script, string expected) =>
        Assert.Equal(expected, Describe(ShellReader.Read(script, ShellKind.PowerShell)));

    [Fact]
    public void Words_have_their_place()
    {
        const string Script = "x=1 az  'log'in \\\n --tenant=\"a b\"";
        var command = Assert.Single(ShellReader.Read(Script));
        Assert.Equal(
            ["az", "'log'in", "--tenant=\"a b\""],
            command.Words.Select(word => Script.Substring(word.Start, word.Length))
        );
        Assert.Equal(("a b", true), (command.Value("--tenant")!.Value.Text, command.Is("az", "login")));
    }

    [Theory]
    [InlineData("echo t | databricks configure", true)]
    [InlineData("databricks configure < file", true)]
    [InlineData("true || databricks configure", false)]
    [InlineData("ls | wc; databricks configure", false)]
    public void It_is_known_whether_something_is_written_to_a_command(string script, bool hasInput) =>
        Assert.Equal(
            hasInput,
            ShellReader.Read(script).Single(static command => command.Name == "databricks").HasInput
        );

    [Theory]
    [InlineData("az login -u x", "-u", true)]
    [InlineData("az login -U x", "-u", false)]
    [InlineData("az login --Username x", "--username", true)]
    [InlineData("az login --username=x", "--username", true)]
    [InlineData("az login --username-x", "--username", false)]
    public void Options_are_found(string script, string option, bool has) =>
        Assert.Equal(has, ShellReader.Read(script).Single().Has(option));

    [Theory]
    [InlineData("$(")]
    [InlineData("`")]
    [InlineData("\"$(")]
    [InlineData("${")]
    [InlineData("${{ ")]
    [InlineData("(")]
    [InlineData("'")]
    [InlineData("\"")]
    [InlineData("<<E ")]
    [InlineData("<<E\n")]
    [InlineData("@'\n")]
    [InlineData("<#")]
    [InlineData("\\\n")]
    [InlineData("a=$(b ")]
    [InlineData("az login -p x;")]
    public void Any_text_is_read_in_linear_time(string piece)
    {
        foreach (var kind in new[] { ShellKind.Posix, ShellKind.PowerShell })
        {
            LinearTime.Holds(
                50_000,
                size => string.Concat(Enumerable.Repeat(piece, size / piece.Length)),
                script => Assert.True(ShellReader.Read(script, kind).Count <= ShellReader.MostCommands)
            );
        }
    }

    private static string Describe(System.Collections.Generic.IEnumerable<ShellCommand> commands) =>
        string.Join(
            " / ",
            commands.Select(static command => string.Join(" ", command.Words.Select(static word => word.Text)))
        );
}
