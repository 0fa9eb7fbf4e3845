using System.Buffers.Binary;
using System.Globalization;
using System.Security.Cryptography;
using System.Text;
using PerfEval.Parsing.Writing.Packages;

namespace PerfEval.Parsing.Writing.Pdf.Files;

/// <summary>
/// A PDF file of numbered objects (ISO 32000-1, 7.5). All but streams are packed into object streams, since the structure of a long table is thousands of
/// small objects. Its identifier follows from its content.
/// </summary>
internal sealed class PdfObjectFile
{
    private const int ObjectsPerStream = 200;

    private readonly List<(string Head, byte[]? Data)> _objects = [];
    private readonly List<(int Kind, long Where, int Index)> _places = [(0, 0, ushort.MaxValue)];
    private readonly IncrementalHash _hash = IncrementalHash.CreateHash(HashAlgorithmName.SHA256);
    private Stream _output = Stream.Null;
    private long _position;

    /// <summary>Takes a number for an object that is set later.</summary>
    public int Reserve()
    {
        _objects.Add(("null", null));
        return _objects.Count;
    }

    /// <summary>Sets an object.</summary>
    public void Set(int number, string body) => _objects[number - 1] = (body, null);

    /// <summary>Adds an object; its number.</summary>
    public int Add(string body)
    {
        _objects.Add((body, null));
        return _objects.Count;
    }

    /// <summary>Adds a stream, packed where that is shorter; its number.</summary>
    /// <param name="entries">The entries of its dictionary besides length and filter.</param>
    /// <param name="data">Its bytes.</param>
    public int AddStream(string entries, ReadOnlySpan<byte> data)
    {
        var packed = StableDeflate.Pack(data);
        var isShorter = packed.Length < data.Length;
        _objects.Add(($"{entries}{(isShorter ? " /Filter /FlateDecode" : "")}", isShorter ? packed : data.ToArray()));
        return _objects.Count;
    }

    /// <summary>Writes the file.</summary>
    /// <param name="output">Where to.</param>
    /// <param name="catalog">The catalogue's number.</param>
    /// <param name="info">The number of the document's information.</param>
    public void Write(Stream output, int catalog, int info)
    {
        _output = output;
        Write("%PDF-1.7\n"u8);
        // Four bytes that are no text tell programs that the file is none (ISO 32000-1, 7.5.2).
        Write([(byte)'%', 0xE2, 0xE3, 0xCF, 0xD3, (byte)'\n']);
        _places.AddRange(Enumerable.Repeat((0, 0L, 0), _objects.Count));
        var small = new List<int>();
        for (var number = 1; number <= _objects.Count; number++)
            if (_objects[number - 1] is (var head, { } data))
                WriteStream(number, head, data);
            else
                small.Add(number);
        foreach (var part in small.Chunk(ObjectsPerStream))
            WritePacked(part);
        WriteXref(catalog, info);
    }

    private void WritePacked(int[] numbers)
    {
        var (index, bodies) = (new StringBuilder(), new StringBuilder());
        var stream = _objects.Count + 1;
        for (var i = 0; i < numbers.Length; i++)
        {
            _places[numbers[i]] = (2, stream, i);
            index.Append(CultureInfo.InvariantCulture, $"{numbers[i]} {bodies.Length} ");
            bodies.Append(_objects[numbers[i] - 1].Head).Append('\n');
        }

        AddStream(string.Create(CultureInfo.InvariantCulture, $"/Type /ObjStm /N {numbers.Length} /First {index.Length}"), Encoding.Latin1.GetBytes($"{index}{bodies}"));
        _places.Add(default);
        WriteStream(stream, _objects[^1].Head, _objects[^1].Data!);
    }

    private void WriteStream(int number, string entries, byte[] data)
    {
        _places[number] = (1, _position, 0);
        Write(Encoding.Latin1.GetBytes(string.Create(CultureInfo.InvariantCulture, $"{number} 0 obj\n<< {entries} /Length {data.Length} >>\nstream\n")));
        Write(data);
        Write("\nendstream\nendobj\n"u8);
    }

    private void WriteXref(int catalog, int info)
    {
        var start = _position;
        _places.Add((1, start, 0));
        var table = new byte[7 * _places.Count];
        for (var i = 0; i < _places.Count; i++)
        {
            table[7 * i] = (byte)_places[i].Kind;
            BinaryPrimitives.WriteUInt32BigEndian(table.AsSpan(7 * i + 1), (uint)_places[i].Where);
            BinaryPrimitives.WriteUInt16BigEndian(table.AsSpan(7 * i + 5), (ushort)_places[i].Index);
        }

        var id = Convert.ToHexString(_hash.GetHashAndReset().AsSpan(0, 16));
        AddStream(
            string.Create(CultureInfo.InvariantCulture, $"/Type /XRef /Size {_places.Count} /W [1 4 2] /Root {catalog} 0 R /Info {info} 0 R /ID [<{id}> <{id}>]"), table);
        WriteStream(_places.Count - 1, _objects[^1].Head, _objects[^1].Data!);
        Write(Encoding.ASCII.GetBytes(string.Create(CultureInfo.InvariantCulture, $"startxref\n{start}\n%%EOF\n")));
    }

    private void Write(ReadOnlySpan<byte> bytes)
    {
        _output.Write(bytes);
        _hash.AppendData(bytes);
        _position += bytes.Length;
    }
}
