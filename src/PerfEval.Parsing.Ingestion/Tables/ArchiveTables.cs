using PerfEval.Parsing.Ingestion.Records;

using static PerfEval.Parsing.Ingestion.Records.ColumnType;

namespace PerfEval.Parsing.Ingestion.Tables;

/// <summary>
/// The tables that every sink of rows has, column by column. <c>files</c> has a row for each path, <c>failures</c> one for each dead letter; the others
/// belong to documents, that is to contents: what lies in the archive twice is there once.
/// </summary>
public static class ArchiveTables
{
    /// <summary>Every path and what became of it.</summary>
    public static TableSchema Files { get; } = new("files",
        [
            new("file_id", Text, "The path's id.", "路径的标识。"),
            new("path", Text, "The path to read.", "便于阅读的路径。"),
            new("raw_path", Text, "The path's bytes, Base64.", "路径的原始字节，Base64。"),
            new("container_id", Text, "The file_id of the archive that it is a member of.", "所属压缩包的 file_id。"),
            new("length", Integer, "Bytes.", "字节数。"),
            new("modified", Timestamp, "When it was last written to.", "最后修改时间。"),
            new("document_id", Text, "The SHA-256 of its content; reports and the other tables are found by it.", "内容的 SHA-256；据此关联 reports 等各表。"),
            new("state", Text, "complete, partial, failed or skipped.", "complete（完整）、partial（部分）、failed（失败）或 skipped（跳过）。"),
            new("reason", Text, "The first reason why it is not complete.", "未能完整读取的首要原因。"),
            new("reasons", Json, "All of them, an array.", "全部原因，数组。"),
            new("detail", Text, "More about the first.", "首要原因的说明。"),
            new("format", Text, "The format by its content.", "按内容判定的格式。"),
            new("parser_version", Text, "With which version it was read.", "读取时的解析库版本。"),
            new("options_hash", Text, "With which options it was read.", "读取时的选项。"),
            new("run_id", Text, "The run that wrote this row.", "写入本行的运行批次。") { IsOperational = true },
            new("recorded_at", Timestamp, "When it was written.", "写入时间。") { IsOperational = true },
        ],
        ["file_id"])
    {
        Meaning = "Every path and what became of it: one row each.",
        MeaningZh = "每个路径及其处理结果，一路径一行。",
    };

