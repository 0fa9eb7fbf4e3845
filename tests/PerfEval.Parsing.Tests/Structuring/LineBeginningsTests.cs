using PerfEval.Parsing.Documents;
using PerfEval.Parsing.Structuring;
using Xunit;

namespace PerfEval.Parsing.Tests.Structuring;

public sealed class LineBeginningsTests
{
    private static readonly string[] Texts = ["一、项目概况", "二、绩效", "一、项目概况及背景", "一、项目", "二、绩效", "三、问题", "一、项 目概况。本项目"];

    [Fact]
    public void ALineStandsLaterWhereAnyLineBehindBeginsSo()
    {
        List<Line> lines = [.. Texts.Select((text, i) => new Line(i, 0, text, new Paragraph { Text = text }))];
        var beginnings = new LineBeginnings(lines);

        for (var index = 0; index < Texts.Length; index++)
            foreach (var text in Texts.Append("一").Append("四、"))
                Assert.Equal(lines.Skip(index + 1).Any(l => l.Squeezed.StartsWith(text, StringComparison.Ordinal)), beginnings.StandsAfter(index, text));
    }
}
