using PerfEval.Parsing.Ingestion.Inputs;
using Xunit;

namespace PerfEval.Parsing.Ingestion.Tests.Inputs;

/// <summary>Lists of paths on standard input.</summary>
public sealed class PathListTests
{
    [Fact]
    public void LinesArePathsAsTheyStand() =>
        Assert.Equal(["a b", " c", "d\r", "e"], Read("a b\n c\n\nd\r\r\ne"u8.ToArray(), nul: false));

    [Fact]
    public void PathsThatEndWithAZeroMayHoldLineFeeds() =>
        Assert.Equal(["a\nb", "c\r"], Read("a\nb\0\0c\r\0"u8.ToArray(), nul: true));

    [Fact]
    public void BytesAreTakenAsTheyAre() =>
        Assert.Equal([0xB1, 0xA8, 0xFF], PathList.Read(new MemoryStream([0xB1, 0xA8, 0xFF, 10]), nul: false).Single().RawPath.ToArray());

    [Fact]
    public void PathsMayBeLongerThanABuffer()
    {
        var path = new string('x', 200_000);
        Assert.Equal([path, path], Read(System.Text.Encoding.ASCII.GetBytes($"{path}\n{path}\n"), nul: false));
    }

    [Fact]
    public void AListOfTheOtherKindIsRefused() => Assert.Throws<InvalidDataException>(() => Read("a\0b\0"u8.ToArray(), nul: false));

    [Fact]
    public void RootsAreNeitherEmptyNorHoldZeros()
    {
        Assert.Throws<ArgumentException>(() => IngestionRoot.FromString(""));
        Assert.Throws<ArgumentException>(() => IngestionRoot.FromString("a\0b"));
        Assert.Throws<ArgumentException>(() => IngestionRoot.FromBytes([]));
        Assert.ThrowsAny<ArgumentException>(() => (IngestionRoot)(string)null!);
    }

    private static List<string> Read(byte[] list, bool nul) => PathList.Read(new MemoryStream(list), nul).Select(r => System.Text.Encoding.UTF8.GetString(r.RawPath.Span)).ToList();
}
