using System.Linq;
using Governance.Engine.Findings;
using static Governance.Engine.Tests.Policy.JudgeTexts;

namespace Governance.Engine.Tests.Policy;

public sealed class FingerprintingTests
{
    [Fact]
    public void Rule_path_content_and_number_make_the_identity()
    {
        var all = Fingerprinting.Assign([
            Flaw("GOV0203", "a", 1),
            Flaw("GOV0203", "a", 2),
            Flaw("GOV0203", "b", 1),
            Flaw("GOV0101", "a", 1),
            Flaw("GOV0203", "a", 1, "other"),
            Flaw("GOV0301", "a", 1),
            Flaw("GOV0301/x", "a", 1),
        ]);
        Assert.Equal(all.Length, all.Select(static finding => finding.Fingerprint).Distinct().Count());
        Assert.All(all, static finding => Assert.Matches("^[0-9a-f]{32}$", finding.Fingerprint));
    }

    [Fact]
    public void Neither_order_nor_line_nor_message_matters()
    {
        Finding[] findings = [Flaw("GOV0203", "a", 1), Flaw("GOV0203", "a", 2), Flaw("GOV0101", ".")];
        var moved = findings.Select(static finding =>
            finding with
            {
                Message = "Said otherwise",
                Location = finding.Location.Span is { } span
                    ? new Location(finding.Location.Path, new(span.StartLine + 40, 7, span.EndLine + 40, 9))
                    : finding.Location,
            }
        );
        Assert.Equal(
            Fingerprinting.Assign(findings).Select(static finding => finding.Fingerprint),
            Fingerprinting.Assign(moved.Reverse()).Select(static finding => finding.Fingerprint)
        );
    }

    [Fact]
    public void They_stay_what_they_are()
    {
        // A change here breaks every baseline there is.
        Assert.Equal(
            "89b7dba59d74ae681577be6747a7aee5",
            Fingerprinting.Assign([Flaw("GOV0203", "notebooks/a.ipynb", 1)])[0].Fingerprint
        );
        Assert.Equal(
            "296261d3e33249d60838d97194737dfd",
            Fingerprinting.Assign([Flaw("GOV0301", "src/a.py", 1, "hunter2")])[0].Fingerprint
        );
    }

    [Fact]
    public void Of_a_secret_only_24_bits_go_in()
    {
        // Both contents' SHA-256 begin with the same three bytes: found by search.
        var one = Fingerprinting.Assign([Flaw("GOV0301", "a", 1, "secret-238")])[0];
        var two = Fingerprinting.Assign([Flaw("GOV0301", "a", 1, "secret-5985")])[0];
        Assert.Equal(one.Fingerprint, two.Fingerprint);
    }
}
