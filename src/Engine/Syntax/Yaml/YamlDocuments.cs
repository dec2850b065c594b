using System;

namespace Governance.Engine.Syntax.Yaml;

/// <summary>Reads a stream's documents, their markers and directives (https://yaml.org/spec/1.2.2/#chapter-9-document-stream-productions).</summary>
internal sealed class YamlDocuments(
    YamlCursor cursor,
    YamlTree tree,
    YamlBlockParser blocks,
    YamlPropertyReader propertyReader
)
{
    private bool _hasDirectives;
    private bool _hasVersion;
    private bool _mayDirect = true;

    /// <summary>Reads to the end or to the first problem.</summary>
    public void Read()
    {
        while (cursor.Problem is null)
        {
            while (cursor.SkipToToken() && cursor.SkipByteOrderMark()) { }

            if (cursor.Pos == cursor.End)
            {
                if (_hasDirectives)
                {
                    cursor.Fail(cursor.Pos, "'---' and a document are expected behind the directives");
                }

                return;
            }

            if (cursor.IsAtMarker() && cursor.Current == '.')
            {
                EndDocument();
            }
            else if (cursor.Current == '%' && cursor.Pos == cursor.LineStart && _mayDirect)
            {
                ReadDirective();
            }
            else
            {
                ReadDocument();
            }
        }
    }

    private void EndDocument()
    {
        if (_hasDirectives)
        {
            cursor.Fail(cursor.Pos, "'---' and a document are expected behind the directives");
        }

        cursor.Pos += 3;
        _mayDirect = true;
        var line = cursor.Line;
        if (cursor.SkipToToken() && cursor.Line == line)
        {
            cursor.Fail(cursor.Pos, "only a comment may follow '...' on its line");
        }
    }

    private void ReadDocument()
    {
        var isMarked = cursor.IsAtMarker();
        if (isMarked)
        {
            cursor.Pos += 3;
        }
        else if (_hasDirectives)
        {
            cursor.Fail(cursor.Pos, "'---' is expected between the directives and their document");
            return;
        }

        tree.StartDocument();
        if (blocks.ReadDocument(isMarked))
        {
            propertyReader.Forget();
            (_hasDirectives, _hasVersion, _mayDirect) = (false, false, false);
        }
    }

    private void ReadDirective()
    {
        _hasDirectives = true;
        var start = cursor.Pos;
        cursor.SkipLine();
        var words = cursor
            .Text.Substring(start, cursor.Pos - start)
            .Split([' ', '\t'], StringSplitOptions.RemoveEmptyEntries);
        var comment = Array.FindIndex(words, static word => word[0] == '#');
        var count = comment < 0 ? words.Length : comment;
        switch (words[0])
        {
            case "%YAML" when _hasVersion:
                cursor.Fail(start, "the version of YAML is declared twice");
                break;
            case "%YAML":
                _hasVersion = true;
                if (count != 2 || !IsVersion(words[1]))
                {
                    cursor.Fail(start, "'%YAML' takes a version: 1.2, or another of YAML 1");
                }

                break;
            case "%TAG" when count != 3:
                cursor.Fail(start, "'%TAG' takes a handle and a prefix");
                break;
            case "%TAG" when !propertyReader.Declare(words[1]):
                cursor.Fail(start, "the tag's handle is declared twice");
                break;
        }
    }

    private static bool IsVersion(string word)
    {
        if (word.Length < 3 || word[0] != '1' || word[1] != '.')
        {
            return false;
        }

        for (var i = 2; i < word.Length; i++)
        {
            if (word[i] is < '0' or > '9')
            {
                return false;
            }
        }

        return true;
    }
}
