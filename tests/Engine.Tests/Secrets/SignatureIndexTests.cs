using System;
using System.Collections.Generic;
using System.Linq;
using Governance.Engine.Secrets.Detection;

namespace Governance.Engine.Tests.Secrets;

/// <summary>The one pass over a text finds what a search for each text finds.</summary>
public sealed class SignatureIndexTests
{
    private static readonly string[] Texts = ["abc", "abcd", "bcd:", "ghp_", "-----begin", "kab", "://"];

    [Theory]
    [InlineData(1)]
    [InlineData(2)]
    [InlineData(3)]
    public void Agrees_with_a_search_for_each_text(int seed)
    {
        var random = new Random(seed);
        var index = new SignatureIndex(Texts);
        // Characters whose low bits are those of letters, and one that lower case would make a 'k'.
        const string Letters = "abcdABCDghp_-:/ k\u212A\u0161\u0141\u2028\0";
        var hits = 0;
        for (var round = 0; round < 3000; round++)
        {
            var text = string.Concat(
                Enumerable
                    .Range(0, random.Next(0, 40))
                    .Select(_ =>
                        random.Next(4) == 0
                            ? Cased(Texts[random.Next(Texts.Length)], random)
                            : Letters[random.Next(Letters.Length)].ToString()
                    )
            );
            var expected = Expected(text);
            Assert.Equal(expected, Found(index, text));
            Assert.Equal(expected.Count > 0, index.IsIn(text));
            hits += expected.Count;
        }

        Assert.True(hits > 1000, $"{hits}");
    }

    private static string Cased(string text, Random random) => random.Next(2) == 0 ? text : text.ToUpperInvariant();

    private static List<(int, string)> Expected(string text) =>
        [
            .. Enumerable
                .Range(0, text.Length)
                .SelectMany(at =>
                    Texts
                        .Where(one =>
                            string.Compare(text, at, one, 0, one.Length, StringComparison.OrdinalIgnoreCase) == 0
                        )
                        .Select(one => (at, one))
                ),
        ];

    private static List<(int, string)> Found(SignatureIndex index, string text)
    {
        var all = new List<(int, string)>();
        var found = new List<string>();
        for (var at = index.Next(text, 0); at < text.Length; at = index.Next(text, at + 1))
        {
            index.At(text, at, found);
            all.AddRange(found.OrderBy(one => Array.IndexOf(Texts, one)).Select(one => (at, one)));
        }

        return all;
    }
}
