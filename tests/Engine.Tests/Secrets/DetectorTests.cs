using System;
using System.Collections.Generic;
using System.IO;
using System.Linq;
using System.Threading.Tasks;
using Governance.Engine.Secrets.Detection;
using YamlDotNet.RepresentationModel;

namespace Governance.Engine.Tests.Secrets;

/// <summary>Every detector finds its examples and leaves the look-alikes alone.</summary>
public sealed class DetectorTests
{
    public static TheoryData<string, string> Reported() => Examples("reported");

    public static TheoryData<string, string> Accepted() => Examples("accepted");

    [Theory]
    [MemberData(nameof(Reported))]
    public void What_it_is_for_is_found(string id, string example)
    {
        var text = ExampleText.Fill(example);
        var found = SecretScanner.Find(text, TextKinds.Any);
        Assert.True(
            found.Any(secret => secret.Detector.Id == id),
            $"{text}: {string.Join(", ", found.Select(static one => one.Detector.Id))}"
        );
    }

    [Theory]
    [MemberData(nameof(Accepted))]
    public void What_only_looks_like_it_is_left_alone(string id, string example)
    {
        var text = ExampleText.Fill(example);
        Assert.DoesNotContain(SecretScanner.Find(text, TextKinds.Any), secret => secret.Detector.Id == id);
    }

    /// <summary>An example whose end is another is where a pattern goes back, and how often it may is told by nothing but trying.</summary>
    [Theory]
    [MemberData(nameof(Reported))]
    public async Task What_is_nearly_it_keeps_nobody_busy(string id, string example)
    {
        var text = ExampleText.Fill(example) + "\n";
        var step = Math.Max(1, text.Length / 24);
        var search = Task.Run(() =>
        {
            for (var at = text.Length - 1; at >= 0; at -= step)
            {
                _ = SecretScanner.Find(text[..at], TextKinds.Any);
                _ = SecretScanner.Find(text[..at] + "!" + text[(at + 1)..], TextKinds.Any);
            }
        });
        var first = await Task.WhenAny(search, Task.Delay(TimeSpan.FromSeconds(20)));
        Assert.True(first == search, $"{id} goes back without end");
    }

    private static TheoryData<string, string> Examples(string side)
    {
        var data = new TheoryData<string, string>();
        foreach (
            var detector in Directory
                .EnumerateFiles(Path.Combine(SourceTree.Root, "rules", "credentials", "detectors"), "*.yml")
                .Order(StringComparer.Ordinal)
                .SelectMany(Detectors)
        )
        {
            foreach (var example in (YamlSequenceNode)detector[side])
            {
                data.Add(((YamlScalarNode)detector["id"]).Value!, ((YamlScalarNode)example).Value!);
            }
        }

        return data;
    }

    private static IEnumerable<YamlMappingNode> Detectors(string path)
    {
        var stream = new YamlStream();
        using var reader = new StreamReader(path);
        stream.Load(reader);
        return ((YamlSequenceNode)((YamlMappingNode)stream.Documents[0].RootNode)["detectors"]).Cast<YamlMappingNode>();
    }
}
