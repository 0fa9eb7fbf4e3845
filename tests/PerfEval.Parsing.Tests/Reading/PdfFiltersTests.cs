using System.Text;
using PerfEval.Parsing.Diagnostics;
using PerfEval.Parsing.Reading;
using PerfEval.Parsing.Reading.Pdf.Files;
using PerfEval.Parsing.Tests.Support;
using UglyToad.PdfPig.Tokens;
using Xunit;

namespace PerfEval.Parsing.Tests.Reading;

public sealed class PdfFiltersTests
{
    private static readonly byte[] Text = Encoding.ASCII.GetBytes(string.Concat(Enumerable.Range(0, 900).Select(i => $"{i * 7919 % 1000} {i % 13} m ")));

    [Theory]
    [InlineData("/ASCIIHexDecode")]
    [InlineData("/ASCII85Decode")]
    [InlineData("/RunLengthDecode")]
    [InlineData("/LZWDecode")]
    [InlineData("/FlateDecode")]
    [InlineData("[/ASCIIHexDecode /FlateDecode]")]
    public void ContentIsUnpacked(string filter)
    {
        var fixture = new PdfFixture();
        var content = Encoding.ASCII.GetBytes($"BT /F1 12 Tf 94 700 Td <{fixture.Codes("正文")}> Tj ET");
        var stream = fixture.Stream($"/Filter {filter}", filter switch
        {
            "/ASCIIHexDecode" => Hexadecimal(content),
            "/ASCII85Decode" => Ascii85(content),
            "/RunLengthDecode" => [.. content.Chunk(128).SelectMany(c => c.Prepend((byte)(c.Length - 1))), 128],
            "/LZWDecode" => LzwPacked(content, early: 1),
            "/FlateDecode" => PdfFixture.Deflate(content),
            _ => Hexadecimal(PdfFixture.Deflate(content)),
        });

        var (document, log) = fixture.Page(p => p.Contents = $"{stream} 0 R").Read();
        Assert.Equal("正文", Assert.Single(document.Blocks).Text);
        Assert.Empty(log.Items);
    }

    [Theory]
    [InlineData(0)]
    [InlineData(1)]
    public void LzwIsUnpackedWithEitherChangeOfWidth(int early)
    {
        var (bytes, log) = Run(Lzw.Decode, LzwPacked(Text, early), ("EarlyChange", early));

        Assert.Equal(Text, bytes);
        Assert.Empty(log.Items);
    }

    [Fact]
    public void LzwUnpacksALongRun()
    {
        var run = new byte[100_000];

        Assert.Equal(run, Run(Lzw.Decode, LzwPacked(run, early: 1)).Bytes);
    }

    [Fact]
    public void ACodeOfLzwThatIsNotThereYetIsDamage()
    {
        // Clear (256), then the code 300, of nine bits each.
        var (bytes, log) = Run(Lzw.Decode, [0x80, 0x4B, 0x00]);

        Assert.Empty(bytes);
        Assert.Equal([DiagnosticCode.StreamCorrupt], log.Codes());
    }

    [Theory]
    [InlineData("02616263", "abc")]
    [InlineData("FE61", "aaa")]
    [InlineData("0061FF6200638063", "abbc")]
    [InlineData("056162", "ab")]
    [InlineData("FF", "")]
    [InlineData("", "")]
    public void RunLengthsAreUnpacked(string packed, string expected) =>
        Assert.Equal(expected, Encoding.ASCII.GetString(Run(RunLength.Decode, Convert.FromHexString(packed)).Bytes));

    [Fact]
    public void AFilterStopsWhereTheBudgetDoes()
    {
        var limits = new ParseLimits { MaxPartBytes = 1000 };
        foreach (var (decode, packed) in new (Action<ReadOnlyMemory<byte>, DictionaryToken, FilterOutput>, byte[])[]
        {
            (Flate.Decode, PdfFixture.Deflate(new byte[5000])), (Lzw.Decode, LzwPacked(new byte[5000], early: 1)), (RunLength.Decode, [.. Enumerable.Repeat((byte)129, 100)]),
        })
        {
            var (bytes, log) = Run(decode, packed, limits);

            Assert.Equal(1000, bytes.Length);
            Assert.Equal([DiagnosticCode.LimitReached], log.Codes());
        }
    }

    [Fact]
    public void FlateDataWithBytesBehindItIsSound()
    {
        var (bytes, log) = Run(Flate.Decode, [.. PdfFixture.Deflate(Text), (byte)'\r', (byte)'\n']);

        Assert.Equal(Text, bytes);
        Assert.Empty(log.Items);
    }

    [Fact]
    public void NoDataIsNoDamage()
    {
        var (bytes, log) = Run(Flate.Decode, []);

        Assert.Empty(bytes);
        Assert.Empty(log.Items);
    }

    [Theory]
    [InlineData(0)]
    [InlineData(1)]
    [InlineData(2)]
    [InlineData(3)]
    [InlineData(4)]
    public void EachRowFilterOfPngIsUndone(int filter)
    {
        byte[] plain = [10, 20, 30, 40, 50, 60, 12, 25, 33, 47, 58, 61, 200, 100, 50, 25, 12, 6];

        Assert.Equal(plain, Predictor.Undo(PngPacked(plain, row: 6, pixel: 3, filter), Parameters(("Predictor", 15), ("Colors", 3), ("Columns", 2))).ToArray());
    }

    [Fact]
    public void ARowOfPngThatIsCutKeepsWhatItHas()
    {
        byte[] plain = [1, 2, 3, 4, 5, 6];

        Assert.Equal([1, 2, 3, 4, 5], Predictor.Undo(PngPacked(plain, row: 3, pixel: 1, filter: 2).AsMemory()[..^1].ToArray(), Parameters(("Predictor", 12), ("Columns", 3))).ToArray());
    }

