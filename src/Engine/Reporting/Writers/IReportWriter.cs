using System.IO;

namespace Governance.Engine.Reporting.Writers;

/// <summary>Writes a report in one format. A pure function of the report, but for the writer it is given.</summary>
public interface IReportWriter
{
    /// <summary>Writes the whole report, with <c>\n</c> line ends whatever the system's are.</summary>
    void Write(RedactedReport report, TextWriter output);
}
