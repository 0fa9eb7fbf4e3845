using System.Text;
using PerfEval.Parsing.Vocabulary;

namespace PerfEval.Parsing.Viewing;

/// <summary>
/// Writes what a file gave as one web page for people who check it: the text as read on the left, the model on the right, each value linked to
/// the characters from which it was read. The page needs nothing else and sends nothing: it works from a disk without a network.
/// </summary>
public static class ReportView
{
    /// <summary>
    /// Writes the page, in UTF-8. The same result gives the same bytes on every machine. Reports that were read back from JSON have no document:
    /// their text is put together from their sections, and evidence that is in none of them shows its words alone.
    /// </summary>
    /// <param name="result">What a file gave: one report or several.</param>
    /// <param name="output">Where the bytes go; it is neither flushed nor closed.</param>
    /// <param name="language">The language of the page's own words.</param>
    /// <exception cref="ArgumentException">An argument is null, the result holds no report, the stream cannot be written, or there is no such language.</exception>
    public static void Write(ParseResult result, Stream output, ViewLanguage language = ViewLanguage.Chinese)
    {
        ArgumentNullException.ThrowIfNull(result);
        ArgumentNullException.ThrowIfNull(output);
        if (result.Reports.Count == 0)
            throw new ArgumentException("The result holds no report.", nameof(result));
        if (!output.CanWrite)
            throw new ArgumentException("The stream cannot be written.", nameof(output));
        var words = language switch
        {
            ViewLanguage.Chinese => ViewVocabulary.Chinese,
            ViewLanguage.English => ViewVocabulary.English,
            _ => throw new ArgumentOutOfRangeException(nameof(language), language, "There is no such language."),
        };
        output.Write(Encoding.UTF8.GetBytes(new ViewPage(result, words).Print()));
    }
}
