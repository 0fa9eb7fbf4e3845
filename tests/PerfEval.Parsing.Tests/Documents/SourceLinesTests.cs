using PerfEval.Parsing.Documents;
using Xunit;

namespace PerfEval.Parsing.Tests.Documents;

public sealed class SourceLinesTests
{
    private static readonly SourceLines Lines = new([new(0, 3, 20), new(4, 4, 30), new(4, 5, 50), new(9, 7, 80)]);

    [Theory]
    [InlineData(0, 3, 20)]
    [InlineData(3, 3, 23)]
    // Of two stretches that begin at one place the first is empty.
    [InlineData(4, 5, 50)]
    [InlineData(8, 5, 54)]
    [InlineData(9, 7, 80)]
    [InlineData(100, 7, 171)]
    [InlineData(-1, 3, 20)]
    public void ACharacterIsFoundInItsStretch(int start, int line, int offset) => Assert.Equal((line, offset), Lines.Find(start));

    [Fact]
    public void ABlockStandsOnAtLeastOneLine() => Assert.Throws<ArgumentException>(() => new SourceLines([]));

    [Fact]
    public void StretchesComeInOrder() => Assert.Throws<ArgumentException>(() => new SourceLines([new(4, 2, 30), new(0, 1, 20)]));

    [Fact]
    public void CharactersLeftOutShiftWhatFollows()
    {
        // abcd|efgh without b, d and e
        var without = new SourceLines([new(0, 1, 0), new(4, 2, 10)]).Without([1, 3, 4]);

        Assert.Equal([(1, 0), (1, 2), (2, 11), (2, 12), (2, 13)], Enumerable.Range(0, 5).Select(without.Find));
    }
}
