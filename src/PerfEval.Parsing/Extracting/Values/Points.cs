using PerfEval.Parsing.Documents;

namespace PerfEval.Parsing.Extracting.Values;

/// <summary>Points as prose writes them: 92.65分.</summary>
internal static class Points
{
    /// <summary>Whether a number stands before a 分 anywhere: the cheap question before the wordings of scores are tried.</summary>
    public static bool AreIn(ReadOnlySpan<char> text)
    {
        for (var rest = text; rest.IndexOf('分') is >= 0 and var at; rest = rest[(at + 1)..])
            if (rest[..at].TrimEnd() is [.., var last] && char.IsDigit(ChineseText.Narrow(last)))
                return true;
        return false;
    }
}
