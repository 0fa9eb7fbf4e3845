using UglyToad.PdfPig.Tokens;

namespace PerfEval.Parsing.Reading.Pdf.Files;

/// <summary>Undoes the prediction that was applied before packing (ISO 32000-1, 7.4.4.4): PNG's row filters and TIFF's differences.</summary>
internal static class Predictor
{
    private const int Tiff = 2;
    private const int FirstPng = 10;

    /// <summary>Wider rows than this are no content, table or font; the number is an attack.</summary>
    private const int WidestRow = 1 << 24;

    private static readonly NameToken Colors = NameToken.Create("Colors");

    public static Memory<byte> Undo(Memory<byte> bytes, DictionaryToken parameters)
    {
        var kind = Number(parameters, NameToken.Predictor, 1);
        if (kind < Tiff)
            return bytes;
        long bits = Number(parameters, NameToken.BitsPerComponent, 8), colors = Number(parameters, Colors, 1), columns = Number(parameters, NameToken.Columns, 1);
        var row = (bits * colors * columns + 7) / 8;
        if (bits <= 0 || colors <= 0 || columns <= 0 || row is <= 0 or > WidestRow)
            return bytes;
        var pixel = (int)Math.Max(1, bits * colors / 8);
        if (kind >= FirstPng)
            return Png(bytes, (int)row, pixel);
        return bits == 8 ? Differences(bytes, (int)row, pixel) : bytes;
    }

    private static int Number(DictionaryToken parameters, NameToken name, int otherwise) =>
        parameters.TryGet(name, out NumericToken number) ? number.Int : otherwise;

    private static Memory<byte> Differences(Memory<byte> bytes, int row, int pixel)
    {
        var data = bytes.Span;
        for (var start = 0; start < data.Length; start += row)
            for (var i = start + pixel; i < Math.Min(data.Length, start + row); i++)
                data[i] += data[i - pixel];
        return bytes;
    }

    private static Memory<byte> Png(Memory<byte> bytes, int row, int pixel)
    {
        var data = bytes.Span;
        var rows = (data.Length + row) / (row + 1);
        var result = new byte[(long)rows * row];
        var written = 0;
        for (var r = 0; r < rows; r++)
        {
            var packed = data[(r * (row + 1))..];
            var filter = packed[0];
            packed = packed[1..Math.Min(packed.Length, row + 1)];
            var current = result.AsSpan(r * row, row);
            var above = r > 0 ? result.AsSpan((r - 1) * row, row) : default;
            for (var i = 0; i < packed.Length; i++)
            {
                var left = i >= pixel ? current[i - pixel] : (byte)0;
                var up = r > 0 ? above[i] : (byte)0;
                var corner = r > 0 && i >= pixel ? above[i - pixel] : (byte)0;
                current[i] = (byte)(packed[i] + filter switch
                {
                    1 => left,
                    2 => up,
                    3 => (left + up) / 2,
                    4 => Paeth(left, up, corner),
                    _ => 0,
                });
            }

            written += packed.Length;
        }

        return result.AsMemory(0, Math.Min(written, result.Length));
    }

    private static int Paeth(int left, int up, int corner)
    {
        var guess = left + up - corner;
        int a = Math.Abs(guess - left), b = Math.Abs(guess - up), c = Math.Abs(guess - corner);
        return a <= b && a <= c ? left : b <= c ? up : corner;
    }
}
