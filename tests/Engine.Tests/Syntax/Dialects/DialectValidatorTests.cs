using System;
using System.Collections.Immutable;
using System.Diagnostics;
using System.Linq;
using System.Text;
using Governance.Engine.Syntax;
using Governance.Engine.Syntax.Dialects;
using Governance.Engine.Syntax.GitHub;
using Governance.Engine.Syntax.Yaml;

namespace Governance.Engine.Tests.Syntax.Dialects;

public sealed class DialectValidatorTests
{
    private static readonly DialectLanguage GitHub = new(GitHubTemplates.Grammar, static _ => null);

    private const string Small = """
        dialect: thing
        root: thing
        types:
          thing:
            title: thing
            required: [name]
            keys: { name: word, parts: parts, count: count, when: flag, kind: kind }
          word: { scalar: text, empty: false }
          flag: { scalar: boolean }
          count: { scalar: integer, positive: true }
          kind: { scalar: text, values: [small, large] }
          parts: { list: part, empty: false }
          part: { title: part, nullable: explicit, choose: { bolt: bolt, nut: nut }, otherwise: A part is a bolt or a nut }
          bolt: { title: bolt, keys: { bolt: word, length: count } }
          nut: { title: nut, keys: { nut: word }, others: word, ignore-case: true }
        """;

    [Theory]
    [InlineData("name: a\n", "")]
    [InlineData("nam: a\n", "1:1 Unknown key 'nam' in the thing; did you mean 'name'?")]
    [InlineData("nam: a\nname: b\n", "1:1 Unknown key 'nam' in the thing; did you mean 'name'?")]
    [InlineData("name:\n", "1:6 'name' has no value")]
    [InlineData("name: {}\n", "1:7 'name' must be a text, and is a mapping")]
    [InlineData("name: a\nparts: b\n", "2:8 'parts' must be a list, and is the text 'b'")]
    [InlineData("name: a\nparts: []\n", "2:8 'parts' is an empty list")]
    [InlineData(
        "name: a\nparts: [{ bolt: b, legth: 2 }]\n",
        "2:20 Unknown key 'legth' in bolt 1; did you mean 'length'?"
    )]
    [InlineData("name: a\nparts: [{ screw: b }]\n", "2:11 A part is a bolt or a nut")]
    [InlineData("name: a\nparts: [null]\n", "")]
    [InlineData("name: a\nparts:\n  -\n", "3:4 Part 1 has no value")]
    [InlineData(
        "name: a\nparts: [{ nut: n, size: s, SIZE: t }]\n",
        "2:28 The key 'SIZE' stands twice in nut 1; it is first written in line 2, as 'size': case does not count here"
    )]
    [InlineData("name: a\ncount: 0\n", "2:8 'count' must be greater than zero, and is 0")]
    [InlineData("name: a\ncount: '3'\n", "2:8 'count' must be a whole number, and is '3'")]
    [InlineData("name: a\nwhen: yes\n", "2:7 'when' must be true or false, and is 'yes'")]
    [InlineData("name: a\nkind: smal\n", "2:7 'smal' is no value of 'kind'; did you mean 'small'?")]
    [InlineData("name: a\nname: b\n", "2:1 The key 'name' stands twice in the thing; it is first written in line 1")]
    [InlineData("name: a\n? [x]\n: b\n", "2:3 A key of the thing must be a text")]
    [InlineData("[a]\n", "1:1 The thing must be a mapping, and is a list")]
    public void One_mistake_is_one_finding_at_its_token(string text, string expected)
    {
        var problems = Validate(text)
            .Select(static problem => $"{problem.Span.StartLine}:{problem.Span.StartColumn} {problem.Message}");
        Assert.Equal(expected, string.Join("|", problems));
    }

    [Fact]
    public void What_an_alias_stands_for_is_judged_for_its_place_and_told_where_it_is_written()
    {
        var problem = Assert.Single(Validate("name: a\nparts:\n  - &b { bolt: b, lenght: 1 }\n  - *b\n  - *b\n"));
        Assert.Equal(3, problem.Span.StartLine);
    }

    [Fact]
    public void Aliases_that_expand_to_millions_of_nodes_take_no_time()
    {
        var bomb = new StringBuilder("name: a\nparts:\n  - &a0 { nut: n }\n");
        for (var level = 1; level < 40; level++)
        {
            bomb.Append(
                System.Globalization.CultureInfo.InvariantCulture,
                $"  - &a{level} {{ nut: n, x: [*a{level - 1}, *a{level - 1}, *a{level - 1}] }}\n"
            );
        }

        var watch = Stopwatch.StartNew();
        Validate(bomb.ToString());
        Assert.True(watch.Elapsed < TimeSpan.FromSeconds(1), $"took {watch.Elapsed}");
    }

    [Fact]
    public void Types_that_lead_to_each_other_without_end_say_nothing() =>
        Assert.Empty(
            Validate("x: 1\ny: 2\n", "root: a\ntypes:\n  a: { choose: { x: b } }\n  b: { choose: { y: a } }\n")
        );

    [Theory]
    [InlineData("a-1", "")]
    [InlineData("A", "1:1 The document must be small letters, and is 'A'")]
    [InlineData("a-1 b", "1:1 The document must be small letters, and is 'a-1 b'")]
    public void A_pattern_is_for_the_whole_value(string text, string expected) =>
        Assert.Equal(
            expected,
            string.Join(
                "|",
                Validate(
                        text,
                        "root: a\ntypes:\n  a: { title: document, scalar: text, pattern: '[a-z]|[a-z]-[0-9]', means: small letters }\n"
                    )
                    .Select(static problem => $"{problem.Span.StartLine}:{problem.Span.StartColumn} {problem.Message}")
            )
        );

    [Fact]
    public void A_pattern_that_could_be_tried_in_endless_ways_takes_no_time()
    {
        var watch = Stopwatch.StartNew();
        Validate(new string('a', 100_000) + "b", "root: a\ntypes:\n  a: { scalar: text, pattern: '(a|aa)+(a+)+' }\n");
        Assert.True(watch.Elapsed < TimeSpan.FromSeconds(1), $"took {watch.Elapsed}");
    }

    private static ImmutableArray<DialectProblem> Validate(string text, string written = Small)
    {
        var dialect = DialectReader.Read(new SourceText(written), GitHub);
        Assert.Empty(dialect.Problems);
        var source = new SourceText(text);
        var root = YamlReader.Read(source).Documents[0];
        return DialectValidator.Validate(root, dialect, source);
    }
}
