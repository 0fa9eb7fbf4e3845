namespace PerfEval.Parsing.Reading.Docx;

/// <summary>
/// Fields that are open at the current place. A field prints its result, the part after its separator; its code is never text.
/// </summary>
internal sealed class DocxFields
{
    private const int MaxCode = 16;
    private readonly List<Field> _open = [];
    private int _inCode;
    private int _contents;

    /// <summary>Whether the current place is inside a field's code.</summary>
    internal bool IsCode => _inCode > 0;

    /// <summary>Whether the current place is inside a printed table of contents.</summary>
    internal bool IsContents => _contents > 0;

    internal void Begin()
    {
        _open.Add(new Field { IsCode = true });
        _inCode++;
    }

    /// <summary>Takes a piece of the innermost field's code, of which the first word names the field.</summary>
    internal void AddCode(ReadOnlySpan<char> code)
    {
        if (_open.Count > 0 && _open[^1] is { IsCode: true, Code.Length: < MaxCode } field)
            field.Code = (field.Code + code[..Math.Min(code.Length, MaxCode)].ToString()).TrimStart();
    }

    internal void Separate()
    {
        if (_open.Count == 0 || !_open[^1].IsCode)
            return;
        var field = _open[^1];
        field.IsCode = false;
        _inCode--;
        field.IsContents = IsContentsCode(field.Code);
        if (field.IsContents)
            _contents++;
    }

    internal void End()
    {
        if (_open.Count == 0)
            return;
        var field = _open[^1];
        _open.RemoveAt(_open.Count - 1);
        if (field.IsCode)
            _inCode--;
        if (field.IsContents)
            _contents--;
    }

    /// <summary>A code ends with its paragraph at the latest: a field without separator and end must not swallow the rest of the document.</summary>
    internal void EndOfParagraph()
    {
        while (_inCode > 0)
            End();
    }

    internal static bool IsContentsCode(string? code) => code is not null && code.TrimStart().StartsWith("TOC", StringComparison.OrdinalIgnoreCase)
        && (code.TrimStart().Length == 3 || !char.IsLetter(code.TrimStart()[3]));

    private sealed class Field
    {
        internal bool IsCode;
        internal bool IsContents;
        internal string Code = "";
    }
}
