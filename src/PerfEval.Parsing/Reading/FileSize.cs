using System.Globalization;
using PerfEval.Parsing.Diagnostics;

namespace PerfEval.Parsing.Reading;

/// <summary>Refuses files that are empty or over the limit, before anything is read.</summary>
internal static class FileSize
{
    public static void Check(long length, ParseLimits limits)
    {
        if (length == 0)
            throw new UnreadableDocumentException(UnreadableReason.Empty, "The file is empty: it has no bytes.");
        CheckMost(length, limits);
    }

    /// <summary>Refuses what is over the limit as far as it has been counted.</summary>
    public static void CheckMost(long length, ParseLimits limits)
    {
        if (length > limits.MaxFileBytes)
            throw new UnreadableDocumentException(
                UnreadableReason.TooLarge,
                string.Create(CultureInfo.InvariantCulture, $"The file has {length} bytes, more than {nameof(ParseLimits)}.{nameof(ParseLimits.MaxFileBytes)} ({limits.MaxFileBytes}) allows. Raise it or split the file."));
    }
}
