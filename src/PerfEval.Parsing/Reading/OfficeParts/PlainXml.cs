using System.Buffers;
using System.Text;
using System.Text.Unicode;
using System.Xml;
using PerfEval.Parsing.Reading.Archives;

namespace PerfEval.Parsing.Reading.OfficeParts;

/// <summary>
/// The nodes of plain XML, straight from its bytes: UTF-8, names in ASCII, nothing but elements, attributes, text and the usual references, as office
/// programs write it. Before whatever else stands in the part, a fault above all, it gets stuck, and the runtime's reader goes on from there: every
/// node given up to then is the one that the reader would have given.
/// </summary>
internal sealed class PlainXml : PartCursor
{
    private static readonly SearchValues<byte> Controls = SearchValues.Create(
        [0, 1, 2, 3, 4, 5, 6, 7, 8, 0x0B, 0x0C, 14, 15, 16, 17, 18, 19, 20, 21, 22, 23, 24, 25, 26, 27, 28, 29, 30, 31]);

    private static readonly SearchValues<byte> TextStops = SearchValues.Create("<&]\r"u8);

    private readonly ZipPartBytes _part;
    private readonly PartStrings _strings;
    private readonly int _longestText;
    private readonly NamespaceScope _scope = new();
    private readonly PlainTag _tag = new();
    private OpenElement[] _open = new OpenElement[16];
    private char[] _text = new char[256];
    private int _openCount;
    private int _at;
    private bool _hasRoot;
    private bool _preserves;
    private bool _leaves;
    private int _outerBindings;
    private string? _name;
    private (int Start, int Length, bool IsEscaped) _value;

    private PlainXml(ZipPartBytes part, PartStrings strings, int longestText, int start) =>
        (_part, _strings, _longestText, _at) = (part, strings, longestText, start);

    /// <summary>Whether there may be more, which only the runtime's reader can read.</summary>
    internal bool IsStuck { get; private set; }

    /// <summary>How many nodes were given.</summary>
    internal int Nodes { get; private set; }

    internal override string Name => _name ??= NodeType is XmlNodeType.Element or XmlNodeType.EndElement ? StringAt(_tag.Name.Local, _tag.Name.LocalLength) : "";

    internal override bool PreservesSpace => _preserves;

    /// <summary>A cursor before the first node; <see langword="null"/> where the part is not plain.</summary>
    /// <param name="part">The part, which must outlive the cursor.</param>
    /// <param name="strings">The strings of its names and values.</param>
    /// <param name="longestText">Longer pieces of text are left to the runtime's reader.</param>
    internal static PlainXml? TryOpen(ZipPartBytes part, PartStrings strings, int longestText)
    {
        var content = part.Content;
        var start = content.StartsWith("\uFEFF"u8) ? 3 : 0;
        var isPlain = content[start..].StartsWith("<"u8) && !PartXml.HasDocumentType(part.Head)
            && !content.ContainsAny(Controls) && Utf8.IsValid(content) && content.IndexOf("\uFFFE"u8) < 0 && content.IndexOf("\uFFFF"u8) < 0;
        return isPlain ? new PlainXml(part, strings, longestText, start) : null;
    }

    internal override bool Read()
    {
        if (IsStuck)
            return false;
        if (_leaves)
            Leave();
        var bytes = _part.Padded;
        if (Nodes == 0 && bytes[_at..].StartsWith("<?"u8))
            return ReadDeclaration(bytes);

        var start = _at;
        while (PlainTag.IsSpace(bytes[_at]))
            _at++;
        if (bytes[_at] != '<')
            return ReadText(bytes, start);
        if (_preserves && _at > start)
            return Give(XmlNodeType.SignificantWhitespace, bytes, start, isEscaped: false);
        return bytes[_at + 1] == '/' ? ReadEnd(bytes) : ReadStart(bytes);
    }

    internal override string? Attribute(string name)
    {
        if (AttributeCount == 0)
            return null;
        var bytes = _part.Padded;
        foreach (ref readonly var attribute in _tag.Attributes)
            if (attribute.Name.LocalLength == name.Length && Ascii.Equals(bytes.Slice(attribute.Name.Local, name.Length), name))
                return ValueOf(attribute);
        return null;
    }

    internal override ReadOnlySpan<char> Value(int most, out XmlException? fault)
    {
        fault = null;
        var (start, length, isEscaped) = _value;
        if (_text.Length < length)
            _text = new char[Math.Max(length, 2 * _text.Length)];
        var piece = _part.Padded.Slice(start, length);
        return _text.AsSpan(0, isEscaped ? PlainReference.Decode(piece, _text) : Encoding.UTF8.GetChars(piece, _text));
    }

