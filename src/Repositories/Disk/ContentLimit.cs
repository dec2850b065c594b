using System;
using System.Globalization;
using System.IO;
using Governance.Engine.Repository;

namespace Governance.Repositories.Disk;

/// <summary>How large a file may be to be read.</summary>
internal static class ContentLimit
{
    /// <summary>
    /// The largest content that is read as a whole, in bytes: 64 MB. Nothing a rule is about comes near it, and several files are
    /// in memory at once.
    /// </summary>
    public const long Bytes = 64L * 1024 * 1024;

    /// <summary>The content of a file that is over the limit.</summary>
    /// <param name="length">Its length in bytes.</param>
    /// <param name="open">Opens it.</param>
    public static FileContent TooLarge(long length, Func<Stream> open) =>
        FileContent.TooLarge(
            string.Create(
                CultureInfo.InvariantCulture,
                $"it is larger than {Bytes / 1024 / 1024} MB ({length / 1024.0 / 1024.0:0} MB)"
            ),
            open
        );
}