    /// <summary>The reports; a document may hold several.</summary>
    public static TableSchema Reports { get; } = new("reports",
        [
            .. Owner,
            new("parts", Integer, "How many reports the document holds.", "该文件含报告数。"),
            new("status", Text, "complete or partial.", "complete（完整）或 partial（部分）。"),
            new("format", Text, "The format by the content.", "按内容判定的格式。"),
            new("pages", Integer, "Pages of a PDF.", "PDF 页数。"),
            new("encoding", Text, "The character encoding of plain text and HTML.", "纯文本与网页的字符编码。"),
            new("method", Text, "How the text was had: text or ocr.", "文字来源：text（原有文字）或 ocr（识别）。"),
            new("metadata", Json, "What the publishing page says: an array of name and value.", "发布页面所载信息：name 与 value 的数组。"),
            new("title", Text, "标题.", "标题。"),
            new("subject", Text, "project, department, transferPayment, policy or unknown.", "评价对象：project（项目）、department（部门整体）、transferPayment（转移支付）、policy（政策）或 unknown。"),
            new("mode", Text, "Who evaluates: selfEvaluation, departmentEvaluation, fiscalEvaluation …", "评价主体：selfEvaluation（自评）、departmentEvaluation（部门评价）、fiscalEvaluation（财政评价）等。"),
            new("form", Text, "report, table or mixed.", "report（文字报告）、table（自评表）或 mixed（兼有）。"),
            new("fiscal_year_from", Integer, "The first budget year evaluated.", "评价的首个预算年度。"),
            new("fiscal_year_to", Integer, "The last budget year evaluated.", "评价的末个预算年度。"),
            new("fiscal_years", Json, "All of them, an array.", "全部评价年度，数组。"),
            new("project_name", Text, "项目名称.", "项目名称。"),
            new("evaluated_unit", Text, "项目单位 / 被评价单位.", "项目单位、被评价单位。"),
            new("competent_department", Text, "主管部门.", "主管部门。"),
            new("commissioner", Text, "委托单位.", "委托单位。"),
            new("evaluator", Text, "评价机构.", "评价机构。"),
            new("report_date", Text, "报告日期: yyyy, yyyy-MM or yyyy-MM-dd.", "报告日期：yyyy、yyyy-MM 或 yyyy-MM-dd。"),
            new("report_year", Integer, "Its year.", "报告日期的年份。"),
            new("score", Number, "得分.", "得分。"),
            new("full_mark", Number, "满分.", "满分。"),
            new("self_score", Number, "自评得分 beside the final one.", "与最终得分并列的自评得分。"),
            new("self_full_mark", Number, "Its full mark.", "自评满分。"),
            new("grade", Text, "等级 as printed.", "评价等级原文。"),
            new("grade_level", Text, "excellent, good, fair or poor.", "excellent（优）、good（良）、fair（中）或 poor（差）。"),
            new("initial_budget", Number, "年初预算, yuan.", "年初预算，元。"),
            new("budget", Number, "全年预算, yuan.", "全年预算，元。"),
            new("received", Number, "到位, yuan.", "到位资金，元。"),
            new("spent", Number, "执行, yuan.", "执行数，元。"),
            new("execution_rate", Number, "执行率 as printed, a fraction of one.", "报告所载执行率，以 1 为 100%。"),
            new("funding_full_mark", Number, "分值 of the money's total row.", "资金合计行的分值。"),
            new("funding_score", Number, "得分 of the money's total row.", "资金合计行的得分。"),
            new("objectives", Text, "绩效目标.", "绩效目标。"),
            new("objectives_expected", Text, "预期目标.", "预期目标。"),
            new("objectives_actual", Text, "实际完成情况.", "实际完成情况。"),
            new("score_confidence", Number, "How sure score is, 0 to 1 (docs/evidence.md).", "得分的置信度，0 至 1（见 docs/evidence.zh-CN.md）。"),
            new("grade_confidence", Number, "How sure grade is.", "等级的置信度。"),
            new("budget_confidence", Number, "How sure budget is.", "全年预算的置信度。"),
            new("spent_confidence", Number, "How sure spent is.", "执行数的置信度。"),
            new("model", Json, "The whole report in the library's JSON.", "整份报告，本库的 JSON。"),
        ],
        ["document_id", "part"])
    {
        Meaning = "The reports, one row each; a document may hold several.",
        MeaningZh = "报告，一份一行；一个文件可含多份。",
    };

    /// <summary>Sections of the reports, in reading order.</summary>
    public static TableSchema Sections { get; } = new("sections",
        [
            .. Owner, Ordinal,
            new("parent", Integer, "The ordinal of the section above it.", "上级章节的 ordinal。"),
            new("level", Integer, "Its rank in the report, 1-based; 0 for a cover or preface.", "在报告中的层级，从 1 起；封面、前言为 0。"),
            new("number", Text, "Its number as printed.", "编号原文。"),
            new("heading", Text, "Its heading without the number.", "不含编号的标题。"),
            new("kind", Text, "The first kind (docs: section kinds).", "首要类别（章节类别）。"),
            new("kinds", Json, "All kinds, an array.", "全部类别，数组。"),
            new("text", Text, "Its own paragraphs, a line each; tables as lines of cells parted by tabs.", "本节自身的段落，每段一行；表格每行一行，单元格以制表符分隔。"),
            new("tables", Integer, "How many tables of its own it has.", "本节自身的表格数。"),
            new("figures", Integer, "How many pictures of its own it has.", "本节自身的图片数。"),
        ],
        ["document_id", "part", "ordinal"])
    {
        Meaning = "Sections of the reports, in reading order.",
        MeaningZh = "报告的章节，按阅读顺序。",
    };