    /// <inheritdoc/>
    public override void Dispose()
    {
    }

    private bool ReadDeclaration(ReadOnlySpan<byte> bytes)
    {
        var at = _at + "<?xml".Length;
        if (!bytes[_at..].StartsWith("<?xml"u8) || !_tag.TryReadAttributes(bytes, ref at) || !bytes[at..].StartsWith("?>"u8) || !IsPlainDeclaration(bytes))
            return Stop();
        _at = at + "?>".Length;
        AttributeCount = _tag.Attributes.Length;
        return Give(XmlNodeType.XmlDeclaration);
    }

    private bool IsPlainDeclaration(ReadOnlySpan<byte> bytes)
    {
        var attributes = _tag.Attributes;
        var count = attributes.Length > 0 && Is(bytes, attributes[0], "version", "1.0") ? 1 : 0;
        if (count > 0 && count < attributes.Length && Is(bytes, attributes[count], "encoding", "utf-8"))
            count++;
        if (count > 0 && count < attributes.Length
            && (Is(bytes, attributes[count], "standalone", "yes") || Is(bytes, attributes[count], "standalone", "no")))
            count++;
        return count > 0 && count == attributes.Length;
    }

    private static bool Is(ReadOnlySpan<byte> bytes, in PlainAttribute attribute, string name, string value) =>
        attribute.Name.PrefixLength == 0 && !attribute.IsEscaped && Ascii.Equals(bytes.Slice(attribute.Name.Start, attribute.Name.Length), name)
        && (name == "encoding"
            ? Ascii.EqualsIgnoreCase(bytes.Slice(attribute.Value, attribute.ValueLength), value)
            : Ascii.Equals(bytes.Slice(attribute.Value, attribute.ValueLength), value));

    private bool ReadStart(ReadOnlySpan<byte> bytes)
    {
        var at = _at + 1;
        // The runtime's reader takes no outermost element that the part ends right after and that is shorter than this.
        var isRootTaken = _openCount > 0 || (!_hasRoot && _part.Content.Length - _at >= "<a/>".Length);
        if (!isRootTaken || !_tag.TryRead(bytes, ref at))
            return Stop();
        var isEmpty = bytes[at] == '/';
        if (isEmpty)
            at++;
        var outer = _scope.Count;
        if (bytes[at] != '>' || !DeclareNamespaces(bytes) || !ResolveNames(bytes))
            return Stop();

        Depth = _openCount;
        IsEmptyElement = isEmpty;
        IsBlock = Namespace == OfficeNamespace.Word && IsBlockName(bytes.Slice(_tag.Name.Local, _tag.Name.LocalLength));
        AttributeCount = _tag.Attributes.Length;
        (_at, _hasRoot, _leaves, _outerBindings) = (at + 1, true, isEmpty, outer);
        if (!isEmpty)
            Open(new OpenElement(_tag.Name, Namespace, outer, _preserves));
        return Give(XmlNodeType.Element);
    }

    private bool ReadEnd(ReadOnlySpan<byte> bytes)
    {
        if (_openCount == 0)
            return Stop();
        ref readonly var element = ref _open[_openCount - 1];
        var at = _at + "</".Length;
        var name = bytes.Slice(element.Name.Start, element.Name.Length);
        if (!bytes[at..].StartsWith(name))
            return Stop();
        at += name.Length;
        while (PlainTag.IsSpace(bytes[at]))
            at++;
        if (bytes[at] != '>')
            return Stop();

        _tag.Name = element.Name;
        Depth = _openCount - 1;
        Namespace = element.Namespace;
        BecomeBare();
        (_at, _leaves, _outerBindings) = (at + 1, true, element.OuterBindings);
        return Give(XmlNodeType.EndElement);
    }

    /// <summary>Reads text, or finds the end of the part.</summary>
    private bool ReadText(ReadOnlySpan<byte> bytes, int start)
    {
        if (_openCount == 0)
            return _hasRoot && _at == _part.Content.Length ? false : Stop();
        var isEscaped = false;
        while (bytes[_at..].IndexOfAny(TextStops) is var stop and >= 0)
        {
            _at += stop;
            switch (bytes[_at])
            {
                case (byte)'<':
                    return Give(XmlNodeType.Text, bytes, start, isEscaped);
                // White space that a reference stands for may make the text another kind of node.
                case (byte)'&' when PlainReference.Read(bytes[_at..], out var character) is var length and > 0 && character.Value > ' ':
                    (_at, isEscaped) = (_at + length, true);
                    break;
                case (byte)']' when !bytes[_at..].StartsWith("]]>"u8):
                    _at++;
                    break;
                default:
                    return Stop();
            }
        }

        return Stop();
    }

