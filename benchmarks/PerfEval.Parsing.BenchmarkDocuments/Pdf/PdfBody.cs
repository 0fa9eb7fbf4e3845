using System.Buffers;
using System.Globalization;
using System.IO.Compression;
using System.Text;

namespace PerfEval.Parsing.BenchmarkDocuments.Pdf;

/// <summary>The objects of a PDF that is being written, and where each begins.</summary>
internal sealed class PdfBody
{
    private readonly ArrayBufferWriter<byte> _output = new();
    private readonly List<long> _offsets = [];

    public PdfBody() => Write("%PDF-1.5\n%\u00e2\u00e3\u00cf\u00d3\n");

    /// <summary>The number for an object that is written later.</summary>
    public int Reserve()
    {
        _offsets.Add(0);
        return _offsets.Count;
    }

    /// <summary>Writes an object.</summary>
    public int Add(string text)
    {
        var number = Reserve();
        Add(number, text);
        return number;
    }

    /// <summary>Writes an object whose number was reserved.</summary>
    public void Add(int number, string text)
    {
        Begin(number);
        Write(text);
        Write("\nendobj\n");
    }

    /// <summary>Writes a deflated stream.</summary>
    public int AddStream(string text)
    {
        using var deflated = new MemoryStream();
        using (var deflate = new ZLibStream(deflated, CompressionLevel.Optimal, leaveOpen: true))
            deflate.Write(Encoding.Latin1.GetBytes(text));
        var number = Reserve();
        Begin(number);
        Write(string.Create(CultureInfo.InvariantCulture, $"<< /Filter /FlateDecode /Length {deflated.Length} >>\nstream\n"));
        _output.Write(deflated.GetBuffer().AsSpan(0, (int)deflated.Length));
        Write("\nendstream\nendobj\n");
        return number;
    }

    /// <summary>Ends the file.</summary>
    public byte[] Finish(int catalog)
    {
        var start = _output.WrittenCount;
        Write(string.Create(CultureInfo.InvariantCulture, $"xref\n0 {_offsets.Count + 1}\n0000000000 65535 f \n"));
        foreach (var offset in _offsets)
            Write(string.Create(CultureInfo.InvariantCulture, $"{offset:D10} 00000 n \n"));
        Write(string.Create(CultureInfo.InvariantCulture, $"trailer\n<< /Size {_offsets.Count + 1} /Root {catalog} 0 R >>\nstartxref\n{start}\n%%EOF\n"));
        return _output.WrittenSpan.ToArray();
    }

    private void Begin(int number)
    {
        _offsets[number - 1] = _output.WrittenCount;
        Write(string.Create(CultureInfo.InvariantCulture, $"{number} 0 obj\n"));
    }

    private void Write(string text) => _output.Write(Encoding.Latin1.GetBytes(text));
}
