using System.Xml;
using PerfEval.Parsing.Diagnostics;
using PerfEval.Parsing.Reading.Archives;

namespace PerfEval.Parsing.Reading.OfficeParts;

/// <summary>
/// A part's XML, read forward only. A fault, a limit or a stop ends the reading as the end of the part would, so that all that was read before it is
/// kept and nobody above needs to know; <see cref="Fault"/> tells it afterwards. Content that nobody asks for is passed over.
/// </summary>
internal sealed class OfficeXml : IDisposable
{
    private const int StepInterval = 0x3F;

    private readonly ReadContext _context;
    private readonly ZipPartStream? _stream;
    private readonly ZipPartBytes? _bytes;
    private PartCursor _cursor;
    private int _steps;
    private bool _ended;
    private bool _depthReported;

    /// <summary>Reads any part.</summary>
    internal OfficeXml(ZipPartStream stream, string part, ReadContext context)
    {
        (_stream, _context, Part) = (stream, context, part);
        _cursor = Open(stream, stream.Head);
    }

    /// <summary>Reads a part of which all bytes are there and begin as plain XML.</summary>
    internal OfficeXml(ZipPartBytes bytes, PlainXml plain, string part, ReadContext context) =>
        (_bytes, _cursor, _context, Part) = (bytes, plain, context, part);

    /// <summary>The part's name.</summary>
    internal string Part { get; }

    /// <summary>What ended the reading, where something did.</summary>
    internal DiagnosticCode? Fault { get; private set; }

    /// <summary>How many paragraphs and tables of Word (<c>//w:p | //w:tbl</c>) have begun, those included that nobody reads.</summary>
    internal int Blocks { get; private set; }

    /// <summary>The current element's local name.</summary>
    internal string Name => _cursor.Name;

    internal OfficeNamespace Namespace => _cursor.Namespace;

    internal bool IsWord => _cursor.Namespace == OfficeNamespace.Word;

    /// <summary>Moves to the outermost element.</summary>
    internal bool ReadRoot()
    {
        while (Read())
            if (_cursor.NodeType == XmlNodeType.Element)
                return true;
        return false;
    }

    /// <summary>Begins to read the current element's children; hand the result to <see cref="NextChild"/>.</summary>
    internal int Enter()
    {
        if (_cursor.IsEmptyElement)
            return -1;
        if (_cursor.Depth < _context.Limits.MaxDepth)
            return _cursor.Depth;
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
            var type = _cursor.NodeType;
            if (type == XmlNodeType.Element)
            {
                if (_cursor.Depth == depth + 1)
                    return true;
            }
            else if (type == XmlNodeType.EndElement && _cursor.Depth <= depth)
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
            var type = _cursor.NodeType;
            if (type is XmlNodeType.Text or XmlNodeType.CDATA or XmlNodeType.SignificantWhitespace)
                return true;
            if (type == XmlNodeType.EndElement && _cursor.Depth <= depth)
                return false;
        }

        return false;
    }

    /// <summary>The current piece of character data, valid until the next one is asked for.</summary>
    internal ReadOnlySpan<char> Value()
    {
        // Whoever takes a text counts it, and notes that it is too long.
        var value = _cursor.Value(_context.Limits.MaxCharacters, out var fault);
        if (fault is not null)
            ReportFault(fault);
        return value;
    }

    /// <summary>Whether white space at the ends of the text counts.</summary>
    internal bool PreservesSpace => _cursor.PreservesSpace;

    /// <summary>The current element's attribute of the given local name, whatever its prefix.</summary>
    internal string? Attribute(string name) => _ended ? null : _cursor.Attribute(name);

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
        if (!_ended && _stream is not null)
            PassRest(_stream);
        _cursor.Dispose();
        _stream?.Dispose();
        _bytes?.Dispose();
    }

    private void PassRest(ZipPartStream stream)
    {
        var rest = new byte[8192];
        while (!_context.Cancellation.IsCancellationRequested && !_context.Watch.IsReadingOver && stream.Read(rest) > 0)
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
            if (_cursor.Read() || (_cursor is PlainXml { IsStuck: true } plain && ReadOn(plain)))
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

    /// <summary>Goes on with the runtime's reader where the plain one stopped: it knows all of XML, and what to say of what is wrong.</summary>
    private bool ReadOn(PlainXml plain)
    {
        _cursor = Open(_bytes!.ToStream(), _bytes.Head);
        for (var passed = 0; passed < plain.Nodes && !_ended; passed++)
        {
            if ((passed & StepInterval) == 0)
                _context.Step();
            _cursor.Read();
        }

        return !_ended && _cursor.Read();
    }

    private ReaderCursor Open(Stream stream, ReadOnlySpan<byte> head)
    {
        try
        {
            return new ReaderCursor(stream, head, Part, _context.Log);
        }
        catch (XmlException error)
        {
            // An encoding that the reader does not know.
            ReportFault(error);
            return new ReaderCursor(Stream.Null, [], Part, _context.Log);
        }
    }

    private void Count()
    {
        if (_cursor.AttributeCount > _context.Limits.MaxAttributes)
            EndAt(nameof(ParseLimits.MaxAttributes), _context.Limits.MaxAttributes, $"An element of {Part} has more attributes than");
        if (_cursor.IsBlock)
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
        if (_stream?.Fault is not { } fault)
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
