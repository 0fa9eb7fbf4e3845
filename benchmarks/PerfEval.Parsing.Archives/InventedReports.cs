using System.Globalization;
using System.Reflection;
using PerfEval.Parsing.Model;
using PerfEval.Parsing.Writing;

namespace PerfEval.Parsing.Archives;

/// <summary>Invented reports: the shipped samples with other names, years and figures, and longer or shorter texts.</summary>
internal sealed class InventedReports
{
    private static readonly string[] Counties = ["清河县", "临江市", "东山区", "白石县", "云岭县", "长桥区", "安平市", "北湖县", "青田县", "永宁区", "石门县", "金沙市"];
    private static readonly string[] Projects = ["农村道路养护", "高标准农田建设", "老旧小区改造", "基层文化站运行", "义务教育营养改善", "城乡环境整治", "残疾人康复服务", "水库移民后期扶持", "粮食产业发展", "公共卫生服务", "古树名木保护", "村级公益事业"];
    private static readonly string[] Sentences =
    [
        "项目单位按照预算批复组织实施，资金拨付手续齐全。", "评价组查阅了会计凭证、合同和验收资料，并走访了受益群众。", "部分子项目开工较晚，影响了年度目标的按期完成。",
        "建议进一步细化绩效指标，使其与预算资金量相匹配。", "资金支付率达到预期，未发现挤占、挪用情况。", "群众对项目实施效果总体满意，满意度调查回收有效问卷若干份。",
        "后期管护责任尚未完全落实，部分设施缺少专人维护。", "项目建立了月报制度，主管部门按季度开展督导检查。",
    ];

    private readonly string[] _bases = [.. new[] { "rural-water-2023.docx", "public-toilets-2023.html", "road-maintenance-2023.txt" }.Select(Base)];

    /// <summary>The shipped file of that name.</summary>
    public static byte[] Shipped(string name)
    {
        using var stream = Assembly.GetExecutingAssembly().GetManifestResourceStream(name) ?? throw new InvalidOperationException($"{name} is not embedded.");
        using var memory = new MemoryStream();
        stream.CopyTo(memory);
        return memory.ToArray();
    }

    /// <summary>Another report.</summary>
    public PerformanceReport Next(Random random)
    {
        var json = _bases[random.Next(_bases.Length)]
            .Replace("南屏县", Counties[random.Next(Counties.Length)], StringComparison.Ordinal)
            .Replace("望川市", Counties[random.Next(Counties.Length)], StringComparison.Ordinal)
            .Replace("农村饮水安全巩固提升", Project(random), StringComparison.Ordinal)
            .Replace("农村道路养护", Project(random), StringComparison.Ordinal)
            .Replace("城区公厕运行维护", Project(random), StringComparison.Ordinal)
            .Replace("2023", random.Next(2012, 2025).ToString(CultureInfo.InvariantCulture), StringComparison.Ordinal)
            .Replace("89.5", random.Next(60, 99).ToString(CultureInfo.InvariantCulture) + ".5", StringComparison.Ordinal);
        var report = JsonReportReader.Read(json);
        return report with { Sections = [.. report.Sections.Select(section => Longer(section, random))] };
    }

    private static string Base(string name)
    {
        var report = ReportParser.Default.Parse(Shipped(name), name).Report;
        return new JsonReportWriter(indented: false).Write(report with { Evidence = [], Diagnostics = [], Source = new ReportSource() });
    }

    private static Section Longer(Section section, Random random)
    {
        // Only bodies grow: what stands on a cover or before the first heading has a meaning of its own.
        var grown = section is { Level: > 0, Heading: not null } && section.Blocks.Any(block => block is ParagraphContent)
            ? section.Blocks.Concat(Enumerable.Range(0, random.Next(1, 4)).Select(_ => Paragraph(random)))
            : section.Blocks;
        return section with { Blocks = [.. grown], Children = [.. section.Children.Select(child => Longer(child, random))] };
    }

    // The number makes each report a content of its own, also a form that has no text to grow.
    private static string Project(Random random) =>
        $"{Projects[random.Next(Projects.Length)]}第{random.Next(1, 1_000_000).ToString(CultureInfo.InvariantCulture)}号";

    private static ParagraphContent Paragraph(Random random) =>
        new($"核对会计凭证{random.Next(1, 100_000)}份。" + string.Concat(Enumerable.Range(0, random.Next(1, 5)).Select(_ => Sentences[random.Next(Sentences.Length)])));
}
