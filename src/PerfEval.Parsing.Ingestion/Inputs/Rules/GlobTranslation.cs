using System.Text;
using System.Text.RegularExpressions;

namespace PerfEval.Parsing.Ingestion.Inputs.Rules;

/// <summary>A pattern for paths as a regular expression.</summary>
internal sealed class GlobTranslation(string pattern)
{
    private const string OneCharacter = @"(?:[\uD800-\uDBFF][\uDC00-\uDFFF]|[^/])";
    private readonly StringBuilder _regex = new();
    private int _at;
    private int _depth;

    /// <exception cref="ArgumentException">A bracket or brace is not closed.</exception>
    public string Translate()
    {
        while (_at < pattern.Length)
            TranslateNext();
        if (_depth > 0)
            throw new ArgumentException($"The pattern {pattern} has a {{ without its }}.", nameof(pattern));
        return _regex.ToString();
    }

    private void TranslateNext()
    {
        var c = pattern[_at++];
        switch (c)
        {
            case '*': Star(); break;
            case '?': _regex.Append(OneCharacter); break;
            case '[': Set(); break;
            case '{': Enter(); break;
            case '}' when _depth > 0: Leave(); break;
            case ',' when _depth > 0: _regex.Append('|'); break;
            default: _regex.Append(Regex.Escape(c.ToString())); break;
        }
    }

    private void Star()
    {
        if (_at == pattern.Length || pattern[_at] != '*')
        {
            _regex.Append("[^/]*");
            return;
        }

        var isName = _at == 1 || pattern[_at - 2] is '/' or '{' or ',';
        _at++;
        if (isName && _at < pattern.Length && pattern[_at] == '/')
        {
            _at++;
            _regex.Append("(?:.*/)?");
            return;
        }

        _regex.Append(".*");
    }

    private void Set()
    {
        var close = _at < pattern.Length ? pattern.IndexOf(']', Math.Min(pattern.Length - 1, _at + 1)) : -1;
        if (close < 0)
            throw new ArgumentException($"The pattern {pattern} has a [ without its ].", nameof(pattern));
        var not = pattern[_at] is '!' or '^';
        var set = pattern[(not ? _at + 1 : _at)..close];
        _at = close + 1;
        _regex.Append(not ? "[^/" : "[");
        foreach (var c in set)
            _regex.Append(c is '\\' or '[' or ']' or '^' ? $"\\{c}" : c.ToString());
        _regex.Append(']');
    }

    private void Enter()
    {
        _depth++;
        _regex.Append("(?:");
    }

    private void Leave()
    {
        _depth--;
        _regex.Append(')');
    }
}
