namespace PerfEval.Parsing.Reading.OfficeParts;

/// <summary>Where a name stands, and how much of it is its prefix.</summary>
internal readonly record struct PlainName(int Start, int PrefixLength, int Local, int LocalLength)
{
    internal int Length => Local + LocalLength - Start;
}

/// <summary>Where an attribute stands.</summary>
/// <param name="Name">Its name.</param>
/// <param name="Kind">What its name's prefix makes of it.</param>
/// <param name="Value">Where its value begins.</param>
/// <param name="ValueLength">How long the value is.</param>
/// <param name="IsEscaped">Whether references stand in the value.</param>
internal readonly record struct PlainAttribute(PlainName Name, PlainAttributeKind Kind, int Value, int ValueLength, bool IsEscaped);

/// <summary>What the prefix of an attribute makes of it.</summary>
internal enum PlainAttributeKind
{
    Ordinary,

    /// <summary>It declares a namespace.</summary>
    Declaration,

    /// <summary>It is one of those of XML itself (<c>xml:space</c>).</summary>
    Xml,
}

/// <summary>A tag's name and attributes in plain XML.</summary>
internal sealed class PlainTag
{
    private const int MostAttributes = 64;
    private const byte NameStart = 1;
    private const byte NamePart = 2;
    private const byte Space = 4;
    private const byte ValueStop = 8;
    // A constant, so that the lookup needs no check of its bounds.
    private static ReadOnlySpan<byte> Kinds =>
    [
        8, 0, 0, 0, 0, 0, 0, 0, 0, 12, 12, 0, 0, 12, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0,
        4, 0, 8, 0, 0, 0, 8, 8, 0, 0, 0, 0, 0, 2, 2, 0, 2, 2, 2, 2, 2, 2, 2, 2, 2, 2, 0, 0, 8, 0, 0, 0,
        0, 3, 3, 3, 3, 3, 3, 3, 3, 3, 3, 3, 3, 3, 3, 3, 3, 3, 3, 3, 3, 3, 3, 3, 3, 3, 3, 0, 0, 0, 0, 3,
        0, 3, 3, 3, 3, 3, 3, 3, 3, 3, 3, 3, 3, 3, 3, 3, 3, 3, 3, 3, 3, 3, 3, 3, 3, 3, 3, 0, 0, 0, 0, 0,
        0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0,
        0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0,
        0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0,
        0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0,
    ];

    private readonly PlainAttribute[] _attributes = new PlainAttribute[MostAttributes];
    private int _count;

    internal PlainName Name { get; set; }

    internal ReadOnlySpan<PlainAttribute> Attributes => _attributes.AsSpan(0, _count);

    internal static bool IsSpace(byte b) => (Kinds[b] & Space) != 0;

    /// <summary>Reads a name and attributes up to what ends the tag; <see langword="false"/> where they are not plain.</summary>
    internal bool TryRead(ReadOnlySpan<byte> bytes, ref int at)
    {
        _count = 0;
        if (!TryReadName(bytes, at, out var name))
            return false;
        Name = name;
        at += name.Length;
        return TryReadAttributes(bytes, ref at);
    }

    /// <summary>Reads attributes up to what ends the tag; <see langword="false"/> where they are not plain.</summary>
    internal bool TryReadAttributes(ReadOnlySpan<byte> bytes, ref int at)
    {
        _count = 0;
        while (true)
        {
            var start = at;
            while (IsSpace(bytes[at]))
                at++;
            if (bytes[at] is (byte)'>' or (byte)'/' or (byte)'?')
                return true;
            if (at == start || _count == MostAttributes || !TryReadAttribute(bytes, ref at, out _attributes[_count]) || IsRepeated(bytes, _attributes[_count].Name))
                return false;
            _count++;
        }
    }

    private static bool TryReadName(ReadOnlySpan<byte> bytes, int start, out PlainName name)
    {
        var at = SkipName(bytes, start);
        if (bytes[at] != ':')
        {
            name = new PlainName(start, 0, start, at - start);
            return at > start;
        }

        var (prefixLength, local) = (at - start, at + 1);
        at = SkipName(bytes, local);
        name = new PlainName(start, prefixLength, local, at - local);
        return prefixLength is > 0 and <= ShortName.Longest && at > local && bytes[at] != ':';
    }

    /// <summary>The place after a name without a prefix; the same place where none stands there.</summary>
    private static int SkipName(ReadOnlySpan<byte> bytes, int at)
    {
        var kinds = Kinds;
        if ((kinds[bytes[at]] & NameStart) == 0)
            return at;
        do
        {
            at++;
        }
        while ((kinds[bytes[at]] & NamePart) != 0);
        return at;
    }

    /// <summary>Reads an attribute and the place after it.</summary>
    private static bool TryReadAttribute(ReadOnlySpan<byte> bytes, ref int place, out PlainAttribute attribute)
    {
        attribute = default;
        if (!TryReadName(bytes, place, out var name))
            return false;
        var at = name.Start + name.Length;
        var quote = bytes[at + 1];
        if (bytes[at] != '=' || quote is not ((byte)'"' or (byte)'\''))
            return false;
        at += 2;
        var (start, isEscaped) = (at, false);
        var kinds = Kinds;
        while (true)
        {
            while ((kinds[bytes[at]] & ValueStop) == 0)
                at++;
            if (bytes[at] == quote)
                break;
            if (bytes[at] == '&' && PlainReference.Read(bytes[at..], out _) is var length and > 0)
                (at, isEscaped) = (at + length, true);
            else if (bytes[at] is (byte)'"' or (byte)'\'')
                at++;
            else
                return false;
        }

        attribute = new PlainAttribute(name, KindOf(bytes, name), start, at - start, isEscaped);
        place = at + 1;
        return true;
    }

    private static PlainAttributeKind KindOf(ReadOnlySpan<byte> bytes, in PlainName name)
    {
        if (bytes[name.Start] != 'x')
            return PlainAttributeKind.Ordinary;
        var first = bytes.Slice(name.Start, name.PrefixLength > 0 ? name.PrefixLength : name.LocalLength);
        if (first.SequenceEqual("xmlns"u8))
            return PlainAttributeKind.Declaration;
        return name.PrefixLength > 0 && first.SequenceEqual("xml"u8) ? PlainAttributeKind.Xml : PlainAttributeKind.Ordinary;
    }

    /// <summary>
    /// Whether an attribute stands twice, or may: two prefixes may stand for one namespace, and then the same name after both is a fault.
    /// </summary>
    private bool IsRepeated(ReadOnlySpan<byte> bytes, in PlainName name)
    {
        foreach (ref readonly var other in _attributes.AsSpan(0, _count))
        {
            if (other.Name.LocalLength != name.LocalLength || bytes[other.Name.Local] != bytes[name.Local])
                continue;
            var areBothPrefixed = other.Name.PrefixLength > 0 && name.PrefixLength > 0;
            if ((areBothPrefixed || other.Name.PrefixLength == name.PrefixLength)
                && bytes.Slice(other.Name.Local, name.LocalLength).SequenceEqual(bytes.Slice(name.Local, name.LocalLength)))
                return true;
        }

        return false;
    }
}
