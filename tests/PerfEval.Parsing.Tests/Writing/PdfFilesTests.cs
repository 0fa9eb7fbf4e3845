using System.IO.Compression;
using CsCheck;
using PerfEval.Parsing.Writing.Packages;
using PerfEval.Parsing.Writing.Pdf.Layout;
using Xunit;

namespace PerfEval.Parsing.Tests.Writing;

/// <summary>The small parts under the PDF writer: packing, and where lines end.</summary>
public sealed class PdfFilesTests
{
    [Fact]
    public void WhatIsPackedIsUnpackedByAnybody() =>
        Gen.Select(Gen.Byte[0, 7].Array[0, 400], Gen.Byte.Array[0, 400], Gen.Int[1, 40], (few, any, times) => Enumerable.Repeat((byte[])[.. few, .. any], times).SelectMany(b => b).ToArray())
            .Sample(bytes => Unpacked(StableDeflate.Pack(bytes)).SequenceEqual(bytes), iter: 200);

    [Fact]
    public void RepetitionTakesNoRoom() => Assert.InRange(StableDeflate.Pack(new byte[100_000]).Length, 1, 800);

    [Fact]
    public void VeryUnevenCountsGiveNoWordTooLong()
    {
        var counts = new int[40];
        (counts[0], counts[1]) = (1, 1);
        for (var i = 2; i < counts.Length; i++)
            counts[i] = counts[i - 1] + counts[i - 2];

        var code = new PrefixCode(counts, 15);

        Assert.InRange(code.Lengths.Max(), 1, 15);
        Assert.Equal(1, code.Lengths.Sum(l => Math.Pow(2, -l)), 6);
    }

    [Theory]
    [InlineData('绩', '效', true)]
    [InlineData('绩', '，', false)]
    [InlineData('效', '》', false)]
    [InlineData('《', '办', false)]
    [InlineData('（', '一', false)]
    [InlineData('1', '2', false)]
    [InlineData('a', 'b', false)]
    [InlineData('绩', 'a', true)]
    [InlineData('a', ' ', false)]
    [InlineData(' ', 'a', true)]
    [InlineData('9', '%', false)]
    [InlineData('绩', '\u0301', false)]
    public void LinesEndWhereTheyMay(char before, char after, bool mayEnd) => Assert.Equal(mayEnd, LineBreaker.MayEnd(before, after));

    [Fact]
    public void NoClosingMarkBeginsALineAndNoOpeningOneEndsIt()
    {
        var text = string.Concat(Enumerable.Repeat("绩效，《办法》（试行）的评价。“好”", 40)).Select(c => new ShapedCharacter(c, default, 1)).ToArray();
        for (var width = 5; width < 30; width++)
            Assert.All(LineBreaker.Break(text, width, width), line =>
            {
                Assert.DoesNotContain((char)text[line.Start].Character, "，》）。”");
                Assert.DoesNotContain((char)text[line.End - 1].Character, "《（“");
                Assert.InRange(line.End - line.Start, 1, width);
            });
    }

    [Fact]
    public void ACharacterWiderThanItsLineHasALineOfItsOwn() =>
        Assert.Equal([(0, 1), (1, 2)], LineBreaker.Break(new[] { new ShapedCharacter('绩', default, 9), new ShapedCharacter('效', default, 9) }, 2, 2));

    [Fact]
    public void SpacesAreOnLinesAsAllElse()
    {
        var text = "a     b       c d".Select(c => new ShapedCharacter(c, default, 0.5)).ToArray();

        var lines = LineBreaker.Break(text, 1, 1);

        Assert.Equal(text.Length, lines.Sum(l => l.End - l.Start));
        Assert.All(lines, line => Assert.InRange(line.End - line.Start, 1, 3));
    }

    private static byte[] Unpacked(byte[] packed)
    {
        using var stream = new ZLibStream(new MemoryStream(packed), CompressionMode.Decompress);
        using var bytes = new MemoryStream();
        stream.CopyTo(bytes);
        return bytes.ToArray();
    }
}
