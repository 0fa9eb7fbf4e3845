using System.Globalization;
using System.IO.Compression;
using System.Text;

namespace PerfEval.Parsing.Tests.Support;

/// <summary>
/// Builds a small PDF in memory. Its two standard fonts, F1 (SimSun) and F2 (SimHei-Bold), number characters as they come and say what they show;
/// ideographs are one em wide, ASCII half of it. Objects and fonts of any other shape are given as they stand in a file.
/// </summary>
internal sealed class PdfFixture
{
    private const int CatalogNumber = 1;
    private const int TreeNumber = 2;

    private readonly List<(string Head, byte[]? Data)> _objects = [("", null), ("", null)];
    private readonly List<int> _pages = [];
    private readonly List<(string Name, int Number)> _fonts = [];
    private readonly Dictionary<char, int> _codes = [];
    private string _catalog = "";
    private string? _tree;
    private string? _password;
    private string? _widths;
    private bool _packed;

    internal PdfFixture() => _fonts.AddRange([("F1", Reserve()), ("F2", Reserve())]);

    /// <summary>A document of pages.</summary>
    internal static PdfFixture Of(params Action<PdfCanvas>[] pages)
    {
        var fixture = new PdfFixture();
        foreach (var page in pages)
            fixture.Page(page);
        return fixture;
    }

    /// <summary>A further page.</summary>
    internal PdfFixture Page(Action<PdfCanvas> draw)
    {
        var canvas = new PdfCanvas(this);
        draw(canvas);
        var contents = canvas.Contents ?? $"{Stream("", Encoding.Latin1.GetBytes(canvas.Content))} 0 R";
        // The fonts are shared by all pages and known only at the end, so the page tree has them.
        _pages.Add(Object($"<< /Type /Page /Parent {TreeNumber} 0 R /MediaBox [{canvas.MediaBox}] /Contents {contents} {Shared(canvas.Resources)} {canvas.Entries} >>"));
        return this;
    }

    /// <summary>Takes a number for an object that is set later, or never.</summary>
    internal int Reserve()
    {
        _objects.Add(("", null));
        return _objects.Count;
    }

    /// <summary>Adds an object; its number.</summary>
    internal int Object(string body)
    {
        _objects.Add((body, null));
        return _objects.Count;
    }

    internal void Set(int number, string body) => _objects[number - 1] = (body, null);

    /// <summary>Adds a stream as it stands, with entries of its dictionary besides the length.</summary>
    internal int Stream(string entries, byte[] data)
    {
        _objects.Add((entries, data));
        return _objects.Count;
    }

    /// <summary>Adds a form that content may draw.</summary>
    internal int Form(string content, string entries = "") =>
        Stream($"/Type /XObject /Subtype /Form /BBox [0 0 595 842] {entries}", Encoding.Latin1.GetBytes(content));

    internal void SetForm(int number, string content, string entries = "") =>
        _objects[number - 1] = ($"/Type /XObject /Subtype /Form /BBox [0 0 595 842] {entries}", Encoding.Latin1.GetBytes(content));

    /// <summary>Adds a font under a name of content streams.</summary>
    internal PdfFixture Font(string name, string dictionary)
    {
        _fonts.Add((name, Object(dictionary)));
        return this;
    }

    /// <summary>A composite font without an embedded program.</summary>
    internal PdfFixture CompositeFont(string name, string encoding, string entries = "", string baseFont = "SimSun")
    {
        var descendant = Object($"<< /Type /Font /Subtype /CIDFontType2 /BaseFont /{baseFont} /CIDSystemInfo << /Registry (Adobe) /Ordering (GB1) /Supplement 2 >> /DW 1000 >>");
        return Font(name, $"<< /Type /Font /Subtype /Type0 /BaseFont /{baseFont} /Encoding /{encoding} /DescendantFonts [{descendant} 0 R] {entries} >>");
    }

    internal PdfFixture Catalog(string entries)
    {
        _catalog = entries;
        return this;
    }

    /// <summary>A page tree other than that of the pages.</summary>
    internal PdfFixture Tree(string body)
    {
        _tree = body;
        return this;
    }

    /// <summary>The numbers of the pages' objects.</summary>
    internal IReadOnlyList<int> PageNumbers => _pages;

    /// <summary>Packs the streams that are not packed yet.</summary>
    internal PdfFixture Packed()
    {
        _packed = true;
        return this;
    }

    /// <summary>Encrypts the document with RC4 and a key of 40 bits.</summary>
    internal PdfFixture Encrypted(string password)
    {
        _password = password;
        return this;
    }

    /// <summary>Writes a cross-reference stream with these widths in place of the table.</summary>
    internal PdfFixture WithXrefStream(string widths = "1 4 1")
    {
        _widths = widths;
        return this;
    }

    /// <summary>A text's codes in the standard fonts, in hexadecimal.</summary>
    internal string Codes(string text)
    {
        var codes = new StringBuilder();
        foreach (var c in text)
        {
            if (!_codes.TryGetValue(c, out var code))
                _codes[c] = code = _codes.Count + 1;
            codes.Append(code.ToString("X4", CultureInfo.InvariantCulture));
        }

        return codes.ToString();
    }

