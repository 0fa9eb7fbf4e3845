using PerfEval.Parsing.Evaluation.Values;
using PerfEval.Parsing.Tests.Support;
using Xunit;

namespace PerfEval.Parsing.Evaluation.Tests.Values;

public sealed class MatchingBlocksTests
{
    /// <summary>matching-blocks.txt: two texts and the places that Python's difflib.SequenceMatcher (autojunk=False) matches in them.</summary>
    public static TheoryData<string, string, string> Known
    {
        get
        {
            var data = new TheoryData<string, string, string>();
            foreach (var line in Repository.Read("tests/PerfEval.Parsing.Evaluation.Tests/Values/matching-blocks.txt").Split('\n').Where(line => line.Length > 0).Select(line => line.Split('\t')))
                data.Add(line[0], line[1], line[2]);
            return data;
        }
    }

    [Theory]
    [MemberData(nameof(Known))]
    public void TheSamePlacesMatchAsInTheWellKnownAlgorithm(string first, string second, string places) =>
        Assert.Equal(places, string.Join(' ', MatchingBlocks.Pairs(first.ToCharArray(), second.ToCharArray()).Select(pair => $"{pair.First}-{pair.Second}")));

    [Fact]
    public void LongListsOfDifferentItemsTakeNoTimeToSpeakOf()
    {
        int[] first = [.. Enumerable.Range(0, 200_000)];

        Assert.Equal(199_999, MatchingBlocks.Pairs(first, [.. first.Where(n => n != 100_000)]).Count());
    }
}
