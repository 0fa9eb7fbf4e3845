using System.Globalization;
using System.Text;
using PerfEval.Parsing.Documents;
using PerfEval.Parsing.Model;
using PerfEval.Parsing.Vocabulary;

namespace PerfEval.Parsing.Viewing;

/// <summary>Values as HTML: a link to the evidence where there is some, and how sure the value is.</summary>
internal sealed class ValueMarkup(StringBuilder html, ReportEntries entries, ViewVocabulary words, int part)
{
    /// <summary>Below it a value should be looked at; see <see cref="Evidence.Confidence"/>.</summary>
    private const double Sure = 0.9;

    /// <summary>A value of the model with its confidence.</summary>
    /// <param name="pointer">The field.</param>
    /// <param name="text">The value as people read it; <see langword="null"/> where the report does not say.</param>
    /// <param name="dense">Whether so many stand together that only doubtful ones say how sure they are.</param>
    public void Value(string pointer, string? text, bool dense = false) => Values([(pointer, text)], "", dense);

    /// <summary>Values that belong together, and behind them how sure they are: once for what was read in one place.</summary>
    public void Values(IReadOnlyList<(string Pointer, string? Text)> values, string separator, bool dense = false)
    {
        var read = new List<Evidence>();
        for (var i = 0; i < values.Count; i++)
        {
            if (i > 0)
                html.AppendElement("span", "between", separator);
            if (values[i].Text is not { } text)
            {
                html.AppendElement("span", "unknown", dense ? "–" : words.Page("unknown"));
                continue;
            }

            var entry = entries.For(values[i].Pointer);
            Link(entry?.Pointer, text);
            if (entry?.Evidence is { } evidence && !read.Contains(evidence))
                read.Add(evidence);
        }

        foreach (var evidence in read)
            if (!dense || evidence.Confidence < Sure)
                Confidence(evidence.Confidence);
    }

    /// <summary>A link by which an entry is chosen; mere text where there is none.</summary>
    public void Link(string? pointer, string text)
    {
        if (pointer is null)
        {
            html.AppendElement("span", null, text);
            return;
        }

        var number = part == 0 ? "" : part.ToString(CultureInfo.InvariantCulture);
        html.Append("<a class=\"v\"").AppendAttribute("href", $"#{number}{pointer}").Append('>').AppendText(text).Append("</a>");
    }

    /// <summary>Points, as printed.</summary>
    public static string? Number(decimal? value) => value is { } number ? PlainDecimal.Of(number).ToString(CultureInfo.InvariantCulture) : null;

    /// <summary>An amount in yuan with its digits grouped.</summary>
    public string? Money(decimal? value) => value is { } yuan ? words.Page("yuan", yuan.ToString("#,##0.##########", CultureInfo.InvariantCulture)) : null;

    /// <summary>A fraction of one as a percentage.</summary>
    public static string? Rate(decimal? value) => value is { } rate ? PlainDecimal.Of(rate * 100).ToString(CultureInfo.InvariantCulture) + "%" : null;

    private void Confidence(double confidence)
    {
        html.Append("<small").AppendAttribute("class", confidence < Sure ? "c low" : "c").AppendAttribute("title", words.Page("confidence")).Append('>')
            .Append(confidence.ToString("0.00", CultureInfo.InvariantCulture)).Append("</small>");
    }
}
