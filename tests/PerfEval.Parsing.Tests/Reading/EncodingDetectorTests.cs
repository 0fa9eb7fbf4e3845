using System.Text;
using PerfEval.Parsing.Diagnostics;
using PerfEval.Parsing.Reading.Encodings;
using Xunit;

namespace PerfEval.Parsing.Tests.Reading;

public sealed class EncodingDetectorTests
{
    private const string Report = "根据县财政局《关于开展2021年度项目支出绩效自评工作的通知》要求，我单位对该项目的资金使用情况进行了认真自评，现将有关情况报告如下：\r\n一、项目基本情况\r\n";
    private const string Traditional = "本計畫的執行情況良好，資金使用規範，各項績效指標均已達到年初設定的目標，並經審計部門驗收合格，現將有關情況報告如下。";

    private static readonly Encoding[] Marked = [new UTF8Encoding(true), new UnicodeEncoding(false, true), new UnicodeEncoding(true, true), new UTF32Encoding(false, true), new UTF32Encoding(true, true)];

    [Fact]
    public void AByteOrderMarkDecidesAndIsNoText()
    {
        foreach (var encoding in Marked)
        {
            var decoded = Decode([.. encoding.GetPreamble(), .. encoding.GetBytes(Report)], out var log);

            Assert.Equal(Report, decoded.Text);
            Assert.Empty(log.Items);
        }
    }

    [Theory]
    [InlineData("utf-8", "utf-8")]
    [InlineData("gb18030", "gb18030")]
    [InlineData("utf-16", "utf-16")]
    [InlineData("utf-16BE", "utf-16BE")]
    public void TextWithoutAMarkIsDecodedByItsBytes(string written, string expected)
    {
        var decoded = Decode(Encode(written, Report), out var log);

        Assert.Equal((expected, Report), (decoded.Encoding, decoded.Text));
        Assert.Empty(log.Items);
    }

    [Fact]
    public void TraditionalTextIsBig5()
    {
        var decoded = Decode(TextReading.Big5.GetBytes(Traditional), out _);

        Assert.Equal(("big5", Traditional), (decoded.Encoding, decoded.Text));
    }

    [Theory]
    [InlineData("中国")]
    [InlineData("联通")]
    [InlineData("绩效评价报告")]
    [InlineData("无")]
    [InlineData("项目名称：a")]
    public void AFewCharactersOfGbkAreEnough(string text)
    {
        var decoded = Decode(TextReading.Gb18030.GetBytes(text), out _);

        Assert.Equal(("gb18030", text), (decoded.Encoding, decoded.Text));
    }

    [Theory]
    [InlineData("plain ASCII, nothing else\n")]
    [InlineData("naïve café, a little Latin")]
    [InlineData("≥95%，№ 1 — “引号”")]
    public void ShortUtf8IsNotTakenForAnythingElse(string text)
    {
        var decoded = Decode(Encoding.UTF8.GetBytes(text), out var log);

        Assert.Equal(("utf-8", text), (decoded.Encoding, decoded.Text));
        Assert.Empty(log.Items);
    }

    [Fact]
    public void Utf16WithoutAsciiIsRecognised()
    {
        var decoded = Decode(Encoding.Unicode.GetBytes("本项目的资金使用情况良好，各项指标均已完成，服务对象满意度较高。"), out _);

        Assert.Equal("utf-16", decoded.Encoding);
    }

    [Fact]
    public void AFewBrokenBytesLeaveUtf8ButAreNoted()
    {
        var bytes = Encoding.UTF8.GetBytes(string.Concat(Enumerable.Repeat(Report, 20)));
        bytes[601] = 0xFF;

        var decoded = Decode(bytes, out var log);

        Assert.Equal("utf-8", decoded.Encoding);
        Assert.Contains('\uFFFD', decoded.Text);
        Assert.Contains(log.Items, d => d.Code == DiagnosticCode.EncodingDamaged);
    }