    [Fact]
    public void TheDifferencesOfTiffAreUndone() =>
        Assert.Equal([10, 20, 15, 30, 5, 6, 8, 9], Predictor.Undo(new byte[] { 10, 20, 5, 10, 5, 6, 3, 3 }, Parameters(("Predictor", 2), ("Colors", 2), ("Columns", 2))).ToArray());

    [Theory]
    [InlineData(1, 1)]
    [InlineData(12, 0)]
    [InlineData(12, -5)]
    [InlineData(12, 2_000_000_000)]
    public void AbsurdRowsAreLeftAsTheyAre(int predictor, int columns) =>
        Assert.Equal([2, 1, 1], Predictor.Undo(new byte[] { 2, 1, 1 }, Parameters(("Predictor", predictor), ("Columns", columns))).ToArray());

    [Fact]
    public void PredictedContentIsRead()
    {
        var fixture = new PdfFixture();
        var content = Encoding.ASCII.GetBytes($"BT /F1 12 Tf 94 700 Td <{fixture.Codes("正文")}> Tj ET").ToList();
        while (content.Count % 8 != 0)
            content.Add((byte)' ');
        var stream = fixture.Stream("/Filter /FlateDecode /DecodeParms << /Predictor 12 /Columns 8 >>", PdfFixture.Deflate(PngPacked([.. content], 8, 1, filter: 2)));

        Assert.Equal(["正文"], fixture.Page(p => p.Contents = $"{stream} 0 R").Texts());
    }

    private static (byte[] Bytes, DiagnosticLog Log) Run(Action<ReadOnlyMemory<byte>, DictionaryToken, FilterOutput> decode, byte[] packed, params (string, int)[] parameters) =>
        Run(decode, packed, ParseLimits.Default, parameters);

    private static (byte[] Bytes, DiagnosticLog Log) Run(
        Action<ReadOnlyMemory<byte>, DictionaryToken, FilterOutput> decode, byte[] packed, ParseLimits limits, params (string, int)[] parameters)
    {
        var log = new DiagnosticLog();
        var output = new FilterOutput(new FilterBudget(new ReadContext(limits, log, CancellationToken.None)));
        decode(packed, Parameters(parameters), output);
        return (output.Finish().ToArray(), log);
    }

    private static DictionaryToken Parameters(params (string Name, int Value)[] entries) =>
        new(entries.ToDictionary(e => NameToken.Create(e.Name), e => (IToken)new NumericToken(e.Value)));

    private static byte[] Hexadecimal(byte[] data) => Encoding.ASCII.GetBytes(Convert.ToHexString(data) + ">");

    private static byte[] Ascii85(byte[] data)
    {
        var text = new StringBuilder();
        foreach (var group in data.Chunk(4))
        {
            var value = group.Concat(new byte[4]).Take(4).Aggregate(0u, (sum, b) => sum << 8 | b);
            var digits = new char[5];
            for (var i = 4; i >= 0; i--, value /= 85)
                digits[i] = (char)('!' + value % 85);
            text.Append(digits, 0, group.Length + 1);
        }

        return Encoding.ASCII.GetBytes(text + "~>");
    }

    /// <summary>Data as LZWDecode packs it; <paramref name="early"/> says how much too soon codes get longer.</summary>
    private static byte[] LzwPacked(byte[] data, int early)
    {
        var codes = new Dictionary<string, int>();
        var bits = new StringBuilder();
        int next = 258, width = 9;
        Put(256);
        var pending = "";
        foreach (var value in data)
        {
            var longer = pending + (char)value;
            if (longer.Length == 1 || codes.ContainsKey(longer))
            {
                pending = longer;
                continue;
            }

            Put(CodeOf(pending));
            codes[longer] = next++;
            // The reader's table is one entry behind the writer's.
            width = next - 1 + early >= 2048 ? 12 : next - 1 + early >= 1024 ? 11 : next - 1 + early >= 512 ? 10 : 9;
            if (next == 4094)
            {
                Put(256);
                codes.Clear();
                (next, width) = (258, 9);
            }

            pending = longer[^1..];
        }

        if (pending.Length > 0)
            Put(CodeOf(pending));
        width = next + early >= 2048 ? 12 : next + early >= 1024 ? 11 : next + early >= 512 ? 10 : 9;
        Put(257);
        return [.. bits.ToString().Chunk(8).Select(b => Convert.ToByte(new string(b).PadRight(8, '0'), 2))];

        int CodeOf(string text) => text.Length == 1 ? text[0] : codes[text];

        void Put(int code) => bits.Append(Convert.ToString(code, 2).PadLeft(width, '0'));
    }

    private static byte[] PngPacked(byte[] plain, int row, int pixel, int filter)
    {
        var packed = new List<byte>();
        for (var start = 0; start < plain.Length; start += row)
        {
            packed.Add((byte)filter);
            for (var i = 0; i < row; i++)
            {
                int left = i >= pixel ? plain[start + i - pixel] : 0, up = start > 0 ? plain[start - row + i] : 0;
                var corner = start > 0 && i >= pixel ? plain[start - row + i - pixel] : 0;
                // Of the three neighbours Paeth takes the one nearest to left + up - corner, in this order.
                var paeth = new[] { left, up, corner }.MinBy(n => Math.Abs(left + up - corner - n));
                packed.Add((byte)(plain[start + i] - filter switch { 1 => left, 2 => up, 3 => (left + up) / 2, 4 => paeth, _ => 0 }));
            }
        }

        return [.. packed];
    }
}
