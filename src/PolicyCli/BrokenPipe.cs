using System.IO;

namespace Governance.PolicyCli;

/// <summary>Tells a closed pipe from other errors of writing.</summary>
internal static class BrokenPipe
{
    private const int LinuxAndMacErrno = 32;
    private const int WindowsErrorBrokenPipe = unchecked((int)0x8007006D);
    private const int WindowsErrorNoData = unchecked((int)0x800700E8);

    /// <summary>EPIPE, ERROR_BROKEN_PIPE or ERROR_NO_DATA.</summary>
    public static bool Is(IOException exception) =>
        exception.HResult is LinuxAndMacErrno or WindowsErrorBrokenPipe or WindowsErrorNoData;
}
