using System.Xml;
using PerfEval.Parsing.Diagnostics;
using PerfEval.Parsing.Reading.Archives;

namespace PerfEval.Parsing.Reading.OfficeParts;

/// <summary>The namespaces that are told apart. Each stands for its transitional and its strict form.</summary>
internal enum OfficeNamespace
{
    Other,
    Word,
    Drawing,
    Math,
    Vml,
    Compatibility,
}

/// <summary>
/// A part's XML, read forward only. A fault, a limit or a stop ends the reading as the end of the part would, so that all that was read before it is
/// kept and nobody above needs to know; <see cref="Fault"/> tells it afterwards. Content that nobody asks for is passed over.
/// </summary>
internal sealed class OfficeXml : IDisposable
{
    private const int StepInterval = 0x3F;

    private readonly ZipPartStream _stream;
    private readonly XmlReader _reader;
    private readonly ReadContext _context;
    private readonly string _word, _wordStrict, _drawing, _drawingStrict, _math, _mathStrict, _vml, _compatibility, _paragraph, _table;
    private char[] _text = new char[256];
    private int _steps;
    private bool _ended;
    private bool _depthReported;

    internal OfficeXml(ZipPartStream stream, string part, ReadContext context)
    {
        (_stream, _context, Part) = (stream, context, part);
        var names = new NameTable();
        _word = names.Add("http://schemas.openxmlformats.org/wordprocessingml/2006/main");
        _wordStrict = names.Add("http://purl.oclc.org/ooxml/wordprocessingml/main");
        _drawing = names.Add("http://schemas.openxmlformats.org/drawingml/2006/main");
        _drawingStrict = names.Add("http://purl.oclc.org/ooxml/drawingml/main");
        _math = names.Add("http://schemas.openxmlformats.org/officeDocument/2006/math");
        _mathStrict = names.Add("http://purl.oclc.org/ooxml/officeDocument/math");
        _vml = names.Add("urn:schemas-microsoft-com:vml");
        _compatibility = names.Add("http://schemas.openxmlformats.org/markup-compatibility/2006");
        (_paragraph, _table) = (names.Add("p"), names.Add("tbl"));
        try
        {
            _reader = PartXml.Open(stream, part, names, context.Log);
        }
        catch (XmlException error)
        {
            // An encoding that the reader does not know.
            _reader = XmlReader.Create(Stream.Null);
            ReportFault(error);
        }
    }

    /// <summary>The part's name.</summary>
    internal string Part { get; }

    /// <summary>What ended the reading, where something did.</summary>
    internal DiagnosticCode? Fault { get; private set; }

    /// <summary>How many paragraphs and tables of Word (<c>//w:p | //w:tbl</c>) have begun, those included that nobody reads.</summary>
    internal int Blocks { get; private set; }

    /// <summary>The current element's local name.</summary>
    internal string Name => _reader.LocalName;

    internal OfficeNamespace Namespace
    {
        get
        {
            object ns = _reader.NamespaceURI;
            if (ns == (object)_word || ns == (object)_wordStrict)
                return OfficeNamespace.Word;
            if (ns == (object)_drawing || ns == (object)_drawingStrict)
                return OfficeNamespace.Drawing;
            if (ns == (object)_compatibility)
                return OfficeNamespace.Compatibility;
            if (ns == (object)_vml)
                return OfficeNamespace.Vml;
            return ns == (object)_math || ns == (object)_mathStrict ? OfficeNamespace.Math : OfficeNamespace.Other;
        }
    }

    internal bool IsWord
    {
        get
        {
            object ns = _reader.NamespaceURI;
            return ns == (object)_word || ns == (object)_wordStrict;
        }
    }

    /// <summary>Moves to the outermost element.</summary>
    internal bool ReadRoot()
    {
        while (Read())
            if (_reader.NodeType == XmlNodeType.Element)
                return true;
        return false;
    }

    /// <summary>Begins to read the current element's children; hand the result to <see cref="NextChild"/>.</summary>
    internal int Enter()
    {
        if (_reader.IsEmptyElement)
            return -1;
        if (_reader.Depth < _context.Limits.MaxDepth)
            return _reader.Depth;
        if (!_depthReported)
            _context.Log.Reached(nameof(ParseLimits.MaxDepth), _context.Limits.MaxDepth, $"Elements of {Part} are nested deeper than", "the deeper ones were left out");
        _depthReported = true;
        return -1;
    }

    /// <summary>Moves to the next child element of the element at the given depth, past whatever is left of the one before.</summary>
    internal bool NextChild(int depth)
    {
        if (depth < 0)
            return false;
        while (Read())
        {
            var type = _reader.NodeType;
            if (type == XmlNodeType.Element)
            {
                if (_reader.Depth == depth + 1)
                    return true;
            }
            else if (type == XmlNodeType.EndElement && _reader.Depth <= depth)
            {
                // Only at the part's very end can its length and checksum be told.
                while (depth == 0 && Read())
                {
                }

                return false;
            }
        }

        return false;
    }

