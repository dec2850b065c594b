using System;
using System.Collections.Immutable;
using System.Linq;

namespace Governance.Engine.Secrets;

/// <summary>Keys that vendors publish for emulators on a developer's machine, which open nothing.</summary>
public static class PublishedSecrets
{
    // Their beginnings are enough to know them by, and nothing that searches our own source for keys stumbles over them.
    private static readonly ImmutableArray<string> Beginnings = ImmutableArray.Create(
        // https://learn.microsoft.com/azure/storage/common/storage-connect-azurite#use-a-well-known-storage-account-and-key
        "Eby8vdM02xNOcqFlqUwJPLlm",
        // https://learn.microsoft.com/azure/cosmos-db/emulator#authentication
        "C2y6yDjf5/R+ob0N8A7Cgv30",
        // https://learn.microsoft.com/azure/event-hubs/overview-emulator and the Service Bus one
        "SAS_KEY_VALUE"
    );

    /// <summary>Whether a text is one of them.</summary>
    public static bool Contains(string text) =>
        Beginnings.Any(start => text.StartsWith(start, StringComparison.Ordinal));
}
