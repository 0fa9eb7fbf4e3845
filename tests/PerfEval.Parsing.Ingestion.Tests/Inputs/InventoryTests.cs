using PerfEval.Parsing.Ingestion.Inputs;
using PerfEval.Parsing.Ingestion.Inputs.Zips;
using PerfEval.Parsing.Ingestion.Records;
using Xunit;

namespace PerfEval.Parsing.Ingestion.Tests.Inputs;

/// <summary>Which paths are entries, in which order, and what of roots, rules, links and archives.</summary>
public sealed class InventoryTests : IDisposable
{
    private readonly RawTree _tree = new();

    public void Dispose() => _tree.Dispose();

    [Fact]
    public async Task NamesComeInTheOrderOfTheirBytesDepthFirst()
    {
        foreach (var name in new[] { "b.txt", "a/z.txt", "a/b/c.txt", "a.txt", "Z.txt", "中.txt" })
            _tree.File(name);
        Assert.Equal(["Z.txt", "a/b/c.txt", "a/z.txt", "a.txt", "b.txt", "中.txt"], await Paths());
    }

    [Fact]
    public async Task ARootMayBeAFileOrMissingOrEndWithASlash()
    {
        _tree.File("d/a.txt");
        Assert.Equal([_tree.Path("d/a.txt")], (await _tree.Enumerate(null, _tree.Path("d/a.txt"))).Select(e => e.Path));
        Assert.Equal([_tree.Path("d/a.txt")], (await _tree.Enumerate(null, _tree.Path("d") + "//")).Select(e => e.Path));
        var missing = Assert.Single(await _tree.Enumerate(null, _tree.Path("none")));
        Assert.Equal((_tree.Path("none"), IngestionReason.NotFound), (missing.Path, missing.Reason));
    }

    [Fact]
    public async Task OverlappingRootsGiveEachPathOnce()
    {
        _tree.File("a.txt");
        _tree.File("d/b.txt");
        _tree.File("d/c.txt");
        _tree.File("dd/e.txt");
        string[] expected = ["a.txt", "d/b.txt", "d/c.txt", "dd/e.txt"];
        foreach (var roots in new[] { new[] { "", "d" }, ["d", ""], ["d/b.txt", ""], ["", "d/b.txt"], ["", ""], ["d/../d", ""], ["d/*.txt", ""], ["d/*", "**/b.txt", ""], ["d/b.txt", "*/*", ""] })
        {
            var entries = await _tree.Enumerate(null, [.. roots.Select(r => (IngestionRoot)_tree.Path(r))]);
            Assert.Equal(expected, entries.Select(e => _tree.Below(e).Replace("d/../", "", StringComparison.Ordinal)).Order(StringComparer.Ordinal));
        }
    }

    [Fact]
    public async Task ThatARootWasEnumeratedAlreadyIsNoted()
    {
        _tree.File("d/a.txt");
        var inventory = new Inventory([_tree.Root, _tree.Path("d")], IngestionOptions.Default, new NoArchives());
        Assert.Single(await inventory.EnumerateAsync(CancellationToken.None).ToListAsync());
        Assert.Contains(_tree.Path("d"), Assert.Single(inventory.Notes), StringComparison.Ordinal);
    }

    [Fact]
    public async Task ARootMayBeAPattern()
    {
        foreach (var name in new[] { "2022/a.docx", "2023a/x/b.docx", "2023a/x/c.txt", "2023b/d.DOCX", "2023.docx" })
            _tree.File(name);
        Assert.Equal(["2023a/x/b.docx", "2023b/d.DOCX"], await Paths(null, "2023*/**/*.docx"));
        Assert.Equal(["2023a/x/b.docx", "2023a/x/c.txt", "2023b/d.DOCX"], await Paths(null, "2023[ab]"));
        Assert.Equal(["2022/a.docx", "2023b/d.DOCX"], await Paths(null, "{2022,2023b}/*"));
        var none = Assert.Single(await _tree.Enumerate(null, _tree.Path("2024*")));
        Assert.Equal(IngestionReason.NotFound, none.Reason);
        Assert.Equal(IngestionReason.NotFound, Assert.Single(await _tree.Enumerate(null, _tree.Path("none/*.docx"))).Reason);
    }