    /// <summary>Rows of the indicator tables.</summary>
    public static TableSchema Indicators { get; } = new("indicators",
        [
            .. Owner, Ordinal,
            new("level1", Text, "一级指标.", "一级指标。"),
            new("level2", Text, "二级指标.", "二级指标。"),
            new("level3", Text, "三级指标.", "三级指标。"),
            new("operator", Text, "指标性质.", "指标性质。"),
            new("target", Text, "指标值.", "指标值。"),
            new("unit", Text, "度量单位.", "度量单位。"),
            new("actual", Text, "实际完成值.", "实际完成值。"),
            new("full_mark", Number, "分值.", "分值。"),
            new("score", Number, "得分.", "得分。"),
            new("deviation", Text, "偏差原因分析及改进措施.", "偏差原因分析及改进措施。"),
        ],
        ["document_id", "part", "ordinal"])
    {
        Meaning = "Rows of the indicator tables.",
        MeaningZh = "绩效指标表的各行。",
    };

    /// <summary>Sources and uses of the money.</summary>
    public static TableSchema FundingLines { get; } = new("funding_lines",
        [
            .. Owner, Ordinal,
            new("name", Text, "Source or use as printed.", "资金来源或用途原文。"),
            new("initial_budget", Number, "年初预算, yuan.", "年初预算，元。"),
            new("budget", Number, "全年预算, yuan.", "全年预算，元。"),
            new("received", Number, "到位, yuan.", "到位资金，元。"),
            new("spent", Number, "执行, yuan.", "执行数，元。"),
            new("execution_rate", Number, "执行率, a fraction of one.", "执行率，以 1 为 100%。"),
            new("full_mark", Number, "分值.", "分值。"),
            new("score", Number, "得分.", "得分。"),
        ],
        ["document_id", "part", "ordinal"])
    {
        Meaning = "Sources and uses of the money.",
        MeaningZh = "资金的来源与用途。",
    };

    /// <summary>Scores of the dimensions (一级指标, 维度).</summary>
    public static TableSchema DimensionScores { get; } = new("dimension_scores",
        [
            .. Owner, Ordinal,
            new("name", Text, "The dimension.", "维度（一级指标）。"),
            new("full_mark", Number, "分值.", "分值。"),
            new("score", Number, "得分.", "得分。"),
        ],
        ["document_id", "part", "ordinal"])
    {
        Meaning = "Scores of the dimensions (一级指标, 维度).",
        MeaningZh = "各维度（一级指标）得分。",
    };

    /// <summary>Policy documents cited.</summary>
    public static TableSchema Citations { get; } = new("citations",
        [
            .. Owner, Ordinal,
            new("title", Text, "Without 《》.", "文件名称，不含《》。"),
            new("document_number", Text, "文号.", "文号。"),
        ],
        ["document_id", "part", "ordinal"])
    {
        Meaning = "Policy documents cited.",
        MeaningZh = "引用的政策文件。",
    };

    /// <summary>Achievements, experiences, problems and recommendations.</summary>
    public static TableSchema Items { get; } = new("items",
        [
            .. Owner,
            new("kind", Text, "achievement, experience, problem or recommendation.", "achievement（成效）、experience（经验）、problem（问题）或 recommendation（建议）。"),
            Ordinal,
            new("heading", Text, "Its head sentence.", "首句。"),
            new("text", Text, "The rest, or all.", "其余文字，或全文。"),
        ],
        ["document_id", "part", "kind", "ordinal"])
    {
        Meaning = "Achievements, experiences, problems and recommendations.",
        MeaningZh = "成效、经验、问题与建议。",
    };

    /// <summary>Facts that extractors of the host's own read.</summary>
    public static TableSchema Facts { get; } = new("facts",
        [
            .. Owner, Ordinal,
            new("name", Text, "What it is: the extractor's key, such as projectCode.", "要素的名称，由抽取器自定，如 projectCode。"),
            new("value", Text, "Its value.", "内容。"),
            new("number", Number, "Its value as a number, where it is one.", "数值；不是数时为空。"),
            new("confidence", Number, "How sure the value is, 0 to 1, as the extractor says.", "置信度，0 至 1，由抽取器给出。"),
        ],
        ["document_id", "part", "ordinal"])
    {
        Meaning = "Facts that extractors of the host's own read.",
        MeaningZh = "自定义抽取器读取的要素。",
    };

