using System.Globalization;

namespace PerfEval.Parsing.BenchmarkDocuments;

/// <summary>
/// An invented evaluation report of a chosen length, all of it in proportion: text, headings and rows of the indicator table grow with the pages, so that what
/// a page costs can be compared between lengths. The same pages and seed give the same report.
/// </summary>
public sealed class InventedPaper
{
    /// <summary>What a page of a Word file holds besides headings and tables; with them it is 750 characters.</summary>
    private const int CharactersOfAPage = 620;

    /// <summary>Rows of the indicator table for each page: 40 in the medium report.</summary>
    private const int RowsOfAPage = 2;

    private const int FewestRows = 8;

    private static readonly string[] Counties = ["清河县", "临江市", "东山区", "白石县", "云岭县", "长桥区", "安平市", "北湖县", "青田县", "永宁区", "石门县", "金沙市"];
    private static readonly string[] Projects = ["农村道路养护", "高标准农田建设", "老旧小区改造", "基层文化站运行", "义务教育营养改善", "城乡环境整治", "残疾人康复服务", "粮食产业发展"];
    private static readonly string[] Dimensions = ["决策", "过程", "产出", "效益"];
    private static readonly string[] TableHead = ["一级指标", "二级指标", "三级指标", "分值", "得分"];
    private static readonly string[] Subjects = ["项目单位", "评价组", "主管部门", "监理单位", "镇人民政府", "施工单位", "财政所", "村民委员会", "养护站", "第三方机构"];
    private static readonly string[] Deeds = ["按季度核对了", "逐项查阅了", "抽样检查了", "及时归集了", "汇总分析了", "现场复核了", "补充完善了", "公开公示了", "没有按时报送", "重新测算了"];
    private static readonly string[] Things = ["会计凭证和合同", "验收资料", "工程进度台账", "受益群众名册", "资金拨付手续", "绩效目标申报表", "设备采购清单", "后期管护记录", "满意度调查问卷", "月报和督导记录"];
    private static readonly string[] Endings =
        ["资料基本完整", "未发现挤占、挪用情况", "个别内容不够具体", "与批复的预算一致", "部分子项目开工较晚", "群众知晓率有待提高", "质量符合设计要求", "责任单位和时限尚未明确", "进度与合同约定相符", "仍有少量手续需要补办"];

    private readonly List<PaperBlock> _blocks = [];
    private readonly Random _random;
    private readonly int _charactersOfASection;
    private readonly int _rows;

    /// <summary>A report.</summary>
    /// <param name="pages">About how many pages a Word file of it has.</param>
    /// <param name="seed">Which one.</param>
    public InventedPaper(int pages, int seed)
        : this(pages, seed, Math.Max(FewestRows, pages * RowsOfAPage))
    {
    }

    /// <summary>The same with a table of a length of its own.</summary>
    internal InventedPaper(int pages, int seed, int rows)
    {
        ArgumentOutOfRangeException.ThrowIfNegativeOrZero(pages);
        Pages = pages;
        _rows = rows / Dimensions.Length * Dimensions.Length;
        _random = new Random(seed);
        _charactersOfASection = Math.Max(0, pages * CharactersOfAPage - 1200) / 12;
        Compose(OneOf(Counties), OneOf(Projects), _random.Next(2012, 2025));
    }

    /// <summary>About how many pages a Word file of it has.</summary>
    public int Pages { get; }

    /// <summary>The report from its title to its last line.</summary>
    public IReadOnlyList<PaperBlock> Blocks => _blocks;

