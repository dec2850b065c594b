using System;
using System.Linq;
using Governance.Engine.Repository;

namespace Governance.Engine.Tests.Repository;

/// <summary>The expectations of the two data sets are what <c>git check-ignore</c> 2.39 answers.</summary>
public sealed class GlobTests
{
    [Theory]
    [InlineData("a.txt", "a.txt")]
    [InlineData("a.txt", "deep/er/a.txt")]
    [InlineData("*.txt", ".txt")]
    [InlineData("*", ".hidden")]
    [InlineData("build", "build/x/y")]
    [InlineData("build/", "src/build/x")]
    [InlineData("/build", "build/x")]
    [InlineData("a/b", "a/b/c")]
    [InlineData("a/*", "a/b/c")]
    [InlineData("**/foo", "foo")]
    [InlineData("**/foo", "a/b/foo/c")]
    [InlineData("**/foo/bar", "x/foo/bar")]
    [InlineData("abc/**", "abc/d/e")]
    [InlineData("a/**/b", "a/b")]
    [InlineData("a/**/b", "a/x/y/b")]
    [InlineData("a/**/b/**/c", "a/b/x/b/c")]
    [InlineData("a/**/b/*.c", "a/b/x/b/y.c")]
    [InlineData("***/foo", "a/foo")]
    [InlineData("a**b", "x/axxb")]
    [InlineData("**/*.yml", "a/b.yml")]
    [InlineData("a/**/", "a/b/c")]
    [InlineData("?.py", "é.py")]
    [InlineData("[a-c]x", "bx")]
    [InlineData("[!a-c]x", "dx")]
    [InlineData("[^a-c]x", "dx")]
    [InlineData("[]a]x", "]x")]
    [InlineData("[a-]x", "-x")]
    [InlineData("[[:digit:]_]x", "7x")]
    [InlineData("[[:digit:]_]x", "_x")]
    [InlineData("[\\]]x", "]x")]
    [InlineData("\\*", "*")]
    [InlineData("\\!keep", "!keep")]
    [InlineData("\\#keep", "#keep")]
    [InlineData("a\\ b", "a b")]
    [InlineData("trailing  ", "trailing")]
    [InlineData("space\\ ", "space ")]
    [InlineData("a*b*c*d", "aXbXbXcXd")]
    [InlineData("*.tar.*", "x.tar.tar.gz")]
    public void Matches(string pattern, string path) => Assert.True(Parse(pattern).IsMatch(path));

    [Theory]
    [InlineData("a.txt", "a.txt.bak")]
    [InlineData("A.txt", "a.txt")]
    [InlineData("build/", "build")]
    [InlineData("/build", "src/build")]
    [InlineData("a/b", "x/a/b")]
    [InlineData("a/*", "a")]
    [InlineData("a/*/c", "a/b/d/c")]
    [InlineData("abc/**", "abc")]
    [InlineData("a/**/b", "a/xb")]
    [InlineData("a/**b", "a/x/b")]
    [InlineData("a**b", "a/b")]
    [InlineData("**/foo/bar", "foo/x/bar")]
    [InlineData("a/**/", "a/b")]
    [InlineData("?", "ab")]
    [InlineData("a?b", "a/b")]
    [InlineData("[!a]", "a")]
    [InlineData("[a-c]x", "dx")]
    [InlineData("\\*", "x")]
    [InlineData("a*b*c*d", "aXbXcX")]
    public void Guards(string pattern, string path) => Assert.False(Parse(pattern).IsMatch(path));

    [Theory]
    [InlineData("", "is empty")]
    [InlineData("  ", "is empty")]
    [InlineData("/", "is empty")]
    [InlineData("!a", "begins with '!'")]
    [InlineData("a//b", "two slashes")]
    [InlineData("./a", "segment '.'")]
    [InlineData("a/../b", "segment '..'")]
    [InlineData("[abc", "a '[' without its ']'")]
    [InlineData("[]", "a '[' without its ']'")]
    [InlineData("[!]", "a '[' without its ']'")]
    [InlineData("[z-a]", "the range 'z-a', which is empty")]
    [InlineData("[[:letter:]]", "unknown character class '[:letter'")]
    [InlineData("a\\", "escapes nothing")]
    [InlineData("tests\\fixtures", "folders are separated by '/'")]
    [InlineData("a[/]b", "a '[' without its ']'")]
    public void Says_what_is_wrong(string pattern, string error)
    {
        Assert.False(Glob.TryParse(pattern, out _, out var found));
        Assert.Contains(error, found, StringComparison.Ordinal);
    }

    [Fact]
    public void Refuses_half_a_character() => Assert.False(Glob.TryParse("a\uD800", out _, out _));

    [Fact]
    public void Refuses_what_is_too_long() =>
        Assert.False(Glob.TryParse(new string('a', Glob.MaxLength + 1), out _, out _));

    [Fact]
    public void The_root_is_matched_by_a_dot_alone()
    {
        Assert.True(Parse(".").IsMatch("."));
        Assert.False(Parse(".").IsMatch("a"));
        Assert.False(Parse("*").IsMatch("."));
        Assert.False(Parse("**").IsMatch(".", isFolder: true));
    }

    [Fact]
    public void A_trailing_slash_asks_for_a_folder()
    {
        Assert.True(Parse("build/").IsMatch("build", isFolder: true));
        Assert.True(Parse("/a/b/").IsMatch("a/b", isFolder: true));
        Assert.False(Parse("/a/b/").IsMatch("a/b"));
    }

    [Fact]
    public void A_question_mark_takes_a_whole_character() => Assert.True(Parse("?.md").IsMatch("🙂.md"));

    [Theory]
    [InlineData("*a*a*a*a*a*a*a*a*a*a*a*a*a*a*a*a*a*a*a*b")]
    [InlineData("**/a/**/a/**/a/**/a/**/a/**/a/**/a/**/a/**/b")]
    public void Hostile_patterns_end_soon(string pattern)
    {
        var glob = Parse(pattern);
        Assert.False(glob.IsMatch(new string('a', 50_000)));
        Assert.False(glob.IsMatch(string.Join('/', Enumerable.Repeat("a", 50_000))));
    }

    [Fact]
    public void A_set_matches_where_any_pattern_does_and_ignores_invalid_ones()
    {
        var set = GlobSet.Parse(["[", "*.md", "/docs"]);
        Assert.True(set.IsMatch("x/y.md"));
        Assert.True(set.IsMatch("docs/a"));
        Assert.False(set.IsMatch("x/docs/a"));
    }

    private static Glob Parse(string pattern) =>
        Glob.TryParse(pattern, out var glob, out var error)
            ? glob
            : throw new InvalidOperationException($"{pattern} {error}");
}
