using PerfEval.Parsing.Documents;
using PerfEval.Parsing.Tests.Reading;
using PerfEval.Parsing.Tests.Support;
using PerfEval.Parsing.Writing.Pdf;
using UglyToad.PdfPig;
using Xunit;

namespace PerfEval.Parsing.Tests.Writing;

/// <summary>What the tests of the PDF writer share: a font in a file, and blocks.</summary>
public sealed class FontFiles : IDisposable
{
    private readonly string _folder = Directory.CreateTempSubdirectory("fonts").FullName;
    private readonly Lazy<string> _trueType;
    private readonly Lazy<string> _cff;
    private readonly Lazy<PdfReportWriter> _writer;

    // Tests ask from many threads at once; a file must not be written while another reads it.
    public FontFiles()
    {
        _trueType = new(() => Add("boxes.ttf", FontFixture.TrueType()));
        _cff = new(() => Add("boxes.otf", FontFixture.Cff()));
        _writer = new(() => Of(TrueType));
    }

    internal string TrueType => _trueType.Value;

    internal string Cff => _cff.Value;

    internal string Folder => _folder;

    internal PdfReportWriter Writer => _writer.Value;

    internal static PdfReportWriter Of(string font, string? fallback = null, int index = 0) => new(new PdfWriterOptions { FontFile = font, FontIndex = index, FallbackFontFile = fallback });

    internal string Add(string name, byte[] bytes)
    {
        var path = Path.Combine(_folder, name);
        File.WriteAllBytes(path, bytes);
        return path;
    }

    public void Dispose() => Directory.Delete(_folder, recursive: true);
}

internal static class PdfWriting
{
    internal static Paragraph P(DeclaredPart part, string text, int? level = null) => new() { Declared = part, Text = text, Style = new TextStyle { OutlineLevel = level } };

    internal static Paragraph Body(string text) => P(DeclaredPart.Content, text);

    internal static Paragraph Heading(int level, string text) => P(DeclaredPart.Heading, text, level);

    internal static Table Table(params TableRow[] rows) => new(rows) { Declared = DeclaredPart.Content };

    internal static TableRow Row(params string[] cells) => new([.. cells.Select(c => new TableCell(c))]);

    internal static byte[] Bytes(this PdfReportWriter writer, params IReadOnlyList<Block> blocks)
    {
        using var stream = new MemoryStream();
        writer.Write(blocks, "标题", stream);
        return stream.ToArray();
    }

    /// <summary>Writes blocks and opens the file with another library.</summary>
    internal static PdfDocument Open(this PdfReportWriter writer, params IReadOnlyList<Block> blocks) => PdfDocument.Open(writer.Bytes(blocks));

    internal static void AssertComesBack(this PdfReportWriter writer, params IReadOnlyList<Block> blocks)
    {
        var (document, log) = PdfReading.Read(writer.Bytes(blocks));
        Assert.True(document.IsDeclared);
        Assert.Empty(log.Items);
        Assert.Equal(blocks.Select(Dump), document.Blocks.Select(Dump));
    }

    internal static string Dump(Block block) => $"{block.GetType().Name} {block.Declared} "
        + (block is Paragraph { Declared: DeclaredPart.Heading or DeclaredPart.Supplement } paragraph ? $"{paragraph.Style.OutlineLevel} " : "")
        + (block is Table table ? string.Join('\n', table.Rows.Select(r => (r.IsHeader ? "head " : "") + string.Join('|', r.Cells.Select(c => $"{c.RowSpan}x{c.ColumnSpan} {c.Text}")))) : block.Text);
}

/// <summary>A test that needs a Chinese font that is installed.</summary>
internal sealed class InstalledFontFactAttribute : FactAttribute
{
    public InstalledFontFactAttribute() => Skip = Parsing.Writing.Pdf.Fonts.InstalledFonts.Find().Count == 0 ? "No font with Chinese characters is installed." : null;
}