    private void Compose(string county, string project, int year)
    {
        var budget = _random.Next(100, 900);
        var spent = budget - _random.Next(1, 60);
        _blocks.Add(new PaperHeading(0, Text($"{county}{year}年{project}项目支出绩效评价报告")));
        Say(Text($"为加强财政支出管理，提高资金使用效益，受{county}财政局委托，评价组对{year}年{project}项目开展了绩效评价，现将有关情况报告如下。"));
        Chapter("一、项目基本情况");
        Section("（一）项目概况", Text($"{project}项目由{county}财政局批复，主管部门统一组织实施。"));
        Section("（二）项目资金情况", Text($"{year}年项目预算资金{budget}万元，全部为县级财政资金，当年到位{budget}万元，实际支出{spent}万元。"));
        Section("（三）项目绩效目标", "总体目标是按期完成年度建设任务，改善群众生产生活条件。");
        Chapter("二、绩效评价工作开展情况");
        Section("（一）绩效评价目的、对象和范围", "评价对象为项目全部财政资金及其形成的成果。");
        Section("（二）绩效评价原则和方法", "评价遵循科学规范、公正公开的原则，采用成本效益分析法、比较法和公众评判法。");
        Chapter("三、综合评价情况及评价结论");
        Say(Text($"经综合评价，{year}年{project}项目绩效评价得分为88.00分，评价等级为“良”。各项指标得分见下表。"));
        _blocks.Add(Indicators());
        Chapter("四、绩效评价指标分析");
        for (var i = 0; i < Dimensions.Length; i++)
            Section(Text($"（{"一二三四"[i]}）项目{Dimensions[i]}情况"), Text($"评价组从{Dimensions[i]}方面核对了各项指标的完成情况。"));
        Chapter("五、存在的问题及原因分析");
        Section("（一）项目管理不够规范", "项目单位对绩效管理重视不足，过程资料归集不及时。");
        Section("（二）后期管护机制不健全", "项目建成后未明确管护主体和经费来源。");
        Chapter("六、有关建议");
        Section("（一）完善项目管理制度", "建议主管部门细化管理办法，明确各环节的责任单位和时限。");
        Chapter("七、其他需要说明的问题");
        Say("本报告所用数据由项目单位提供，评价组对其进行了抽样核实。");
    }

    private void Chapter(string heading) => _blocks.Add(new PaperHeading(1, heading));

    private void Say(string text) => _blocks.Add(new PaperParagraph(text));

    private void Section(string heading, string lead)
    {
        _blocks.Add(new PaperHeading(2, heading));
        Say(lead);
        var (characters, paragraphs) = (0, 0);
        while (characters < _charactersOfASection)
        {
            if (paragraphs % 6 == 5)
                _blocks.Add(new PaperHeading(3, Text($"{paragraphs / 6 + 1}.第{paragraphs / 6 + 1}批资料核查情况")));
            var text = Text($"第{_random.Next(1, 999)}次核对：") + string.Concat(Enumerable.Range(0, _random.Next(1, 5)).Select(_ => Sentence()));
            Say(text);
            characters += text.Length;
            paragraphs++;
        }
    }

    private string Sentence() => _random.Next(6) == 0
        ? Text($"其中第{_random.Next(1, 90)}标段安排{_random.Next(1000, 99999) / 100m:0.00}万元，完成率{_random.Next(700, 1000) / 10m:0.0}%。")
        : $"{OneOf(Subjects)}{OneOf(Deeds)}{OneOf(Things)}，{OneOf(Endings)}。";

    private string OneOf(string[] words) => words[_random.Next(words.Length)];

    /// <summary>Rows that add up to 100 points, of which 88 were given.</summary>
    private PaperTable Indicators()
    {
        var rows = new List<IReadOnlyList<string>> { TableHead };
        for (var i = 0; i < _rows; i++)
        {
            var dimension = i * Dimensions.Length / _rows;
            rows.Add([Dimensions[dimension], Text($"{Dimensions[dimension]}二级指标{i / 4 + 1}"), Text($"{Dimensions[dimension]}三级指标第{i + 1}项"), Share(100, i, _rows), Share(88, i, _rows)]);
        }

        rows.Add(["合计", "", "", "100.00", "88.00"]);
        return new PaperTable(rows);
    }

    /// <summary>The share of one row, in hundredths of a point, so that all rows together have the whole.</summary>
    private static string Share(int points, int row, int rows) =>
        Text($"{(points * 100 * (row + 1) / rows - points * 100 * row / rows) / 100m:0.00}");

    private static string Text(FormattableString text) => text.ToString(CultureInfo.InvariantCulture);
}
