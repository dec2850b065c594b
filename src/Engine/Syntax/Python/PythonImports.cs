using System;
using System.Collections.Generic;
using System.Text;

namespace Governance.Engine.Syntax.Python;

/// <summary>What the names of a Python source stand for, by its import statements, wherever they stand.</summary>
internal sealed class PythonImports
{
    private readonly string _source;
    private readonly List<PythonToken> _tokens;
    private readonly Dictionary<string, string> _names = new(StringComparer.Ordinal);

    /// <summary>Reads the imports of a source.</summary>
    public PythonImports(string source, List<PythonToken> tokens)
    {
        _source = source;
        _tokens = tokens;
        for (var i = 0; i < tokens.Count; i++)
        {
            if (tokens[i].Indent < 0)
            {
                continue;
            }

            if (tokens[i].Is(source, "import"))
            {
                ReadNames(i + 1, "");
            }
            else if (tokens[i].Is(source, "from"))
            {
                var next = i + 1;
                var module = ReadDotted(ref next);
                if (module.Length > 0 && Is(next, "import"))
                {
                    ReadNames(next + 1, module + ".");
                }
            }
        }
    }

    /// <summary>Whether anything of a package is imported.</summary>
    public bool HasPackage(string package)
    {
        foreach (var name in _names.Values)
        {
            if (
                name.StartsWith(package, StringComparison.Ordinal)
                && (name.Length == package.Length || name[package.Length] == '.')
            )
            {
                return true;
            }
        }

        return false;
    }

    /// <summary>
    /// The full name of the dotted name at a token (<c>dsl.pipeline</c> is <c>azure.ai.ml.dsl.pipeline</c>), and in
    /// <paramref name="next"/> the token behind it; empty when its first part is not imported.
    /// </summary>
    public string FullName(int index, out int next)
    {
        next = index;
        var dotted = ReadDotted(ref next);
        var dot = dotted.IndexOf('.');
        return _names.TryGetValue(dot < 0 ? dotted : dotted.Substring(0, dot), out var imported)
            ? imported + (dot < 0 ? "" : dotted.Substring(dot))
            : "";
    }

    private void ReadNames(int index, string prefix)
    {
        while (index < _tokens.Count && _tokens[index].Indent < 0)
        {
            if (Is(index, "(") || Is(index, ",") || Is(index, ")"))
            {
                index++;
                continue;
            }

            var start = index;
            var dotted = ReadDotted(ref index);
            if (index == start)
            {
                return;
            }

            if (index + 1 < _tokens.Count && Is(index, "as"))
            {
                _names[_tokens[index + 1].Text(_source)] = prefix + dotted;
                index += 2;
            }
            else if (prefix.Length > 0)
            {
                _names[dotted] = prefix + dotted;
            }
            else
            {
                // import a.b.c binds a.
                var dot = dotted.IndexOf('.');
                var first = dot < 0 ? dotted : dotted.Substring(0, dot);
                _names[first] = first;
            }
        }
    }

    private string ReadDotted(ref int index)
    {
        var dotted = new StringBuilder();
        for (var wantsName = true; index < _tokens.Count; index++)
        {
            var isDot = Is(index, ".");
            if (!isDot && (!wantsName || !IsName(index)))
            {
                break;
            }

            dotted.Append(_source, _tokens[index].Start, _tokens[index].Length);
            wantsName = isDot;
        }

        return dotted.ToString();
    }

    private bool IsName(int index) =>
        (_source[_tokens[index].Start] == '_' || char.IsLetter(_source[_tokens[index].Start])) && !Is(index, "import");

    private bool Is(int index, string text) => index < _tokens.Count && _tokens[index].Is(_source, text);
}
