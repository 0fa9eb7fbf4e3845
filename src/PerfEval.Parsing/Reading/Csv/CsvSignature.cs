namespace PerfEval.Parsing.Reading.Csv;

/// <summary>
/// Tells comma-separated text from prose, in favour of prose: every line has the same number of fields, at least three, quotation marks stand only
/// around fields, and the commas are neither those of sentences nor those within figures.
/// </summary>
internal static class CsvSignature
{
    private const int LeastFields = 3;
    private const int LeastRecords = 3;

    /// <summary>Whether a text is comma-separated.</summary>
    /// <param name="text">The text or its beginning.</param>
    /// <param name="isWhole">Whether it is all of it; the last record of a beginning says nothing.</param>
    internal static bool Matches(string text, bool isWhole)
    {
        // The first line alone decides for nearly every text that is none.
        var end = text.AsSpan().IndexOf('\n');
        if (text.AsSpan(0, end < 0 ? text.Length : end).Count(',') < LeastFields - 1 && !text.StartsWith('"'))
            return false;
        var csv = new CsvText(text);
        var (records, fields, ofProse, all) = (0, 0, 0, 0);
        CsvRecord? last = null;
        for (var record = csv.Next(); record is not null; record = csv.Next())
        {
            if (last is { } done && !Take(done))
                return false;
            last = record;
        }

        if (isWhole && (csv.IsMalformed || (last is { } rest && !Take(rest))))
            return false;
        return records >= LeastRecords && ofProse * 2 < all;

        bool Take(CsvRecord record)
        {
            if (record.Fields is [""])
                return true;
            records++;
            fields = fields == 0 ? record.Fields.Count : fields;
            all += record.Fields.Count - 1;
            ofProse += OfProse(record.Fields);
            return fields >= LeastFields && record.Fields.Count == fields;
        }
    }

    /// <summary>How many of a record's commas look like those of a sentence (Road works, culverts) or of a figure (1,286,000).</summary>
    private static int OfProse(List<string> fields)
    {
        var count = 0;
        for (var i = 1; i < fields.Count; i++)
        {
            var (before, after) = (fields[i - 1], fields[i]);
            var groups = before.Length > 0 && char.IsAsciiDigit(before[^1]) && after.Length >= 3 && after.AsSpan(0, 3).IndexOfAnyExceptInRange('0', '9') < 0
                && (after.Length == 3 || !char.IsAsciiDigit(after[3]));
            count += groups || (after.Length > 1 && after[0] == ' ' && after[1] != ' ') ? 1 : 0;
        }

        return count;
    }
}
