using System;
using System.Buffers.Binary;
using System.IO;
using System.Runtime.InteropServices;

namespace Governance.Repositories.Disk;

/// <summary>What stands at a path of the disk; links are not followed.</summary>
internal enum DiskEntryType
{
    /// <summary>Nothing, or nothing that can be named.</summary>
    Missing,

    /// <summary>A regular file.</summary>
    File,

    /// <summary>A symbolic link.</summary>
    Link,

    /// <summary>A folder.</summary>
    Folder,

    /// <summary>A named pipe, socket or device: opening one may block or have an effect.</summary>
    Special,

    /// <summary>Something the system does not let us look at.</summary>
    Denied,
}

/// <summary>The type of a disk entry, and a regular file's length in bytes.</summary>
internal readonly record struct DiskEntry(DiskEntryType Type, long Length);

/// <summary>
/// Asks the system what stands at a path. .NET does not tell a named pipe from a file, and opening a pipe blocks, so the
/// system is asked directly: <c>statx</c> on Linux, whose record is the same on every architecture
/// (https://man7.org/linux/man-pages/man2/statx.2.html), and <c>lstat</c> on macOS. On Windows, .NET's answer will do.
/// </summary>
internal static partial class NativeStatus
{
    private const int BufferSize = 256;
    private const int TypeMask = 0xF000;
    private const int NoSuchEntry = 2;
    private const int NoFolder = 20;

    /// <summary>Looks at a path, not following a link at its end.</summary>
    public static DiskEntry Of(string path)
    {
        Span<byte> status = stackalloc byte[BufferSize];
        try
        {
            if (OperatingSystem.IsLinux())
            {
                const int CurrentFolder = -100;
                const int NoFollow = 0x100;
                const uint TypeModeAndSize = 0x203;
                return StatX(CurrentFolder, path, NoFollow, TypeModeAndSize, ref status[0]) == 0
                    ? Entry(BinaryPrimitives.ReadUInt16LittleEndian(status[28..]), BitConverter.ToInt64(status[40..]))
                    : Failed();
            }

            if (OperatingSystem.IsMacOS())
            {
                var result =
                    RuntimeInformation.ProcessArchitecture == Architecture.X64
                        ? LStatOfX64(path, ref status[0])
                        : LStat(path, ref status[0]);
                return result == 0
                    ? Entry(BinaryPrimitives.ReadUInt16LittleEndian(status[4..]), BitConverter.ToInt64(status[96..]))
                    : Failed();
            }
        }
        catch (EntryPointNotFoundException)
        {
            // A C library from before statx (2018). What .NET knows is what there is.
        }

        return Managed(path);
    }

    private static DiskEntry Entry(int mode, long length) =>
        (mode & TypeMask) switch
        {
            0x8000 => new(DiskEntryType.File, length),
            0xA000 => new(DiskEntryType.Link, length),
            0x4000 => new(DiskEntryType.Folder, 0),
            _ => new(DiskEntryType.Special, 0),
        };

    private static DiskEntry Failed() =>
        Marshal.GetLastPInvokeError() is NoSuchEntry or NoFolder
            ? new(DiskEntryType.Missing, 0)
            : new(DiskEntryType.Denied, 0);

    private static DiskEntry Managed(string path)
    {
        var info = new FileInfo(path);
        var attributes = info.Attributes;
        return (int)attributes == -1 ? new(DiskEntryType.Missing, 0)
            : info.LinkTarget is not null ? new(DiskEntryType.Link, 0)
            : attributes.HasFlag(FileAttributes.Directory) ? new(DiskEntryType.Folder, 0)
            : new(DiskEntryType.File, info.Length);
    }

    [LibraryImport("libc", EntryPoint = "statx", SetLastError = true, StringMarshalling = StringMarshalling.Utf8)]
    private static partial int StatX(int folder, string path, int flags, uint mask, ref byte status);

    [LibraryImport("libc", EntryPoint = "lstat", SetLastError = true, StringMarshalling = StringMarshalling.Utf8)]
    private static partial int LStat(string path, ref byte status);

    [LibraryImport(
        "libc",
        EntryPoint = "lstat$INODE64",
        SetLastError = true,
        StringMarshalling = StringMarshalling.Utf8
    )]
    private static partial int LStatOfX64(string path, ref byte status);
}