    /// <summary>Data as FlateDecode packs it.</summary>
    internal static byte[] Deflate(byte[] data)
    {
        using var packed = new MemoryStream();
        using (var stream = new ZLibStream(packed, CompressionLevel.Optimal))
            stream.Write(data);
        return packed.ToArray();
    }

    internal byte[] ToArray()
    {
        Finish();
        var security = _password is null ? null : new PdfSecurity(_password);
        using var file = new MemoryStream();
        Write(file, "%PDF-1.7\n%\u00E2\u00E3\u00CF\u00D3\n");
        var offsets = new List<long>();
        for (var number = 1; number <= _objects.Count; number++)
        {
            offsets.Add(file.Position);
            WriteObject(file, number, security);
        }

        var trailer = $"/Root {CatalogNumber} 0 R";
        if (security is not null)
        {
            offsets.Add(file.Position);
            Write(file, $"{offsets.Count} 0 obj\n{security.Dictionary}\nendobj\n");
            trailer += $" /Encrypt {offsets.Count} 0 R {PdfSecurity.Id}";
        }

        WriteXref(file, offsets, trailer);
        return file.ToArray();
    }

    private void Finish()
    {
        Set(CatalogNumber, $"<< /Type /Catalog /Pages {TreeNumber} 0 R {_catalog} >>");
        Set(TreeNumber, _tree ?? $"<< /Type /Pages /Kids [{string.Concat(_pages.Select(p => $"{p} 0 R "))}] /Count {_pages.Count} {Shared("")} >>");
        var map = new StringBuilder("/CIDInit /ProcSet findresource begin 12 dict begin begincmap 1 begincodespacerange <0000> <FFFF> endcodespacerange\n");
        var widths = new StringBuilder();
        foreach (var (c, code) in _codes)
        {
            map.Append(CultureInfo.InvariantCulture, $"1 beginbfchar <{code:X4}> <{(int)c:X4}> endbfchar\n");
            if (char.IsAscii(c))
                widths.Append(CultureInfo.InvariantCulture, $"{code} [500] ");
        }

        var toUnicode = Stream("", Encoding.ASCII.GetBytes($"{map}endcmap"));
        foreach (var (number, name) in new[] { (_fonts[0].Number, "SimSun"), (_fonts[1].Number, "SimHei-Bold") })
        {
            var descendant = Object($"<< /Type /Font /Subtype /CIDFontType2 /BaseFont /{name} /CIDSystemInfo << /Registry (Adobe) /Ordering (Identity) /Supplement 0 >> /DW 1000 /W [{widths}] >>");
            Set(number, $"<< /Type /Font /Subtype /Type0 /BaseFont /{name} /Encoding /Identity-H /DescendantFonts [{descendant} 0 R] /ToUnicode {toUnicode} 0 R >>");
        }
    }

    private string Shared(string resources) => $"/Resources << /Font << {string.Concat(_fonts.Select(f => $"/{f.Name} {f.Number} 0 R "))}>> {resources} >>";

    private void WriteObject(MemoryStream file, int number, PdfSecurity? security)
    {
        var (head, data) = _objects[number - 1];
        if (data is null)
        {
            // A number that was only taken has no object.
            Write(file, head.Length == 0 ? "\n" : $"{number} 0 obj\n{head}\nendobj\n");
            return;
        }

        if (_packed && !head.Contains("/Filter", StringComparison.Ordinal))
            (head, data) = ($"{head} /Filter /FlateDecode", Deflate(data));
        data = security?.Encrypt(number, data) ?? data;
        Write(file, $"{number} 0 obj\n<< {head} /Length {data.Length} >>\nstream\n");
        file.Write(data);
        Write(file, "\nendstream\nendobj\n");
    }

    private void WriteXref(MemoryStream file, List<long> offsets, string trailer)
    {
        var start = file.Position;
        if (_widths is null)
        {
            Write(file, $"xref\n0 {offsets.Count + 1}\n0000000000 65535 f \n");
            for (var i = 0; i < offsets.Count; i++)
                Write(file, $"{offsets[i]:D10} 00000 {(IsFree(i) ? 'f' : 'n')} \n");
            Write(file, $"trailer\n<< /Size {offsets.Count + 1} {trailer} >>\nstartxref\n{start}\n%%EOF\n");
            return;
        }

        offsets.Add(start);
        using var rows = new MemoryStream();
        rows.Write([0, 0, 0, 0, 0, 0]);
        for (var i = 0; i < offsets.Count; i++)
            rows.Write([(byte)(IsFree(i) ? 0 : 1), (byte)(offsets[i] >> 24), (byte)(offsets[i] >> 16), (byte)(offsets[i] >> 8), (byte)offsets[i], 0]);
        Write(file, $"{offsets.Count} 0 obj\n<< /Type /XRef /Size {offsets.Count + 1} /W [{_widths}] {trailer} /Length {rows.Length} >>\nstream\n");
        file.Write(rows.ToArray());
        Write(file, $"\nendstream\nendobj\nstartxref\n{start}\n%%EOF\n");
    }

    private bool IsFree(int index) => index < _objects.Count && _objects[index] is { Head.Length: 0, Data: null };

    private static void Write(MemoryStream file, string text) => file.Write(Encoding.Latin1.GetBytes(text));
}