    [Fact]
    public async Task AFileWhoseNameLooksLikeAPatternIsThatFile()
    {
        _tree.File("[a].txt");
        _tree.File("a.txt");
        Assert.Equal(["[a].txt"], await Paths(null, "[a].txt"));
    }

    [Fact]
    public async Task WhatRulesLeaveOutIsToldWithTheRule()
    {
        foreach (var name in new[] { "a.docx", "~$a.docx", ".DS_Store", "d/Thumbs.db", "__MACOSX/d/x.docx", "tmp/b.docx", "c.tmp" })
            _tree.File(name);
        var entries = await _tree.Enumerate(IngestionOptions.Default with { Include = ["**/*.docx"], Exclude = ["tmp"] });
        Assert.Equal(
            [
                (".DS_Store", IngestionReason.SystemFile), ("__MACOSX/d/x.docx", IngestionReason.SystemFile), ("a.docx", null), ("c.tmp", IngestionReason.Excluded),
                ("d/Thumbs.db", IngestionReason.SystemFile), ("tmp/b.docx", IngestionReason.Excluded), ("~$a.docx", (IngestionReason?)IngestionReason.SystemFile),
            ],
            entries.Select(e => (_tree.Below(e), e.Reason)));
        Assert.All(entries.Where(e => e.Reason is not null), e => Assert.NotNull(e.Detail));
    }

    [Fact]
    public void APatternThatIsWronglyWrittenIsAWrongCall() =>
        Assert.Throws<ArgumentException>(() => new Inventory(["x"], IngestionOptions.Default with { Exclude = ["a{b"] }, new NoArchives()));

    [Fact]
    public async Task LinksAreSkippedUnlessTheyAreFollowed()
    {
        if (OperatingSystem.IsWindows())
            return;
        MakeLinks();
        var entries = await _tree.Enumerate();
        Assert.Equal(["d/x.txt", "x.txt"], entries.Where(e => e.Reason is null).Select(_tree.Below));
        Assert.Equal(6, entries.Count(e => e.Reason == IngestionReason.SymbolicLink));
    }

    [Fact]
    public async Task FollowedLinksStayBelowTheRootAndEndInNoCircle()
    {
        if (OperatingSystem.IsWindows())
            return;
        MakeLinks();
        var entries = await _tree.Enumerate(IngestionOptions.Default with { FollowLinks = true });
        Assert.Equal(
            [
                ("c-to-d/up", IngestionReason.SymbolicLink), ("c-to-d/x.txt", null), ("d/up", IngestionReason.SymbolicLink), ("d/x.txt", null), ("dangling", IngestionReason.NotFound),
                ("out", IngestionReason.SymbolicLink), ("to-x", null), ("x.txt", null), ("z-to-d", (IngestionReason?)IngestionReason.SymbolicLink),
            ],
            entries.Select(e => (_tree.Below(e), e.Reason)));
        using var content = entries[1].Read(100, CancellationToken.None).Content;
        Assert.Equal(1, content!.Length);
    }

