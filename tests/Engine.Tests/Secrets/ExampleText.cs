using System;
using Governance.Engine.Secrets.Detection;
using Governance.Tests.RuleExamples;

namespace Governance.Engine.Tests.Secrets;

/// <summary>Examples of detectors, filled, with the checksum where they ask for it.</summary>
internal static class ExampleText
{
    private const string Checksum = "[github-checksum]";

    /// <summary>The example, filled.</summary>
    public static string Fill(string example)
    {
        var filled = FilledText.Fill(example, 1);
        var at = filled.IndexOf(Checksum, StringComparison.Ordinal);
        if (at < 0)
        {
            return filled;
        }

        var start = filled.LastIndexOf('_', at) + 1;
        return filled.Replace(Checksum, GitHubTokenChecksum.Of(filled, start, at), StringComparison.Ordinal);
    }
}
