using System.Net.Sockets;
using System.Text;
using PerfEval.Parsing.Ingestion.Inputs;
using PerfEval.Parsing.Ingestion.Records;
using Xunit;

namespace PerfEval.Parsing.Ingestion.Tests.Inputs;

/// <summary>Names and things that other programs lose: on Linux, where names are bytes. Elsewhere these tests have nothing to test.</summary>
public sealed class PathHazardTests : IDisposable
{
    private readonly RawTree _tree = new();

    public void Dispose() => _tree.Dispose();

    [Fact]
    public async Task EveryPathThatFindSeesIsAnEntryAndNoOther()
    {
        if (!OperatingSystem.IsLinux())
            return;
        MakeHazards();
        var found = Split(Shell.Run("find", _tree.Root, "!", "-type", "d", "-print0"));
        var entries = await _tree.Enumerate();
        Assert.Equal(found.Order(StringComparer.Ordinal), entries.Select(e => Convert.ToHexString(e.RawPath.Span)).Order(StringComparer.Ordinal));
        Assert.Equal(entries.Count, entries.Select(e => e.FileId).Distinct().Count());
    }

    [Fact]
    public async Task EveryRegularFileCanBeRead()
    {
        if (!OperatingSystem.IsLinux())
            return;
        MakeHazards();
        var entries = await _tree.Enumerate();
        var regular = Split(Shell.Run("find", _tree.Root, "-type", "f", "-print0"));
        var files = entries.Where(e => e.Reason is null).ToList();
        Assert.Equal(regular.Count, files.Count);
        Assert.All(files, file =>
        {
            using var content = file.Read(1 << 20, CancellationToken.None).Content;
            Assert.NotNull(content);
            Assert.Equal(file.Length, content.Length);
        });
    }

    [Fact]
    public async Task NamesInGbkAreReadable()
    {
        if (!OperatingSystem.IsLinux())
            return;
        _tree.RawDirectory(RawTree.Gbk("财政局"));
        _tree.RawFile(RawTree.Gbk("财政局"), RawTree.Gbk("绩效评价报告.txt"));
        var entry = Assert.Single(await _tree.Enumerate());
        Assert.Equal("财政局/绩效评价报告.txt", _tree.Below(entry));
        Assert.Equal(_tree.RawPath(RawTree.Gbk("财政局"), RawTree.Gbk("绩效评价报告.txt")), entry.RawPath.ToArray());
    }

    [Fact]
    public async Task NamesThatAreNoTextAndMarksThatSteerAreWrittenAsNumbers()
    {
        if (!OperatingSystem.IsLinux())
            return;
        _tree.RawFile([0xFF, (byte)'a']);
        _tree.RawFile("b\n\u001B[31m"u8.ToArray());
        _tree.RawFile(Encoding.UTF8.GetBytes("c\u202Excod.exe"));
        var entries = await _tree.Enumerate();
        Assert.Equal([@"b\x0A\x1B[31m", @"c\u202Excod.exe", @"\xFFa"], entries.Select(_tree.Below));
    }

    [Fact]
    public async Task PipesAndSocketsAreNotOpened()
    {
        if (!OperatingSystem.IsLinux())
            return;
        _tree.Pipe("pipe");
        using var socket = new Socket(AddressFamily.Unix, SocketType.Stream, ProtocolType.Unspecified);
        socket.Bind(new UnixDomainSocketEndPoint(_tree.Path("socket")));
        Assert.All(await _tree.Enumerate(), e => Assert.Equal(IngestionReason.NotRegularFile, e.Reason));
    }

    [Fact]
    public async Task AFileThatBecameAPipeOrALinkAfterItWasFoundIsNotRead()
    {
        if (!OperatingSystem.IsLinux())
            return;
        _tree.File("a");
        _tree.File("b");
        _tree.File("c");
        var entries = await _tree.Enumerate();
        File.Delete(_tree.Path("a"));
        File.Delete(_tree.Path("b"));
        File.Delete(_tree.Path("c"));
        _tree.Pipe("a");
        _tree.Link("b", "/etc/passwd");
        Assert.Equal(
            [IngestionReason.NotRegularFile, IngestionReason.SymbolicLink, IngestionReason.NotFound],
            entries.Select(e => e.Read(1 << 20, CancellationToken.None).Reason!.Value));
    }