    private bool DeclareNamespaces(ReadOnlySpan<byte> bytes)
    {
        foreach (ref readonly var attribute in _tag.Attributes)
        {
            if (attribute.Kind != PlainAttributeKind.Declaration)
                continue;
            var isDefault = attribute.Name.PrefixLength == 0;
            var prefix = isDefault ? default : bytes.Slice(attribute.Name.Local, attribute.Name.LocalLength);
            var name = bytes.Slice(attribute.Value, attribute.ValueLength);
            // Prefixes and namespaces of XML itself have rules of their own.
            if (attribute.IsEscaped || (name.IsEmpty && !isDefault) || prefix.Length > ShortName.Longest || prefix.StartsWith("xml"u8)
                || name.StartsWith("http://www.w3.org/XML/"u8) || name.StartsWith("http://www.w3.org/2000/xmlns"u8))
                return false;
            _scope.Bind(ShortName.At(bytes, attribute.Name.Local, prefix.Length), OfficeNamespaces.Of(name));
        }

        return true;
    }

    private bool ResolveNames(ReadOnlySpan<byte> bytes)
    {
        if (!_scope.TryFind(ShortName.At(bytes, _tag.Name.Start, _tag.Name.PrefixLength), out var space))
            return false;
        Namespace = space;
        foreach (ref readonly var attribute in _tag.Attributes)
        {
            var isResolved = attribute.Kind switch
            {
                PlainAttributeKind.Declaration => true,
                PlainAttributeKind.Xml => TakeXml(bytes, attribute),
                _ => attribute.Name.PrefixLength == 0 || _scope.TryFind(ShortName.At(bytes, attribute.Name.Start, attribute.Name.PrefixLength), out _),
            };
            if (!isResolved)
                return false;
        }

        return true;
    }

    private bool TakeXml(ReadOnlySpan<byte> bytes, in PlainAttribute attribute)
    {
        if (!bytes.Slice(attribute.Name.Local, attribute.Name.LocalLength).SequenceEqual("space"u8))
            return true;
        var value = bytes.Slice(attribute.Value, attribute.ValueLength);
        _preserves = value.SequenceEqual("preserve"u8);
        return _preserves || value.SequenceEqual("default"u8);
    }

    private void Open(in OpenElement element)
    {
        if (_openCount == _open.Length)
            Array.Resize(ref _open, 2 * _openCount);
        _open[_openCount++] = element;
    }

    private void Leave()
    {
        if (NodeType == XmlNodeType.EndElement)
            _openCount--;
        _scope.Return(_outerBindings);
        _preserves = _openCount > 0 && _open[_openCount - 1].Preserves;
        _leaves = false;
    }

    private string ValueOf(in PlainAttribute attribute)
    {
        if (!attribute.IsEscaped)
            return StringAt(attribute.Value, attribute.ValueLength);
        var text = new char[attribute.ValueLength];
        return new string(text, 0, PlainReference.Decode(_part.Padded.Slice(attribute.Value, attribute.ValueLength), text));
    }

    private string StringAt(int start, int length) => _strings.Of(_part.Padded.Slice(start, length), ShortName.At(_part.Padded, start, length));

    /// <summary>Gives the text up to the current place; what another reader would change or refuse is left to it.</summary>
    private bool Give(XmlNodeType type, ReadOnlySpan<byte> bytes, int start, bool isEscaped)
    {
        var length = _at - start;
        if (length > _longestText || bytes.Slice(start, length).Contains((byte)'\r'))
            return Stop();
        _value = (start, length, isEscaped);
        Depth = _openCount;
        Namespace = OfficeNamespace.Other;
        BecomeBare();
        return Give(type);
    }

    private void BecomeBare() => (IsEmptyElement, IsBlock, AttributeCount) = (false, false, 0);

    private static bool IsBlockName(ReadOnlySpan<byte> name) => name.Length == 1 ? name[0] == 'p' : name.Length == 3 && name.SequenceEqual("tbl"u8);

    private bool Give(XmlNodeType type)
    {
        Nodes++;
        NodeType = type;
        _name = null;
        return true;
    }

    private bool Stop()
    {
        IsStuck = true;
        return false;
    }

    private readonly record struct OpenElement(PlainName Name, OfficeNamespace Namespace, int OuterBindings, bool Preserves);
}
