using System;
using System.IO;
using System.Linq;
using Governance.Engine.Policy.Reading;
using Markdig;
using Markdig.Syntax;

namespace Governance.Engine.Tests.Policy;

/// <summary>The examples of docs/governance-yml.md are policies without a mistake, and leave no key out.</summary>
public sealed class PolicyReferenceTests
{
    private static readonly string[] Texts =
    [
        .. Markdown
            .Parse(File.ReadAllText(Path.Combine(SourceTree.Root, "docs", "governance-yml.md")))
            .Descendants<FencedCodeBlock>()
            .Select(static block => block.Lines.ToString()),
    ];

    public static TheoryData<string> Examples() => [.. Texts];

    [Theory]
    [MemberData(nameof(Examples))]
    public void An_example_has_no_mistake(string text)
    {
        var isOrganisations = text.StartsWith("# organisation", StringComparison.Ordinal);
        PolicyTexts.Policy(isOrganisations ? null : text, isOrganisations ? text : null);
    }

    [Fact]
    public void Every_key_has_an_example()
    {
        Assert.All(
            PolicyKeys.Root.Keys,
            key => Assert.Contains(Texts, text => text.Contains(key.Name + ":", StringComparison.Ordinal))
        );
    }
}
