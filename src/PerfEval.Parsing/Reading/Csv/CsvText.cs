using System.Text;

namespace PerfEval.Parsing.Reading.Csv;

/// <summary>One record of a comma-separated text.</summary>
/// <param name="Line">The line on which it begins, 1-based.</param>
/// <param name="Fields">The fields, quotation marks undone.</param>
internal readonly record struct CsvRecord(int Line, List<string> Fields);

/// <summary>Comma-separated text after RFC 4180, read one record at a time.</summary>
internal sealed class CsvText(string text)
{
    private readonly StringBuilder _field = new();
    private int _at;
    private int _line = 1;

    /// <summary>Whether a quotation mark stood where none may: the text is no comma-separated one, or damaged.</summary>
    internal bool IsMalformed { get; private set; }

    /// <summary>The next record; <see langword="null"/> at the end. A blank line is a record of one empty field.</summary>
    internal CsvRecord? Next()
    {
        if (_at >= text.Length)
            return null;
        var record = new CsvRecord(_line, []);
        while (true)
        {
            ReadField();
            record.Fields.Add(_field.ToString());
            if (_at >= text.Length)
                return record;
            var end = text[_at++];
            if (end == ',')
                continue;
            if (end == '\r' && _at < text.Length && text[_at] == '\n')
                _at++;
            _line++;
            return record;
        }
    }

    private void ReadField()
    {
        _field.Clear();
        if (_at < text.Length && text[_at] == '"')
            ReadQuoted();
        // What stands behind a closing mark, or all of a field without marks.
        while (_at < text.Length && text[_at] is not (',' or '\r' or '\n'))
        {
            IsMalformed |= text[_at] == '"';
            _field.Append(text[_at++]);
        }
    }

    private void ReadQuoted()
    {
        for (_at++; _at < text.Length; _at++)
        {
            if (text[_at] == '"' && !(_at + 1 < text.Length && text[_at + 1] == '"'))
            {
                _at++;
                IsMalformed |= _at < text.Length && text[_at] is not (',' or '\r' or '\n');
                return;
            }

            if (text[_at] == '"')
                _at++;
            if (text[_at] == '\n' || (text[_at] == '\r' && !(_at + 1 < text.Length && text[_at + 1] == '\n')))
                _line++;
            _field.Append(text[_at]);
        }

        IsMalformed = true;
    }
}
