using System.Linq;
using Governance.Engine.Syntax.Python;

namespace Governance.Engine.Tests.Syntax.Python;

public sealed class PythonScannerTests
{
    [Theory]
    [InlineData("a = 'b' # c\nd", "a = d")]
    [InlineData("a = '''b\nc''' + d", "a = + d")]
    [InlineData("a = \"\"\"b\\\"\"\" c\"\"\" + d", "a = + d")]
    [InlineData("a = 'it\\'s' + d", "a = + d")]
    [InlineData("a = rb'\\\\' + f\"{x}\" + d", "a = + + d")]
    [InlineData("a = 'b\nc", "a = c")]
    [InlineData("a = 'b\\\r\nc' d", "a = d")]
    [InlineData("a = '' d", "a = d")]
    [InlineData("x1 = 1.5e3 + é_2", "x1 = . + é_2")]
    public void Strings_numbers_and_comments_are_no_tokens(string source, string tokens) =>
        Assert.Equal(tokens, string.Join(" ", PythonScanner.Scan(source).Select(token => token.Text(source))));

    [Fact]
    public void The_first_token_of_a_statement_has_its_indentation()
    {
        const string Source = "a(\n  b,\n)\r\nif c:\n    d \\\n  e\n\n    # f\n    'g'.h\n";
        Assert.Equal(
            ["a:0", "if:0", "d:4"],
            PythonScanner
                .Scan(Source)
                .Where(token => token.Indent >= 0)
                .Select(token => $"{token.Text(Source)}:{token.Indent}")
        );
    }
}
