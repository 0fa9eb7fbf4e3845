using System.Runtime.InteropServices;
using System.Text;
using PerfEval.Parsing.Ingestion.Inputs;

namespace PerfEval.Parsing.Ingestion.Tests.Inputs;

/// <summary>A directory for one test, in which things are made under names that are bytes. Removed with all that lies in it.</summary>
internal sealed class RawTree : IDisposable
{
    public RawTree() => Root = Directory.CreateTempSubdirectory("perfeval-inputs-").FullName;

    public string Root { get; }

    public static byte[] Gbk(string text) => CodePagesEncodingProvider.Instance.GetEncoding("gb18030")!.GetBytes(text);

    public byte[] RawPath(params byte[][] names) => [.. Encoding.UTF8.GetBytes(Root), .. names.SelectMany(name => new byte[] { (byte)'/' }.Concat(name))];

    public string Path(string name) => System.IO.Path.Combine(Root, name);

    public void File(string name, string content = "x") => File(name, Encoding.UTF8.GetBytes(content));

    public void File(string name, byte[] content)
    {
        Directory.CreateDirectory(System.IO.Path.GetDirectoryName(Path(name))!);
        System.IO.File.WriteAllBytes(Path(name), content);
    }

    public void RawFile(params byte[][] names)
    {
        const int WriteAndCreate = 0x41;
        var handle = open([.. RawPath(names), 0], WriteAndCreate, 0x1A4);
        Assert(handle >= 0);
        Assert(write(handle, [(byte)'x'], 1) == 1);
        Assert(close(handle) == 0);
    }

    public void RawDirectory(params byte[][] names) => Assert(mkdir([.. RawPath(names), 0], 0x1ED) == 0);

    public void Pipe(string name) => Assert(mkfifo([.. Encoding.UTF8.GetBytes(Path(name)), 0], 0x1A4) == 0);

    public void Link(string name, string target) => System.IO.File.CreateSymbolicLink(Path(name), target);

    public async Task<List<InventoryEntry>> Enumerate(IngestionOptions? options = null, params IngestionRoot[] roots)
    {
        var entries = new List<InventoryEntry>();
        var inventory = new Inventory(roots.Length == 0 ? [Root] : roots, options ?? IngestionOptions.Default, new NoArchives());
        await foreach (var entry in inventory.EnumerateAsync(CancellationToken.None))
            entries.Add(entry);
        return entries;
    }

    /// <summary>A path below the root, as it is read.</summary>
    public string Below(InventoryEntry entry) => entry.Path.StartsWith(Root + "/", StringComparison.Ordinal) ? entry.Path[(Root.Length + 1)..] : entry.Path;

    // The runtime cannot remove what it cannot name.
    public void Dispose() => Shell.Run("rm", "-rf", Root);

    private static void Assert(bool worked)
    {
        if (!worked)
            throw new IOException($"The tree could not be made (error {Marshal.GetLastPInvokeError()}).");
    }

    [DllImport("libc", SetLastError = true)]
    private static extern int open(byte[] path, int flags, int mode);

    [DllImport("libc", SetLastError = true)]
    private static extern nint write(int handle, byte[] bytes, nint count);

    [DllImport("libc", SetLastError = true)]
    private static extern int close(int handle);

    [DllImport("libc", SetLastError = true)]
    private static extern int mkdir(byte[] path, int mode);

    [DllImport("libc", SetLastError = true)]
    private static extern int mkfifo(byte[] path, int mode);
}
