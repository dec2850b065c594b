using System.Collections.Generic;
using System.Collections.Immutable;
using Governance.Engine.Analysis;
using Governance.Engine.Repository;
using Governance.Engine.Syntax;

namespace Governance.Engine.Facts.Readers;

/// <summary>
/// Reads the owners that CODEOWNERS names: <c>@user</c>, <c>@organisation/team</c> and addresses, behind a pattern.
/// https://docs.github.com/en/repositories/managing-your-repositorys-settings-and-features/customizing-your-repository/about-code-owners#codeowners-syntax
/// </summary>
internal sealed class CodeOwnersReader : FactReader
{
    /// <inheritdoc/>
    public override ImmutableArray<FileClass> Classes { get; } = ImmutableArray.Create(FileClass.CodeOwners);

    /// <inheritdoc/>
    public override void Read(ParsedFile file, List<Fact> facts)
    {
        for (var number = 1; number <= file.Text.LineCount; number++)
        {
            ReadLine(file.Text.Line(number), number, facts);
        }
    }

    private static void ReadLine(string line, int number, List<Fact> facts)
    {
        var isPattern = true;
        for (var position = 0; position < line.Length; )
        {
            if (line[position] is ' ' or '\t')
            {
                position++;
                continue;
            }

            // A pattern cannot begin with '#' (GitHub takes it for a comment even when escaped), nor can an owner.
            if (line[position] == '#')
            {
                return;
            }

            var start = position;
            position = EndOfToken(line, start);
            var token = line.Substring(start, position - start);
            if (!isPattern && token.IndexOf('@') is var at && at >= 0 && at < token.Length - 1)
            {
                facts.Append(
                    new Fact(FactKind.CodeOwner, token, new SourceSpan(number, start + 1, number, position + 1))
                );
            }

            isPattern = false;
        }
    }

    private static int EndOfToken(string line, int position)
    {
        while (position < line.Length && line[position] is not (' ' or '\t'))
        {
            position += line[position] == '\\' && position + 1 < line.Length ? 2 : 1;
        }

        return position;
    }
}
