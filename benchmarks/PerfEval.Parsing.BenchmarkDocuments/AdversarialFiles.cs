using System.Globalization;
using System.Text;

namespace PerfEval.Parsing.BenchmarkDocuments;

/// <summary>Files that cost a careless reader the square of their length.</summary>
public static class AdversarialFiles
{
    /// <summary>Plain text whose every line could be a numbered heading.</summary>
    /// <param name="count">How many lines.</param>
    /// <returns>UTF-8.</returns>
    public static byte[] NumberedLines(int count)
    {
        var text = new StringBuilder("白石县项目支出绩效评价报告\n");
        for (var i = 1; i <= count; i++)
            text.Append(CultureInfo.InvariantCulture, $"{i}.核查情况\n");
        return Encoding.UTF8.GetBytes(text.ToString());
    }

    /// <summary>Plain text that is one line.</summary>
    /// <param name="bytes">About how long.</param>
    /// <returns>UTF-8.</returns>
    public static byte[] OneLine(int bytes)
    {
        const string Unit = "一、项目支出绩效评价得分为88分，预算资金126.5万元；";
        var text = new StringBuilder();
        for (var length = 0; length < bytes; length += Encoding.UTF8.GetByteCount(Unit))
            text.Append(Unit);
        return Encoding.UTF8.GetBytes(text.ToString());
    }

    /// <summary>A report with one long table.</summary>
    /// <param name="rows">How many rows below the head.</param>
    /// <returns>The report.</returns>
    public static InventedPaper LongTable(int rows) => new(1, 1, rows);
}
