using System.Text;

namespace PerfEval.Parsing.Ingestion.Inputs.Disks;

/// <summary>The disk of this system.</summary>
internal static class Disk
{
    /// <summary>Looks at a root, through a link if it is one: whoever names a link means what it leads to.</summary>
    public static DiskNode Root(ReadOnlySpan<byte> path)
    {
        var trimmed = Trim(path);
        return LinuxCalls.AreKnown ? LinuxNode.Root(trimmed) : new PortableNode(null, trimmed, trimmed.Length == 0 ? "." : Encoding.UTF8.GetString(trimmed)).Followed();
    }

    private static byte[] Trim(ReadOnlySpan<byte> path)
    {
        var trimmed = path.TrimEnd((byte)'/');
        return trimmed.IsEmpty && !path.IsEmpty ? path[..1].ToArray() : trimmed.ToArray();
    }
}
