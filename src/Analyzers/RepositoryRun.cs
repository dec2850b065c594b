using System.Collections.Generic;
using System.Collections.Immutable;
using System.Linq;
using System.Threading;
using Governance.Engine.Analysis;
using Governance.Engine.Checking;
using Governance.Engine.Reporting;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.Text;

namespace Governance.Analyzers;

/// <summary>
/// The check of one repository, compilation after compilation: where nothing was handed that says something else, the last findings
/// hold; else those files are read that say something else, and the checks of the repository run over all results.
/// </summary>
internal sealed class RepositoryRun
{
    private readonly object _gate = new();
    private readonly RememberedResults _results = new();
    private readonly PolicyMemory _policy = new();
    private readonly TextIds _ids;
    private string? _listId;
    private PathList? _list;
    private Dictionary<string, string?>? _lastIds;
    private RepositoryFindings _findings = RepositoryFindings.None;

    public RepositoryRun(TextIds ids) => _ids = ids;

    /// <summary>What there is to say now. One compilation at a time: the second has nothing left to do, as a rule.</summary>
    public RepositoryFindings Findings(
        SourceText listText,
        ImmutableArray<AdditionalText> files,
        CancellationToken cancellationToken
    )
    {
        lock (_gate)
        {
            var isSameList = ReadList(listText);
            if (_list is null)
            {
                return RepositoryFindings.None;
            }

            var texts = RepositoryTexts.Read(_list, files, _ids, cancellationToken);
            if (!isSameList || _lastIds is null || !texts.Say(_lastIds))
            {
                _lastIds = null;
                _findings = Check(texts, cancellationToken);
                _lastIds = texts.Ids();
            }

            return _findings;
        }
    }

    private bool ReadList(SourceText text)
    {
        var id = _ids.Of(text);
        if (id == _listId)
        {
            return true;
        }

        _lastIds = null;
        _list = PathList.Read(text.Lines.Select(static line => line.ToString()));
        _listId = id;
        return false;
    }

    private RepositoryFindings Check(RepositoryTexts texts, CancellationToken cancellationToken)
    {
        var areas = AreaSelection.Of(texts.List.Areas);
        var request = new CheckRequest
        {
            Snapshot = texts.Snapshot(),
            Today = texts.List.Today,
            ToolVersion = typeof(RepositoryRun).Assembly.GetName().Version.ToString(3),
            Memory = _policy,
            Options = new AnalysisOptions
            {
                OpenStore = _results.Open,
                Only = areas.Known,
                LeavesOutCSharp = true,
            },
        };
        // What is shown comes from the redacted report alone.
        var report = RedactedReport.From(PolicyCheck.Run(request, cancellationToken));
        _results.ForgetUnused();
        var places = new FindingPlaces(texts);
        return new RepositoryFindings(
            texts.List,
            report.Findings.Where(static judged => judged.IsShown).Select(places.Of).ToList()
        )
        {
            Mistakes = areas.Mistakes,
        };
    }
}