    [Fact]
    public async Task PathsLongerThanTheSystemTakesAreReadAndListedInOrder()
    {
        if (!OperatingSystem.IsLinux())
            return;
        var name = new string('d', 250);
        var deep = string.Join('/', Enumerable.Repeat(name, 15));
        Directory.CreateDirectory(_tree.Path(deep));
        // Below there the system's calls need a shorter way: the shell walks.
        Assert.Equal(0, Shell.ExitCode("sh", "-c", $"cd '{_tree.Path(deep)}' && for i in 1 2 3 4 5; do mkdir {name} && cd -P {name} || exit 1; done && printf deep > f.txt"));
        var entry = Assert.Single(await _tree.Enumerate());
        Assert.True(entry.RawPath.Length > 4096);
        using var content = entry.Read(100, CancellationToken.None).Content;
        Assert.Equal(4, content!.Length);
        var again = Assert.Single(await _tree.Enumerate(null, IngestionRoot.FromBytes(entry.RawPath.Span)));
        Assert.Equal(entry.FileId, again.FileId);
        using var contentAgain = again.Read(100, CancellationToken.None).Content;
        Assert.Equal(4, contentAgain!.Length);
    }

    [Fact]
    public async Task DirectoriesDeeperThanFilesMayBeOpenAreWalked()
    {
        if (!OperatingSystem.IsLinux())
            return;
        var deep = string.Join('/', Enumerable.Repeat("d", 300));
        Assert.Equal(0, Shell.ExitCode("sh", "-c", $"cd '{_tree.Root}' && for i in 1 2 3 4; do mkdir -p {deep} && cd -P {deep} || exit 1; done && printf deep > f.txt && cd .. && printf up > z.txt"));
        var entries = await _tree.Enumerate();
        Assert.Equal([4L, 2L], entries.Select(e => e.Read(100, CancellationToken.None).Content!.Length));
    }

    [Fact]
    public void ADirectoryThatMayNotBeListedIsAnEntry()
    {
        if (!OperatingSystem.IsLinux())
            return;
        _tree.File("closed/a.txt");
        _tree.File("open/b.txt");
        var disk = new Unprivileged(_tree.Root);
        File.SetUnixFileMode(_tree.Path("closed"), UnixFileMode.None);
        var entries = disk.Run(() => _tree.Enumerate().GetAwaiter().GetResult());
        File.SetUnixFileMode(_tree.Path("closed"), UnixFileMode.UserRead | UnixFileMode.UserWrite | UnixFileMode.UserExecute);
        Assert.Equal([("closed", (IngestionReason?)IngestionReason.AccessDenied), ("open/b.txt", null)], entries.Select(e => (_tree.Below(e), e.Reason)));
    }

    private void MakeHazards()
    {
        _tree.RawDirectory(RawTree.Gbk("报告"));
        _tree.RawFile(RawTree.Gbk("报告"), RawTree.Gbk("一.txt"));
        _tree.RawDirectory(Encoding.UTF8.GetBytes("报告"));
        _tree.RawFile(Encoding.UTF8.GetBytes("报告"), RawTree.Gbk("一.txt"));
        // Both are U+FFFD to who decodes leniently.
        _tree.RawFile([0xFE]);
        _tree.RawFile([0xFF]);
        _tree.RawFile(Encoding.UTF8.GetBytes("é"));
        _tree.RawFile(Encoding.UTF8.GetBytes("e\u0301"));
        _tree.RawFile("line\nfeed.txt"u8.ToArray());
        _tree.RawFile([.. Enumerable.Repeat((byte)'n', 255)]);
        _tree.RawFile("back\\slash"u8.ToArray());
        _tree.RawFile(" "u8.ToArray());
        _tree.File(".hidden");
        _tree.File(".hidden-directory/.file");
        _tree.File("Case.txt");
        _tree.File("case.TXT");
        _tree.File("CON");
        Directory.CreateDirectory(_tree.Path("empty"));
        _tree.Link("loop", _tree.Root);
        _tree.Link("self", "self");
        _tree.Link("dangling", "nowhere");
        _tree.Link("to-file", "Case.txt");
        _tree.Pipe("pipe");
    }

    private static List<string> Split(byte[] paths) =>
        [.. PathList.Read(new MemoryStream(paths), nul: true).Select(root => Convert.ToHexString(root.RawPath.Span))];
}
