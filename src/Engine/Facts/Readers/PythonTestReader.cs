using System;
using System.Collections.Generic;
using System.Collections.Immutable;
using Governance.Engine.Analysis;
using Governance.Engine.Repository;
using Governance.Engine.Syntax.Python;

namespace Governance.Engine.Facts.Readers;

/// <summary>
/// Knows Python tests by what pytest and unittest collect: functions named <c>test_...</c>. A model's evaluation is often
/// called that too, so without an import of either, the function must assert something and take nothing (but <c>self</c>).
/// https://docs.pytest.org/en/stable/explanation/goodpractices.html#conventions-for-python-test-discovery
/// </summary>
internal sealed class PythonTestReader : FactReader
{
    /// <inheritdoc/>
    public override ImmutableArray<FileClass> Classes { get; } = ImmutableArray.Create(FileClass.Python);

    /// <inheritdoc/>
    public override void Read(ParsedFile file, List<Fact> facts)
    {
        var source = file.Text.Text;
        if (source.IndexOf("def test_", StringComparison.Ordinal) < 0)
        {
            return;
        }

        var tokens = PythonScanner.Scan(source);
        var imports = new PythonImports(source, tokens);
        var hasFramework = imports.HasPackage("pytest") || imports.HasPackage("unittest");
        for (var i = 0; i + 2 < tokens.Count; i++)
        {
            if (!IsTestFunction(source, tokens, i))
            {
                continue;
            }

            if (hasFramework || (TakesNothing(source, tokens, i + 2) && Asserts(source, tokens, i)))
            {
                var name = tokens[i + 1];
                facts.Append(new Fact(FactKind.TestCode, name.Text(source), file.Text.Span(name.Start, name.Length)));
                return;
            }
        }
    }

    private static bool IsTestFunction(string source, List<PythonToken> tokens, int index) =>
        tokens[index].Is(source, "def")
        && (tokens[index].Indent >= 0 || (index > 0 && tokens[index - 1].Is(source, "async")))
        && tokens[index + 1].StartsWith(source, "test_");

    private static bool TakesNothing(string source, List<PythonToken> tokens, int open) =>
        tokens[open].Is(source, "(")
        && open + 2 < tokens.Count
        && (
            tokens[open + 1].Is(source, ")")
            || (tokens[open + 1].Is(source, "self") && tokens[open + 2].Is(source, ")"))
        );

    // assert, self.assertEqual, np.testing.assert_allclose; up to the next line that is not indented deeper.
    private static bool Asserts(string source, List<PythonToken> tokens, int index)
    {
        var indent = tokens[index].Indent >= 0 ? tokens[index].Indent : tokens[index - 1].Indent;
        for (var i = index + 1; i < tokens.Count && (tokens[i].Indent < 0 || tokens[i].Indent > indent); i++)
        {
            if (tokens[i].StartsWith(source, "assert"))
            {
                return true;
            }
        }

        return false;
    }
}
