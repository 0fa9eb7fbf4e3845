using System.Globalization;
using System.Text;
using System.Text.RegularExpressions;

namespace PerfEval.Parsing.Reading.PlainText;

/// <summary>A line that is being cleaned, with the position at which each of its characters stood before.</summary>
internal sealed class TracedText
{
    private List<int> _origins;

    /// <summary>A line as it stands.</summary>
    public TracedText(string text)
    {
        Text = text;
        _origins = [.. Enumerable.Range(0, text.Length)];
    }

    /// <summary>The text so far.</summary>
    public string Text { get; private set; }

    /// <summary>Puts something else, or nothing, in the place of every match; it stands where the match began.</summary>
    public void Replace(Regex pattern, Func<Match, string> replacement)
    {
        if (!pattern.IsMatch(Text))
            return;
        var (text, origins, at) = (new StringBuilder(Text.Length), new List<int>(Text.Length), 0);
        foreach (Match match in pattern.Matches(Text))
        {
            Keep(at, match.Index);
            // What stays as it is keeps its own positions.
            var made = replacement(match);
            if (made == match.Value)
                Keep(match.Index, match.Index + match.Length);
            else
                Add(made, _origins[match.Index]);
            at = match.Index + match.Length;
        }

        Keep(at, Text.Length);
        (Text, _origins) = (text.ToString(), origins);

        void Keep(int from, int to)
        {
            text.Append(Text, from, to - from);
            origins.AddRange(_origins.GetRange(from, to - from));
        }

        void Add(string made, int origin)
        {
            text.Append(made);
            origins.AddRange(Enumerable.Repeat(origin, made.Length));
        }
    }

    /// <summary>Cleans the characters; see <see cref="NormalText.Clean"/>.</summary>
    public void Clean()
    {
        var (text, origins) = (new StringBuilder(Text.Length), new List<int>(Text.Length));
        for (var i = 0; i < Text.Length; i++)
        {
            if (NormalText.Cleaned(Text[i]) is not { } kept)
                continue;
            text.Append(kept);
            origins.Add(_origins[i]);
        }

        (Text, _origins) = (text.ToString(), origins);
        if (NormalText.Compose(Text) != Text)
            Compose();
    }

    /// <summary>Where each stretch of the text began that stood without a break.</summary>
    public List<(int Start, int Origin)> Stretches()
    {
        var stretches = new List<(int Start, int Origin)>();
        for (var i = 0; i < _origins.Count; i++)
            if (i == 0 || _origins[i] != _origins[i - 1] + 1)
                stretches.Add((i, _origins[i]));
        return stretches;
    }

    // No composition reaches from one character with its marks into the next, so each is composed alone and stands where it stood.
    private void Compose()
    {
        var (text, origins) = (new StringBuilder(Text.Length), new List<int>(Text.Length));
        for (int start = 0, end; start < Text.Length; start = end)
        {
            end = EndOfCharacter(start);
            var composed = Text[start..end].Normalize(NormalizationForm.FormC);
            text.Append(composed);
            for (var i = 0; i < composed.Length; i++)
                origins.Add(_origins[Math.Min(start + i, end - 1)]);
        }

        (Text, _origins) = (text.ToString(), origins);
    }

    private int EndOfCharacter(int start)
    {
        var end = start + Width(start);
        while (end < Text.Length && IsJoined(end))
            end += Width(end);
        return end;
    }

    private int Width(int at) => char.IsHighSurrogate(Text[at]) && at + 1 < Text.Length ? 2 : 1;

    /// <summary>Combining marks, and the vowels and finals of Hangul syllables.</summary>
    private bool IsJoined(int at) => Text[at] is >= '\u1160' and <= '\u11FF'
        || CharUnicodeInfo.GetUnicodeCategory(Text, at) is UnicodeCategory.NonSpacingMark or UnicodeCategory.SpacingCombiningMark or UnicodeCategory.EnclosingMark;
}