    /// <summary>Moves to the next piece of character data in the element at the given depth; it is then <see cref="Value"/>.</summary>
    internal bool NextText(int depth)
    {
        if (depth < 0)
            return false;
        while (Read())
        {
            var type = _reader.NodeType;
            if (type is XmlNodeType.Text or XmlNodeType.CDATA or XmlNodeType.SignificantWhitespace)
                return true;
            if (type == XmlNodeType.EndElement && _reader.Depth <= depth)
                return false;
        }

        return false;
    }

    /// <summary>The current piece of character data, valid until the next one is asked for.</summary>
    internal ReadOnlySpan<char> Value()
    {
        if (!_reader.CanReadValueChunk)
            return _reader.Value;
        var length = 0;
        try
        {
            while (_reader.ReadValueChunk(_text, length, _text.Length - length) is var read and > 0)
            {
                length += read;
                // Whoever takes a text counts it, and notes that it is too long.
                if (length > _context.Limits.MaxCharacters)
                    break;
                // Room for one more character is none for a pair of surrogates: the reader would fail at it.
                if (length >= _text.Length - 1)
                    Array.Resize(ref _text, _text.Length * 2);
            }
        }
        catch (XmlException error)
        {
            // The reader looks at long texts piece by piece: a fault may lie in the middle of one.
            ReportFault(error);
        }

        return _text.AsSpan(0, length);
    }

    /// <summary>Whether white space at the ends of the text counts.</summary>
    internal bool PreservesSpace => _reader.XmlSpace == XmlSpace.Preserve;

    /// <summary>The current element's attribute of the given local name, whatever its prefix.</summary>
    internal string? Attribute(string name)
    {
        if (_ended || !_reader.MoveToFirstAttribute())
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

    /// <summary>The <c>val</c> attribute, which most elements have.</summary>
    internal string? Val() => Attribute("val");

    /// <summary>A number, <c>val</c> if nothing else is said; <see langword="null"/> where it is missing or no number.</summary>
    internal int? Number(string attribute = "val") => ToNumber(Attribute(attribute));

    /// <summary>A switch: on where it is there without a value.</summary>
    internal bool Flag() => Val() is not ("0" or "false" or "off" or "none");

    /// <summary>A number that may carry a fraction or a unit, of which the leading digits count.</summary>
    internal static int? ToNumber(string? text)
    {
        if (text is null)
            return null;
        var end = text.StartsWith('-') ? 1 : 0;
        while (end < text.Length && char.IsAsciiDigit(text[end]))
            end++;
        return int.TryParse(text.AsSpan(0, end), System.Globalization.NumberStyles.AllowLeadingSign, System.Globalization.CultureInfo.InvariantCulture, out var value)
            ? value
            : null;
    }

    /// <summary>Ends the reading: a limit was reached.</summary>
    internal void Stop() => _ended = true;

    /// <summary>A part that was left early is still read to its end: only there can damage of what was read be told.</summary>
    public void Dispose()
    {
        if (!_ended)
            PassRest();
        _reader.Dispose();
        _stream.Dispose();
    }

    private void PassRest()
    {
        var rest = new byte[8192];
        while (!_context.Cancellation.IsCancellationRequested && !_context.Watch.IsReadingOver && _stream.Read(rest) > 0)
            _context.Watch.Advance();
        ReportStream();
    }

    private bool Read()
    {
        if (_ended)
            return false;
        if ((++_steps & StepInterval) == 0 && IsOver())
            return false;
        try
        {
            if (_reader.Read())
            {
                Count();
                return !_ended;
            }

            ReportStream();
        }
        catch (XmlException error)
        {
            ReportFault(error);
        }

        _ended = true;
        return false;
    }

    // The reader's names are those of the table, so that comparing them costs nothing.
    private void Count()
    {
        if (_reader.AttributeCount > _context.Limits.MaxAttributes)
            EndAt(nameof(ParseLimits.MaxAttributes), _context.Limits.MaxAttributes, $"An element of {Part} has more attributes than");
        if (_reader.NodeType == XmlNodeType.Element && (_reader.LocalName == (object)_paragraph || _reader.LocalName == (object)_table) && IsWord)
            Blocks++;
    }

    private bool IsOver()
    {
        _context.Step();
        if (!_context.IsTimeUp())
            return false;
        Fault = DiagnosticCode.LimitReached;
        return _ended = true;
    }

    private void EndAt(string limit, IFormattable value, string what)
    {
        (Fault, _ended) = (DiagnosticCode.LimitReached, true);
        _context.Log.Reached(limit, value, what);
    }

    private void ReportFault(XmlException error)
    {
        _ended = true;
        if (!ReportStream())
            Report(DiagnosticCode.XmlMalformed, $"line {error.LineNumber}, column {error.LinePosition}; what stands before was read");
    }

    private bool ReportStream()
    {
        if (_stream.Fault is not { } fault)
            return false;
        if (_stream.Limit is { } limit)
            EndAt(limit.Name, limit.Value, $"{Part} {limit.What}");
        else
            Report(fault, _stream.FaultMessage);
        return true;
    }

    private void Report(DiagnosticCode code, string message)
    {
        Fault = code;
        _context.Log.Add(code, $"{Part}: {message}.");
    }
}
