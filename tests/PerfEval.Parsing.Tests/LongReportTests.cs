using System.Diagnostics;
using Xunit;

namespace PerfEval.Parsing.Tests;

/// <summary>Long reports on the whole path: a step with quadratic cost could not finish them in minutes. The bound is generous: slow machines pass, quadratic code does not.</summary>
public sealed class LongReportTests
{
    private const string Head = "青河县2023年农村公路养护项目支出绩效评价报告\n一、项目概况\n2023年年初预算120万元。\n二、评价结论\n综合得分90分，评价等级为“优”。\n三、附表\n";

    private static readonly TimeSpan Bound = TimeSpan.FromSeconds(40);

    [Theory]
    [InlineData("一级指标\t二级指标\t三级指标\t指标值\t实际完成值\t分值\t得分\n", "产出\t数量\t指标{0}\t{0}个\t{0}个\t1\t1\n")]
    [InlineData("", "{0}. 第{0}项工作。完成情况良好，得分8分，安排资金{0}万元，实际支出{0}万元。\n")]
    [InlineData("", "（一）依据《第{0}号管理办法》（青财建〔2023〕{0}号）开展工作。\n")]
    [InlineData("四、存在的问题\n", "{0}. 第{0}个问题比较突出。有关制度还不健全，管理有待加强。\n")]
    public void AReportTakesTimeInProportionToItsLength(string head, string line)
    {
        var text = Head + head + string.Concat(Enumerable.Range(1, 30_000).Select(i => string.Format(null, line, i)));
        var watch = Stopwatch.StartNew();

        var result = ReportParser.Default.ParseText(text);

        Assert.Equal(90m, result.Report.Score?.Value);
        Assert.True(watch.Elapsed < Bound, $"{watch.Elapsed}");
    }
}
