using System.IO;
using System.Linq;
using System.Xml.Linq;

namespace Governance.Engine.Tests.Architecture;

/// <summary>Project references point down only, as docs/architecture.md draws them.</summary>
public sealed class ArrowTests
{
    [Theory]
    [InlineData("Engine", "Engine.Generators")]
    [InlineData("Engine.Generators", "")]
    [InlineData("Analyzers", "Analyzers.CodeFixes Engine")]
    [InlineData("Analyzers.CodeFixes", "")]
    [InlineData("Repositories", "Engine")]
    [InlineData("PolicyCli", "Engine Repositories")]
    public void A_project_references_what_the_picture_allows(string project, string allowed)
    {
        var file = Path.Combine(SourceTree.Root, "src", project, project + ".csproj");
        var references = XDocument
            .Load(file)
            .Descendants("ProjectReference")
            .Select(reference => Path.GetFileNameWithoutExtension(reference.Attribute("Include")!.Value))
            .Order();
        Assert.Equal(allowed.Split(' ', System.StringSplitOptions.RemoveEmptyEntries), references);
    }

    [Fact]
    public void Every_project_is_in_the_picture()
    {
        var projects = Directory.GetDirectories(Path.Combine(SourceTree.Root, "src")).Select(Path.GetFileName).Order();
        Assert.Equal(
            ["Analyzers", "Analyzers.CodeFixes", "Engine", "Engine.Generators", "PolicyCli", "Repositories"],
            projects
        );
    }
}
