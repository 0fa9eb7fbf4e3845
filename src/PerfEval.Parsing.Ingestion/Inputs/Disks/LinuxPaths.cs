using System.Buffers;
using System.Runtime.InteropServices;
using Microsoft.Win32.SafeHandles;

namespace PerfEval.Parsing.Ingestion.Inputs.Disks;

/// <summary>Opens and lists by bytes.</summary>
internal static class LinuxPaths
{
    // The system takes no path of 4,096 bytes or more at once.
    private const int LongestStep = 4000;
    private const int ListBytes = 64 * 1024;

    /// <summary>Opens what lies under a path as given, however long it is; links in it are followed.</summary>
    /// <exception cref="DiskException">It cannot be opened.</exception>
    public static SafeFileHandle Open(ReadOnlySpan<byte> path, int flags)
    {
        var from = LinuxCalls.CurrentDirectory;
        while (path.Length > LongestStep && path[..LongestStep].LastIndexOf((byte)'/') is var slash and > 0)
        {
            var next = OpenAt(from, path[..slash], LinuxCalls.PathOnly | LinuxCalls.DirectoryOnly);
            Leave(from);
            from = next;
            path = path[slash..].TrimStart((byte)'/');
        }

        var opened = OpenAt(from, path, flags);
        Leave(from);
        return opened;
    }

    /// <summary>Opens what lies under a name in a directory.</summary>
    /// <exception cref="DiskException">It cannot be opened.</exception>
    public static SafeFileHandle OpenAt(SafeFileHandle directory, ReadOnlySpan<byte> name, int flags)
    {
        byte[] terminated = [.. name, 0];
        while (true)
        {
            var handle = LinuxCalls.OpenAt(directory, terminated, flags | LinuxCalls.CloseOnExec);
            if (handle >= 0)
                return new SafeFileHandle(handle, ownsHandle: true);
            var error = Marshal.GetLastPInvokeError();
            if (error != LinuxErrors.Interrupted)
                throw LinuxErrors.ToFault(error);
        }
    }

    /// <summary>The names in an open directory, in the order of their bytes; with a fault, those that were read before it.</summary>
    public static DiskListing List(SafeFileHandle directory, CancellationToken cancel)
    {
        var names = new List<byte[]>();
        var buffer = ArrayPool<byte>.Shared.Rent(ListBytes);
        try
        {
            int count;
            while ((count = LinuxCalls.List(directory, buffer)) > 0)
            {
                cancel.ThrowIfCancellationRequested();
                AddNames(buffer.AsSpan(0, count), names);
            }

            var fault = count < 0 ? LinuxErrors.ToFault(Marshal.GetLastPInvokeError()) : null;
            names.Sort((a, b) => a.AsSpan().SequenceCompareTo(b));
            return new DiskListing(names, fault);
        }
        finally
        {
            ArrayPool<byte>.Shared.Return(buffer);
        }
    }

    /// <summary>A path without links; <see langword="null"/> where there is nothing, or where it is too long for the system to say.</summary>
    public static byte[]? RealPath(ReadOnlySpan<byte> path)
    {
        var real = LinuxCalls.RealPath([.. path, 0], 0);
        if (real == 0)
            return null;
        try
        {
            unsafe
            {
                return MemoryMarshal.CreateReadOnlySpanFromNullTerminated((byte*)real).ToArray();
            }
        }
        finally
        {
            LinuxCalls.Free(real);
        }
    }

    private static void AddNames(ReadOnlySpan<byte> entries, List<byte[]> names)
    {
        // struct linux_dirent64: 8 bytes inode, 8 bytes offset, 2 bytes length of the entry, 1 byte type, the name and a zero.
        while (!entries.IsEmpty)
        {
            var length = MemoryMarshal.Read<ushort>(entries[16..]);
            var name = entries[19..length];
            name = name[..name.IndexOf((byte)0)];
            if (!name.SequenceEqual("."u8) && !name.SequenceEqual(".."u8))
                names.Add(name.ToArray());
            entries = entries[length..];
        }
    }

    private static void Leave(SafeFileHandle directory)
    {
        if (directory != LinuxCalls.CurrentDirectory)
            directory.Dispose();
    }
}
