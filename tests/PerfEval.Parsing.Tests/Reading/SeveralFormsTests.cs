using System.Text;
using PerfEval.Parsing.Diagnostics;
using PerfEval.Parsing.Documents;
using PerfEval.Parsing.Reading;
using PerfEval.Parsing.Reading.PlainText;
using Xunit;

namespace PerfEval.Parsing.Tests.Reading;

public sealed class SeveralFormsTests
{
    private const string Form = "项目支出绩效自评表\n项目名称\n{0}\n绩效指标\n一级指标\n二级指标\n三级指标\n年度指标值\n实际完成值\n分值\n得分\n产出指标\n数量指标\n{0}数量\n≥5个\n5个\n50\n50\n效益指标\n社会效益指标\n{0}成效\n明显\n明显\n40\n39\n总分\n90\n89\n";

    [Fact]
    public void TheNextFormsTitleEndsAFormOfOneCellALine()
    {
        var text = string.Concat(new[] { "水库维修", "村道养护" }.Select(name => Form.Replace("{0}", name, StringComparison.Ordinal)));

        var document = new PlainTextReader().Read(Encoding.UTF8.GetBytes(text), new ReadContext(ParseLimits.Default, new DiagnosticLog(), CancellationToken.None));

        Assert.Equal(2, document.Blocks.OfType<Table>().Count());
        Assert.Equal(2, document.Blocks.OfType<Paragraph>().Count(p => p.Text == "项目支出绩效自评表"));
    }
}
