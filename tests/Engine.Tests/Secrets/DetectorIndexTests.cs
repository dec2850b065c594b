using System;
using System.IO;
using System.Linq;
using System.Text;
using Governance.Engine.Secrets.Detection;
using Governance.Engine.Tests.Fixtures;

namespace Governance.Engine.Tests.Secrets;

/// <summary>The list of detectors in the documentation is made of their data.</summary>
public sealed class DetectorIndexTests
{
    [Fact]
    public void The_list_of_detectors_is_up_to_date() =>
        GeneratedFile.Verify(Path.Combine("docs", "detectors.md"), Write());

    private static string Write()
    {
        var index = new StringBuilder(
            """
            # Detectors of committed secrets

            What [GOV0301](../rules/credentials/GOV0301-committed-secret.md) finds in a text, whatever its language. A family is the part behind
            the rule's id: `GOV0301/azure-storage-key`. Generated from `rules/credentials/detectors`.

            | family | what | who has it can | made worthless by |
            |---|---|---|---|

            """
        );
        foreach (var detector in DetectorCatalog.All.OrderBy(static one => one.Id, StringComparer.Ordinal))
        {
            index.Append("| `").Append(detector.Id).Append("` | ").Append(detector.What).Append(" | ");
            index.Append(detector.Opens).Append(" | ").Append(detector.Revoke).Append(" |\n");
        }

        return index.ToString().ReplaceLineEndings("\n");
    }
}