    [Theory]
    [InlineData("utf-8")]
    [InlineData("gb18030")]
    public void ACutLastCharacterChangesNothingElse(string encoding)
    {
        var bytes = Encode(encoding, Report + "完");

        var decoded = Decode(bytes[..^1], out var log);

        Assert.Equal(encoding, decoded.Encoding);
        Assert.StartsWith(Report, decoded.Text, StringComparison.Ordinal);
        Assert.Contains(log.Items, d => d.Code == DiagnosticCode.EncodingDamaged);
    }

    [Fact]
    public void DoublyEncodedTextIsRepaired()
    {
        var once = Encoding.UTF8.GetBytes(Report);
        var misread = CodePagesEncodingProvider.Instance.GetEncoding(1252)!;

        var decoded = Decode(Encoding.UTF8.GetBytes(Latin(once, misread)), out var log);

        Assert.Equal(Report, decoded.Text);
        Assert.Contains(log.Items, d => d.Code == DiagnosticCode.TextRepaired);
    }

    [Fact]
    public void GbkReadAsLatinIsRepaired()
    {
        var decoded = Decode(Encoding.UTF8.GetBytes(Encoding.Latin1.GetString(TextReading.Gb18030.GetBytes(Report))), out _);

        Assert.Equal(Report, decoded.Text);
    }

    [Fact]
    public void AnOleFileReadAsTextIsRefused()
    {
        var ole = new byte[2048];
        new byte[] { 0xD0, 0xCF, 0x11, 0xE0, 0xA1, 0xB1, 0x1A, 0xE1 }.CopyTo(ole, 0);
        for (var i = 8; i < ole.Length; i++)
            ole[i] = (byte)(i * 37);
        var stored = Encoding.UTF8.GetBytes(Encoding.UTF8.GetString(ole));

        var error = Assert.Throws<UnreadableDocumentException>(() => Decode(stored, out _));

        Assert.Equal(UnreadableReason.Garbled, error.Reason);
    }

    [Fact]
    public void CharactersThatNoTextIsMadeOfAreRefused()
    {
        // Rare characters only: what a wrong decoding gives.
        var garbled = string.Concat(Enumerable.Range(0, 400).Select(i => (char)(0x7A00 + i * 17 % 0x1F00)));

        var error = Assert.Throws<UnreadableDocumentException>(() => Decode(Encoding.UTF8.GetBytes(garbled), out _));

        Assert.Equal(UnreadableReason.Garbled, error.Reason);
    }

    [Fact]
    public void CharactersOfTheNewestEditionLeaveThePrivateUseArea()
    {
        var decoded = Decode([.. TextReading.Gb18030.GetBytes("绩效评价的结果"), 0xFE, 0x59], out _);

        Assert.EndsWith("\u9FB4", decoded.Text, StringComparison.Ordinal);
    }

    [Fact]
    public void ALongFileMayBeDamagedBeyondTheSample()
    {
        var bytes = Encoding.UTF8.GetBytes(string.Concat(Enumerable.Repeat(Report, 4000)));
        bytes[^10] = 0xFF;

        var decoded = Decode(bytes, out var log);

        Assert.Equal("utf-8", decoded.Encoding);
        Assert.Contains(log.Items, d => d.Code == DiagnosticCode.EncodingDamaged);
    }

    private static byte[] Encode(string name, string text) => (name switch
    {
        "utf-16" => Encoding.Unicode,
        "utf-16BE" => Encoding.BigEndianUnicode,
        "gb18030" => TextReading.Gb18030,
        _ => Encoding.UTF8,
    }).GetBytes(text);

    // The five bytes that Windows-1252 leaves undefined pass as controls, as in every program that produced such text.
    private static string Latin(byte[] bytes, Encoding misread) =>
        string.Concat(bytes.Select(b => b is 0x81 or 0x8D or 0x8F or 0x90 or 0x9D ? (char)b : misread.GetString([b])[0]));

    private static DecodedText Decode(byte[] bytes, out DiagnosticLog log) => EncodingDetector.Decode(bytes, log = new DiagnosticLog());
}
