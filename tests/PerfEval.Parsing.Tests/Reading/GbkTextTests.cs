using System.Text;
using PerfEval.Parsing.Reading.Encodings;
using Xunit;

namespace PerfEval.Parsing.Tests.Reading;

/// <summary>The table must decode as the runtime does, or not at all.</summary>
public sealed class GbkTextTests
{
    [Fact]
    public void EveryPairOfBytesIsDecodedAsTheRuntimeDoesOrLeftToIt()
    {
        var decoded = 0;
        for (var first = 0; first <= 0xFF; first++)
            for (var second = 0; second <= 0xFF; second++)
                decoded += AgreesWithTheRuntime([(byte)'a', (byte)first, (byte)second, (byte)'1']) ? 1 : 0;

        Assert.Equal((126 * 190) + (128 * 128), decoded);
    }

    [Fact]
    public void OtherBytesAmongTheTextAreLeftToTheRuntime()
    {
        foreach (var more in (ReadOnlySpan<byte[]>)[[0x84, 0x31, 0xA4, 0x37], [0x81, 0x30, 0x81, 0x30], [0x95, 0x32, 0x82, 0x36], [0x80], [0xFF], [0xB2]])
            Assert.False(AgreesWithTheRuntime([.. "绩效"u8, .. TextReading.Gb18030.GetBytes("评价"), .. more]));
    }

    [Fact]
    public void ASampleThatEndsWithinACharacterIsDecodedAsTheRuntimeDoes()
    {
        for (var last = 0; last <= 0xFF; last++)
        {
            byte[] bytes = [.. TextReading.Gb18030.GetBytes("绩效评价报告"), (byte)last];

            Assert.Equal(Runtime(bytes), ChineseEncodings.Gb18030.Decode(bytes));
        }
    }

    private static bool AgreesWithTheRuntime(byte[] bytes)
    {
        if (GbkText.Decode(bytes) is not { } text)
            return false;
        Assert.Equal(Runtime(bytes), text);
        return true;
    }

    private static string Runtime(byte[] bytes) => Gb18030Edition2022.Apply(
        CodePagesEncodingProvider.Instance.GetEncoding("gb18030", EncoderFallback.ReplacementFallback, new DecoderReplacementFallback("\uFFFD"))!.GetString(bytes));
}
