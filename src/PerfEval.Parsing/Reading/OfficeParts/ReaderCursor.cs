using System.Xml;
using PerfEval.Parsing.Diagnostics;

namespace PerfEval.Parsing.Reading.OfficeParts;

/// <summary>The nodes of any XML, as the runtime's reader gives them.</summary>
internal sealed class ReaderCursor : PartCursor
{
    private readonly XmlReader _reader;
    private readonly string _word, _wordStrict, _drawing, _drawingStrict, _math, _mathStrict, _vml, _compatibility, _paragraph, _table;
    private char[] _text = new char[256];

    /// <summary>A cursor.</summary>
    /// <param name="stream">The part.</param>
    /// <param name="head">Its first bytes.</param>
    /// <param name="part">Its name.</param>
    /// <param name="log">Where odd things are noted.</param>
    /// <exception cref="XmlException">The part is in an encoding that is not known.</exception>
    internal ReaderCursor(Stream stream, ReadOnlySpan<byte> head, string part, DiagnosticLog log)
    {
        var names = new NameTable();
        _word = names.Add(OfficeNamespaces.Word);
        _wordStrict = names.Add(OfficeNamespaces.WordStrict);
        _drawing = names.Add(OfficeNamespaces.Drawing);
        _drawingStrict = names.Add(OfficeNamespaces.DrawingStrict);
        _math = names.Add(OfficeNamespaces.Math);
        _mathStrict = names.Add(OfficeNamespaces.MathStrict);
        _vml = names.Add(OfficeNamespaces.Vml);
        _compatibility = names.Add(OfficeNamespaces.Compatibility);
        (_paragraph, _table) = (names.Add("p"), names.Add("tbl"));
        _reader = PartXml.Open(stream, head, part, names, log);
    }

    internal override string Name => _reader.LocalName;

    internal override bool PreservesSpace => _reader.XmlSpace == XmlSpace.Preserve;

    internal override bool Read()
    {
        if (!_reader.Read())
            return false;
        (NodeType, Depth, IsEmptyElement, AttributeCount, Namespace) =
            (_reader.NodeType, _reader.Depth, _reader.IsEmptyElement, _reader.AttributeCount, NamespaceOf(_reader.NamespaceURI));
        // The reader's names are those of the table, so that comparing them costs nothing.
        IsBlock = NodeType == XmlNodeType.Element && Namespace == OfficeNamespace.Word
            && (_reader.LocalName == (object)_paragraph || _reader.LocalName == (object)_table);
        return true;
    }

    internal override string? Attribute(string name)
    {
        if (!_reader.MoveToFirstAttribute())
            return null;
        string? value = null;
        do
        {
            if (_reader.LocalName == name)
                value = _reader.Value;
        }
        while (value is null && _reader.MoveToNextAttribute());
        _reader.MoveToElement();
        return value;
    }

    internal override ReadOnlySpan<char> Value(int most, out XmlException? fault)
    {
        fault = null;
        if (!_reader.CanReadValueChunk)
            return _reader.Value;
        var length = 0;
        try
        {
            while (_reader.ReadValueChunk(_text, length, _text.Length - length) is var read and > 0)
            {
                length += read;
                if (length > most)
                    break;
                // Room for one more character is none for a pair of surrogates: the reader would fail at it.
                if (length >= _text.Length - 1)
                    Array.Resize(ref _text, _text.Length * 2);
            }
        }
        catch (XmlException error)
        {
            // The reader looks at long texts piece by piece: a fault may lie in the middle of one.
            fault = error;
        }

        return _text.AsSpan(0, length);
    }

    /// <inheritdoc/>
    public override void Dispose() => _reader.Dispose();

    private OfficeNamespace NamespaceOf(object name)
    {
        if (name == (object)_word || name == (object)_wordStrict)
            return OfficeNamespace.Word;
        if (name == (object)_drawing || name == (object)_drawingStrict)
            return OfficeNamespace.Drawing;
        if (name == (object)_compatibility)
            return OfficeNamespace.Compatibility;
        if (name == (object)_vml)
            return OfficeNamespace.Vml;
        return name == (object)_math || name == (object)_mathStrict ? OfficeNamespace.Math : OfficeNamespace.Other;
    }
}
