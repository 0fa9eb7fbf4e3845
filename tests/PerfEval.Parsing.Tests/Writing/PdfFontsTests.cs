using PerfEval.Parsing.Diagnostics;
using PerfEval.Parsing.Tests.Support;
using PerfEval.Parsing.Writing.Pdf.Fonts;
using Xunit;
using static PerfEval.Parsing.Tests.Writing.PdfWriting;

namespace PerfEval.Parsing.Tests.Writing;

/// <summary>Which fonts are taken, what becomes of them, and what is said of those that cannot be used.</summary>
public sealed class PdfFontsTests(FontFiles fonts) : IClassFixture<FontFiles>
{
    [Fact]
    public void AFontThatIsNotThereIsSaidToBe() => Assert.Equal(UnwritableReason.FontUnreadable, Reason(Path.Combine(fonts.Folder, "none.ttf")));

    [Fact]
    public void AFileThatIsNoFontIsSaidToBe() => Assert.Equal(UnwritableReason.FontUnreadable, Reason(fonts.Add("no.ttf", "no font at all"u8.ToArray())));

    [Fact]
    public void AFontThatMayNotBeEmbeddedIsNot() => Assert.Equal(UnwritableReason.FontRestricted, Reason(fonts.Add("mine.ttf", FontFixture.Restricted())));

    [Fact]
    public void ACollectionHasOnlyTheFontsThatItHas()
    {
        var path = fonts.Add("two.ttc", FontFixture.Collection(FontFixture.Latin(), FontFixture.TrueType()));

        FontFiles.Of(path, index: 1).AssertComesBack(Body("绩效"));
        Assert.Equal(UnwritableReason.FontUnreadable, Reason(path, 2));
        Assert.Equal(UnwritableReason.FontUnreadable, Reason(fonts.TrueType, 1));
    }

    [Fact]
    public void ADamagedFontGivesTheOneException()
    {
        foreach (var whole in (byte[][])[FontFixture.Latin(), FontFixture.Cff()])
            for (var i = 0; i < 60; i++)
            {
                var damaged = (byte[])whole.Clone();
                damaged[i * 7 % 300] ^= 0x55;
                if (i % 10 == 0)
                    damaged = damaged[..(damaged.Length * (i + 1) / 80)];
                try
                {
                    Assert.NotEmpty(FontFiles.Of(fonts.Add($"damaged{i}.ttf", damaged)).Bytes(Body("绩效 ab")));
                }
                catch (UnwritableReportException error)
                {
                    Assert.NotEqual(UnwritableReason.FontMissing, error.Reason);
                }
            }
    }

    [Fact]
    public void InstalledFontsAreTakenInAFixedOrder()
    {
        var folder = Directory.CreateDirectory(Path.Combine(fonts.Folder, "installed", "deep")).Parent!;
        foreach (var name in (string[])["deep/NotoSansCJK-Regular.ttc", "simsun.ttc", "deep/simfang.ttf", "other.ttf"])
            File.WriteAllBytes(Path.Combine(folder.FullName, name), []);

        var found = InstalledFonts.Find([Path.Combine(fonts.Folder, "nowhere"), folder.FullName]);

        Assert.Equal([("simfang.ttf", 0), ("simsun.ttc", 0), ("NotoSansCJK-Regular.ttc", 2)], found.Select(f => (Path.GetFileName(f.Path), f.Index)));
    }

    [Fact]
    public void AFontThatWasChangedIsReadAnew()
    {
        var path = fonts.Add("changing.ttf", FontFixture.Latin());
        var writer = FontFiles.Of(path);
        Assert.NotEmpty(writer.Bytes(Body("ab")));

        File.WriteAllBytes(path, FontFixture.Restricted());

        Assert.Throws<UnwritableReportException>(() => writer.Bytes(Body("ab")));
    }

    [Fact]
    public void ASubsetIsAFontOfItsOwn()
    {
        var face = new FontFace(FontFixture.TrueType(), 0);
        var composed = face.Glyph('é');

        // The composed glyph brings its two parts along.
        var outlines = new SfntFile(new FontBytes(face.Program([0, composed])), 0);

        Assert.Equal(4, outlines["maxp"].U16(4));
        Assert.Equal([2, 3], new[] { 12, 20 }.Select(at => outlines["glyf"].From(outlines["loca"].U32(4)).U16(at)));
    }

    [Fact]
    public void ACffSubsetCarriesWhatItsSubroutinesDraw()
    {
        var face = new FontFace(FontFixture.Cff(), 0);
        var program = face.Program([0, face.Glyph('绩'), FontFace.Blank]);

        var again = new CffFont(new FontBytes(program));

        Assert.InRange(program.Length, 1, 400);
        Assert.Equal(program, again.Program([0, 1, 2], face.Name, []));
    }

    [Fact]
    public void ASubroutineIsPutWhereItIsCalled()
    {
        var local = new CffIndex(new FontBytes(CffIndex.Write([[140, 22, 11]])), 0);
        var global = new CffIndex(new FontBytes(CffIndex.Write([[141, 32, 10, 11]])), 0);

        // 1 hstem with two edges, the mask of one stem, then a call of a subroutine that calls another.
        byte[] glyph = [139, 139, 1, 19, 0x80, 32, 29, 14];

        Assert.Equal([139, 139, 1, 19, 0x80, 141, 140, 22, 14], new CharStringFlattener(global, local).Flatten(new FontBytes(glyph)));
    }

    [Fact]
    public void ASubroutineThatCallsItselfIsDamage()
    {
        var local = new CffIndex(new FontBytes(CffIndex.Write([[32, 10]])), 0);

        Assert.Throws<InvalidDataException>(() => new CharStringFlattener(local, local).Flatten(new FontBytes(new byte[] { 32, 10, 14 })));
    }

    private static UnwritableReason Reason(string path, int index = 0)
    {
        var error = Assert.Throws<UnwritableReportException>(() => FontFiles.Of(path, index: index).Bytes(Body("绩效")));
        Assert.NotEmpty(error.Message);
        return error.Reason;
    }
}
