using System.Diagnostics.CodeAnalysis;
using UglyToad.PdfPig;
using UglyToad.PdfPig.Filters;
using UglyToad.PdfPig.Tokenization.Scanner;
using UglyToad.PdfPig.Tokens;

namespace PerfEval.Parsing.Reading.Pdf.Files;

/// <summary>Looks up the objects of a file. A reference that leads nowhere, or to another kind, gives nothing; it never throws.</summary>
internal sealed class PdfObjects(IPdfTokenScanner scanner, ILookupFilterProvider filters)
{
    /// <summary>References to references: none is ever longer.</summary>
    private const int LongestChain = 32;

    private readonly Dictionary<(long, int), IToken?> _found = [];

    /// <summary>The object itself where the token is a reference to it.</summary>
    public bool TryGet<T>(IToken? token, [NotNullWhen(true)] out T? value)
        where T : class, IToken
    {
        value = null;
        if (token is T direct)
        {
            value = direct;
            return true;
        }

        value = token is IndirectReferenceToken reference ? Resolve(reference) as T : null;
        return value is not null;
    }

    // Looked up once: the library searches the whole file for an object that is not where it should be, each time anew.
    private IToken? Resolve(IndirectReferenceToken reference)
    {
        var key = (reference.Data.ObjectNumber, reference.Data.Generation);
        if (_found.TryGetValue(key, out var known))
            return known;
        IToken? found = reference;
        try
        {
            for (var depth = 0; found is IndirectReferenceToken next; depth++)
                found = depth < LongestChain ? scanner.Get(next.Data)?.Data : null;
        }
        // A damaged object throws whatever its parser met; to the caller it is one that is not there.
        catch (Exception e) when (e is not (OperationCanceledException or OutOfMemoryException))
        {
            found = null;
        }

        return _found[key] = found;
    }

    /// <summary>A dictionary's entry.</summary>
    public bool TryGet<T>(DictionaryToken dictionary, string name, [NotNullWhen(true)] out T? value)
        where T : class, IToken
    {
        value = null;
        return dictionary.Data.TryGetValue(name, out var token) && TryGet(token, out value);
    }

    /// <summary>A dictionary's entry that is a number.</summary>
    public double? Number(DictionaryToken dictionary, string name) => TryGet<NumericToken>(dictionary, name, out var number) ? number.Double : null;

    /// <summary>A dictionary's entry that is a name.</summary>
    public string? Name(DictionaryToken dictionary, string name) => TryGet<NameToken>(dictionary, name, out var found) ? found.Data : null;

    /// <summary>A dictionary's entry that is text.</summary>
    public string? Text(DictionaryToken dictionary, string name)
    {
        if (TryGet<StringToken>(dictionary, name, out var text))
            return PdfText.Of(text.GetBytes());
        return TryGet<HexToken>(dictionary, name, out var hex) ? PdfText.Of(hex.Bytes) : null;
    }

    /// <summary>A rectangle, its corners in order.</summary>
    public (double Left, double Bottom, double Right, double Top)? Box(IToken? token)
    {
        if (!TryGet<ArrayToken>(token, out var array) || array.Length < 4)
            return null;
        Span<double> v = stackalloc double[4];
        for (var i = 0; i < 4; i++)
        {
            if (!TryGet<NumericToken>(array[i], out var number) || !double.IsFinite(number.Double))
                return null;
            v[i] = number.Double;
        }

        return (Math.Min(v[0], v[2]), Math.Min(v[1], v[3]), Math.Max(v[0], v[2]), Math.Max(v[1], v[3]));
    }

    /// <summary>A stream's unpacked bytes; none where it cannot be unpacked.</summary>
    public ReadOnlyMemory<byte> Decode(StreamToken stream)
    {
        try
        {
            return stream.Decode(filters, scanner);
        }
        // The bounded filters have noted what is wrong; anything else is a filter that the library does not know.
        catch (Exception e) when (e is not (OperationCanceledException or OutOfMemoryException))
        {
            return default;
        }
    }
}