    [Fact]
    public async Task MembersOfArchivesComeBeforeTheirArchiveAndCountOnce()
    {
        var inner = RawZip.Of(("x.txt", "x"u8.ToArray()));
        _tree.File("a.zip", RawZip.Of(("one.txt", "1"u8.ToArray()), ("__MACOSX/._one.txt", "m"u8.ToArray()), ("in.zip", inner)));
        _tree.File("b.dat", RawZip.Of(("two.txt", "2"u8.ToArray())));
        _tree.File("c.zip", RawZip.Of(("[Content_Types].xml", "3"u8.ToArray())));
        _tree.File("d.docx", RawZip.Of(("four.txt", "4"u8.ToArray())));
        var entries = await WithZips();
        Assert.Equal(
            [
                ("a.zip!/one.txt", false, null), ("a.zip!/__MACOSX/._one.txt", false, IngestionReason.SystemFile), ("a.zip!/in.zip!/x.txt", false, null), ("a.zip!/in.zip", true, null),
                ("a.zip", true, null), ("b.dat!/two.txt", false, null), ("b.dat", true, null), ("c.zip", false, null), ("d.docx", false, (IngestionReason?)null),
            ],
            entries.Select(e => (_tree.Below(e), e.IsArchive, e.Reason)));
        var (archive, within) = (entries[4], entries[3]);
        Assert.Equal([archive.FileId, archive.FileId, within.FileId, archive.FileId, null], entries.Take(5).Select(e => e.ContainerId));
        Assert.Equal(entries.Count, entries.Select(e => e.FileId).Distinct().Count());
        var reading = entries[2].Read(100, CancellationToken.None);
        using var content = reading.Content;
        Assert.Equal("2d711642b726b04401627ca9fbac32f5c8530fb1903cc4db02258717921a4881", reading.Sha256);
    }

    [Fact]
    public async Task IncludedPatternsHoldForMembersNotForTheirArchives()
    {
        _tree.File("a.zip", RawZip.Of(("d/one.docx", [1]), ("two.txt", [2])));
        _tree.File("c.zip", RawZip.Of(("[Content_Types].xml", [3])));
        var entries = await WithZips(IngestionOptions.Default with { Include = ["*.docx"] });
        Assert.Equal(
            [("a.zip!/d/one.docx", null), ("a.zip!/two.txt", IngestionReason.Excluded), ("a.zip", null), ("c.zip", (IngestionReason?)IngestionReason.Excluded)],
            entries.Select(e => (_tree.Below(e), e.Reason)));
        entries = await WithZips(IngestionOptions.Default with { Exclude = ["a.zip"] });
        Assert.Equal(["a.zip", "c.zip"], entries.Select(_tree.Below));
        entries = await WithZips(IngestionOptions.Default with { ExpandArchives = false });
        Assert.All(entries, e => Assert.False(e.IsArchive));
    }

    [Fact]
    public async Task AnArchiveOfWhichSomeMembersWereFoundIsDamagedOneOfWhichNoneWereIsFailed()
    {
        var whole = RawZip.Of(("a.txt", "a"u8.ToArray()), ("b.txt", "b"u8.ToArray()));
        _tree.File("half.zip", whole[..60]);
        _tree.File("none.zip", whole[..20]);
        _tree.File("no.zip", "this is no zip");
        var entries = await WithZips();
        Assert.Equal(
            [("half.zip!/a.txt", null, null), ("half.zip", null, IngestionReason.ArchiveSalvaged), ("no.zip", null, null), ("none.zip", IngestionReason.Truncated, (IngestionReason?)null)],
            entries.Select(e => (_tree.Below(e), e.Reason, e.Damage)));
    }

    [Fact]
    public async Task ManyNamesInOneDirectoryAreAllThere()
    {
        for (var i = 0; i < 3000; i++)
            _tree.File($"f{i:D5}");
        Assert.Equal(Enumerable.Range(0, 3000).Select(i => $"f{i:D5}"), await Paths());
    }

    private void MakeLinks()
    {
        _tree.File("x.txt");
        _tree.File("d/x.txt");
        _tree.Link("d/up", "..");
        _tree.Link("c-to-d", "d");
        _tree.Link("z-to-d", "d");
        _tree.Link("to-x", "x.txt");
        _tree.Link("out", "/etc");
        _tree.Link("dangling", "nowhere");
    }

    private async Task<List<string>> Paths(IngestionOptions? options = null, params string[] roots) =>
        [.. (await _tree.Enumerate(options, [.. roots.Select(r => (IngestionRoot)_tree.Path(r))])).Select(_tree.Below)];

    private async Task<List<InventoryEntry>> WithZips(IngestionOptions? options = null) =>
        await new Inventory([_tree.Root], options ?? IngestionOptions.Default, new ZipExpander(Path.GetTempPath())).EnumerateAsync(CancellationToken.None).ToListAsync();
}
