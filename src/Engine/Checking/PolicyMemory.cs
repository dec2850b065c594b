using System;
using System.Threading;
using Governance.Engine.Policy;
using Governance.Engine.Repository;

namespace Governance.Engine.Checking;

/// <summary>
/// The policy and the baseline that were read last, for a host that checks one repository again and again. They hold as long as
/// their files' blob ids do; a file without one is read anew. It is for one check at a time.
/// </summary>
public sealed class PolicyMemory
{
    private PolicyKey? _policyKey;
    private PolicyLoadResult? _policy;
    private string? _baselineId;
    private BaselineReadResult? _baseline;

    /// <summary>The policy of a snapshot.</summary>
    internal PolicyLoadResult Policy(
        RepositorySnapshot snapshot,
        CheckRequest request,
        CancellationToken cancellationToken
    )
    {
        var file = snapshot.Find(PathClassifier.PolicyFileName);
        var key = new PolicyKey(file is not null, file?.BlobId, request.Organisation, snapshot.Origin, request.Today);
        if (_policy is not null && key == _policyKey)
        {
            return _policy;
        }

        // What is known of the last file must not be taken for this one's where reading it is cancelled.
        _policyKey = null;
        _policy = PolicyLoader.Load(
            new PolicyInput
            {
                Organisation = request.Organisation,
                Repository = PolicyDocument.Read(file, cancellationToken),
                Origin = snapshot.Origin,
                Today = request.Today,
            }
        );
        _policyKey = file is null || file.BlobId is not null ? key : null;
        return _policy;
    }

    /// <summary>The baseline of a snapshot; null where it has none.</summary>
    internal BaselineReadResult? Baseline(RepositorySnapshot snapshot, CancellationToken cancellationToken)
    {
        var file = snapshot.Find(Governance.Engine.Policy.Baseline.FileName);
        if (file?.BlobId is { } id && id == _baselineId)
        {
            return _baseline;
        }

        _baselineId = null;
        _baseline = PolicyDocument.Read(file, cancellationToken) is { } document ? BaselineFile.Read(document) : null;
        _baselineId = file?.BlobId;
        return _baseline;
    }

    private sealed record PolicyKey(
        bool IsThere,
        string? BlobId,
        PolicyDocument? Organisation,
        RepositoryOrigin Origin,
        DateTime Today
    );
}