    /// <summary>What was odd, missing or contradictory.</summary>
    public static TableSchema Diagnostics { get; } = new("diagnostics",
        [
            .. Owner, Ordinal,
            new("id", Text, "PE1001 …", "编号，PE1001 等。"),
            new("severity", Text, "info, warning or error.", "info（提示）、warning（警告）或 error（错误）。"),
            new("title", Text, "What kind of finding it is, in a few words.", "发现的类别，英文。"),
            new("title_zh", Text, "The same in Chinese.", "发现的类别，中文。"),
            new("message", Text, "What was found.", "具体发现，英文。"),
            new("message_zh", Text, "The same in Chinese.", "具体发现，中文。"),
            new("pointer", Text, "The field that it is about, a JSON Pointer.", "所涉字段，JSON Pointer。"),
            new("compared", Json, "The values set against each other: an array of pointer and value.", "相互比对的值：pointer 与 value 的数组。"),
            new("tolerance", Number, "By how much they may differ without a finding, in their own unit.", "允许的差异，单位与所比的值相同。"),
        ],
        ["document_id", "part", "ordinal"])
    {
        Meaning = "What was odd, missing or contradictory.",
        MeaningZh = "异常、缺失与矛盾之处。",
    };

    /// <summary>The dead letters: a row for each path that failed. A later success keeps the row and sets <c>superseded_at</c>.</summary>
    public static TableSchema Failures { get; } = new("failures",
        [
            new("file_id", Text, "The path's id.", "路径的标识。"),
            new("path", Text, "The path to read.", "便于阅读的路径。"),
            new("raw_path", Text, "The path's bytes, Base64.", "路径的原始字节，Base64。"),
            new("length", Integer, "Bytes.", "字节数。"),
            new("sha256", Text, "The SHA-256 of its content, if it was read.", "内容的 SHA-256；未读取时为空。"),
            new("format", Text, "The format by its content, if it was told.", "按内容判定的格式；未能判定时为空。"),
            new("reason", Text, "Why it failed.", "失败原因。"),
            new("detail", Text, "More about it.", "原因的说明。"),
            new("attempts", Json, "Each try: reason, milliseconds, peak memory, exit code, error output.", "各次尝试：原因、毫秒数、内存峰值、退出码、错误输出。") { IsOperational = true },
            new("parser_version", Text, "With which version it failed.", "失败时的解析库版本。"),
            new("options_hash", Text, "With which options it failed.", "失败时的选项。"),
            new("first_seen", Timestamp, "When it failed first.", "首次失败的时间。") { IsOperational = true },
            new("last_seen", Timestamp, "When it failed last.", "最近一次失败的时间。") { IsOperational = true },
            new("superseded_at", Timestamp, "When it no longer failed; null while it is a dead letter.", "不再失败的时间；仍为死信时为空。") { IsOperational = true },
        ],
        ["file_id"])
    {
        Meaning = "The dead letters: a row for each path that failed.",
        MeaningZh = "死信：每个失败的路径一行。",
    };

    /// <summary>The runs.</summary>
    public static TableSchema Runs { get; } = new("runs",
        [
            new("run_id", Text, "The run.", "运行批次。") { IsOperational = true },
            new("parser_version", Text, "The version of the parsing library.", "解析库版本。"),
            new("options_hash", Text, "The options that a result depends on.", "影响结果的选项。"),
            new("started", Timestamp, "When it began.", "开始时间。") { IsOperational = true },
            new("finished", Timestamp, "When it ended.", "结束时间；中途被终止时为空。") { IsOperational = true },
            new("summary", Json, "Its figures.", "运行统计。") { IsOperational = true },
        ],
        ["run_id"])
    {
        Meaning = "The runs.",
        MeaningZh = "各次运行。",
    };

    /// <summary>The tables that belong to documents, in the order in which their rows are made.</summary>
    public static IReadOnlyList<TableSchema> OfDocuments { get; } = [Reports, Sections, Indicators, FundingLines, DimensionScores, Citations, Items, Facts, Diagnostics];

    /// <summary>All tables.</summary>
    public static IReadOnlyList<TableSchema> All { get; } = [Files, .. OfDocuments, Failures, Runs];

    private static IReadOnlyList<Column> Owner =>
    [
        new("document_id", Text, "The document: the SHA-256 of its content.", "文件内容的 SHA-256。"),
        new("part", Integer, "Which report of the document, 1-based.", "文件中的第几份报告，从 1 起。"),
    ];

    private static Column Ordinal => new("ordinal", Integer, "Its place in the report, 1-based.", "在报告中的次序，从 1 起。");
}
