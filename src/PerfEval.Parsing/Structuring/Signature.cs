using System.Text.RegularExpressions;
using PerfEval.Parsing.Documents;

namespace PerfEval.Parsing.Structuring;

/// <summary>Finds the closing signature (落款): the unit and the date that stand after the last paragraph.</summary>
internal static partial class Signature
{
    private const int MostUnits = 3;

    /// <summary>The indices of the signature's lines, in order.</summary>
    /// <param name="lines">The report's lines.</param>
    /// <param name="start">The first line of the body.</param>
    /// <param name="end">The line after the body: the first annex or the end.</param>
    public static IReadOnlyList<int> Find(IReadOnlyList<Line> lines, int start, int end)
    {
        var found = new List<int>();
        var i = LastText(lines, start, end);
        if (i < 0)
            return found;
        // （联系人：…，联系电话：…） below the date closes a letter.
        if (i > start && Contact().IsMatch(lines[i].Squeezed) && LastText(lines, start, i) is var above && above > start && ChineseDate.IsWholeLine(lines[above].Squeezed))
        {
            found.Add(i);
            i = LastText(lines, start, i);
        }

        // The date, and a seal's place, in either order.
        for (var marks = 0; marks < 2 && i > start && (ChineseDate.IsWholeLine(lines[i].Squeezed) || Seal().IsMatch(lines[i].Squeezed)); marks++)
        {
            found.Add(i);
            i = LastText(lines, start, i);
        }

        for (var units = 0; i > start && units < MostUnits && IsUnit(lines[i].Squeezed); units++)
        {
            found.Add(i);
            i = LastText(lines, start, i);
        }

        // A unit without a date, or before it: both orders are seen; other short lines are text.
        found.Reverse();
        return found;
    }

    private static int LastText(IReadOnlyList<Line> lines, int start, int end)
    {
        for (var i = end - 1; i >= start; i--)
        {
            if (lines[i].IsText)
                return i;
            if (!lines[i].IsPageBreak && lines[i].Source is not Figure)
                return -1;
        }

        return -1;
    }

    private static bool IsUnit(string squeezed) => squeezed.Length is >= 3 and <= 40 && Unit().IsMatch(squeezed);

    [GeneratedRegex("^[（(]?(联系人|联系电话|填报人|填表人|经办人)[：:].{0,60}$")]
    private static partial Regex Contact();

    [GeneratedRegex("^[（(](单位)?(盖章|公章|印章|签章)[）)]$")]
    private static partial Regex Seal();

    [GeneratedRegex(@"^[^。；，：:、]{2,}(局|厅|委|委员会|办|办公室|政府|中心|公司|事务所|院|学校|大学|中学|小学|所|处|馆|站|队|部|会|镇|乡|街道|街道办事处|办事处|园|社|总队|支队|大队|科|股|公署|集团|基金会|联合会|分局|法院|检察院|协会|党校|医院|幼儿园|管委会|工作组|评价组|小组)([（(][^（）()]*[）)])?([（(][^（）()]*[）)])?$")]
    private static partial Regex Unit();
}
