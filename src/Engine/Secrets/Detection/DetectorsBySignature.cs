using System;
using System.Collections.Generic;
using System.Collections.Immutable;

namespace Governance.Engine.Secrets.Detection;

/// <summary>The detectors of each signature. It never changes.</summary>
internal sealed class DetectorsBySignature
{
    private readonly Dictionary<string, List<SecretDetector>> _detectors = new(StringComparer.Ordinal);

    /// <summary>Takes the detectors, the more exact ones first.</summary>
    public DetectorsBySignature(ImmutableArray<SecretDetector> detectors)
    {
        // A query that groups by pairs is compiled at run time, which takes longer than all a small repository needs.
        foreach (var detector in detectors)
        {
            foreach (var signature in detector.Signatures)
            {
                var text = signature.ToLowerInvariant();
                if (!_detectors.TryGetValue(text, out var alike))
                {
                    _detectors.Add(text, alike = []);
                }

                if (!alike.Contains(detector))
                {
                    alike.Add(detector);
                }
            }
        }
    }

    /// <summary>All signatures, in lower case.</summary>
    public IReadOnlyCollection<string> Signatures => _detectors.Keys;

    /// <summary>The detectors of a signature in lower case; null where it is none.</summary>
    public IReadOnlyList<SecretDetector>? Find(string signature) =>
        _detectors.TryGetValue(signature, out var found) ? found : null;
}
