using static PerfEval.Parsing.Ingestion.Tables.ColumnType;

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
            new("file_id", Text, "The path's id."),
            new("path", Text, "The path to read."),
            new("raw_path", Text, "The path's bytes, Base64."),
            new("container_id", Text, "The file_id of the archive that it is a member of."),
            new("length", Integer, "Bytes."),
            new("modified", Timestamp, "When it was last written to."),
            new("document_id", Text, "The SHA-256 of its content; reports and the other tables are found by it."),
            new("state", Text, "complete, partial, failed or skipped."),
            new("reason", Text, "The first reason why it is not complete."),
            new("reasons", Json, "All of them, an array."),
            new("detail", Text, "More about the first."),
            new("format", Text, "The format by its content."),
            new("parser_version", Text, "With which version it was read."),
            new("options_hash", Text, "With which options it was read."),
            new("run_id", Text, "The run that wrote this row.") { IsOperational = true },
            new("recorded_at", Timestamp, "When it was written.") { IsOperational = true },
        ],
        ["file_id"]);

    /// <summary>The reports; a document may hold several.</summary>
    public static TableSchema Reports { get; } = new("reports",
        [
            .. Owner,
            new("parts", Integer, "How many reports the document holds."),
            new("status", Text, "complete or partial."),
            new("format", Text, "The format by the content."),
            new("pages", Integer, "Pages of a PDF."),
            new("encoding", Text, "The character encoding of plain text and HTML."),
            new("method", Text, "How the text was had: text or ocr."),
            new("metadata", Json, "What the publishing page says: an array of name and value."),
            new("title", Text, "标题."),
            new("subject", Text, "project, department, transferPayment, policy or unknown."),
            new("mode", Text, "Who evaluates: selfEvaluation, departmentEvaluation, fiscalEvaluation …"),
            new("form", Text, "report, table or mixed."),
            new("fiscal_year_from", Integer, "The first budget year evaluated."),
            new("fiscal_year_to", Integer, "The last budget year evaluated."),
            new("fiscal_years", Json, "All of them, an array."),
            new("project_name", Text, "项目名称."),
            new("evaluated_unit", Text, "项目单位 / 被评价单位."),
            new("competent_department", Text, "主管部门."),
            new("commissioner", Text, "委托单位."),
            new("evaluator", Text, "评价机构."),
            new("report_date", Text, "报告日期: yyyy, yyyy-MM or yyyy-MM-dd."),
            new("report_year", Integer, "Its year."),
            new("score", Number, "得分."),
            new("full_mark", Number, "满分."),
            new("self_score", Number, "自评得分 beside the final one."),
            new("self_full_mark", Number, "Its full mark."),
            new("grade", Text, "等级 as printed."),
            new("grade_level", Text, "excellent, good, fair or poor."),
            new("initial_budget", Number, "年初预算, yuan."),
            new("budget", Number, "全年预算, yuan."),
            new("received", Number, "到位, yuan."),
            new("spent", Number, "执行, yuan."),
            new("execution_rate", Number, "执行率 as printed, a fraction of one."),
            new("funding_full_mark", Number, "分值 of the money's total row."),
            new("funding_score", Number, "得分 of the money's total row."),
            new("objectives", Text, "绩效目标."),
            new("objectives_expected", Text, "预期目标."),
            new("objectives_actual", Text, "实际完成情况."),
            new("score_confidence", Number, "How sure score is, 0 to 1 (docs/evidence.md)."),
            new("grade_confidence", Number, "How sure grade is."),
            new("budget_confidence", Number, "How sure budget is."),
            new("spent_confidence", Number, "How sure spent is."),
            new("model", Json, "The whole report in the library's JSON."),
        ],
        ["document_id", "part"]);

    /// <summary>Sections of the reports, in reading order.</summary>
    public static TableSchema Sections { get; } = new("sections",
        [
            .. Owner, Ordinal,
            new("parent", Integer, "The ordinal of the section above it."),
            new("level", Integer, "Its rank in the report, 1-based; 0 for a cover or preface."),
            new("number", Text, "Its number as printed."),
            new("heading", Text, "Its heading without the number."),
            new("kind", Text, "The first kind (docs: section kinds)."),
            new("kinds", Json, "All kinds, an array."),
            new("text", Text, "Its own paragraphs, a line each; tables as lines of cells parted by tabs."),
            new("tables", Integer, "How many tables of its own it has."),
            new("figures", Integer, "How many pictures of its own it has."),
        ],
        ["document_id", "part", "ordinal"]);

    /// <summary>Rows of the indicator tables.</summary>
    public static TableSchema Indicators { get; } = new("indicators",
        [
            .. Owner, Ordinal,
            new("level1", Text, "一级指标."),
            new("level2", Text, "二级指标."),
            new("level3", Text, "三级指标."),
            new("operator", Text, "指标性质."),
            new("target", Text, "指标值."),
            new("unit", Text, "度量单位."),
            new("actual", Text, "实际完成值."),
            new("full_mark", Number, "分值."),
            new("score", Number, "得分."),
            new("deviation", Text, "偏差原因分析及改进措施."),
        ],
        ["document_id", "part", "ordinal"]);

    /// <summary>Sources and uses of the money.</summary>
    public static TableSchema FundingLines { get; } = new("funding_lines",
        [
            .. Owner, Ordinal,
            new("name", Text, "Source or use as printed."),
            new("initial_budget", Number, "年初预算, yuan."),
            new("budget", Number, "全年预算, yuan."),
            new("received", Number, "到位, yuan."),
            new("spent", Number, "执行, yuan."),
            new("execution_rate", Number, "执行率, a fraction of one."),
            new("full_mark", Number, "分值."),
            new("score", Number, "得分."),
        ],
        ["document_id", "part", "ordinal"]);

    /// <summary>Scores of the dimensions (一级指标, 维度).</summary>
    public static TableSchema DimensionScores { get; } = new("dimension_scores",
        [.. Owner, Ordinal, new("name", Text, "The dimension."), new("full_mark", Number, "分值."), new("score", Number, "得分.")],
        ["document_id", "part", "ordinal"]);

    /// <summary>Policy documents cited.</summary>
    public static TableSchema Citations { get; } = new("citations",
        [.. Owner, Ordinal, new("title", Text, "Without 《》."), new("document_number", Text, "文号.")],
        ["document_id", "part", "ordinal"]);

    /// <summary>Achievements, experiences, problems and recommendations.</summary>
    public static TableSchema Items { get; } = new("items",
        [
            .. Owner,
            new("kind", Text, "achievement, experience, problem or recommendation."),
            Ordinal,
            new("heading", Text, "Its head sentence."),
            new("text", Text, "The rest, or all."),
        ],
        ["document_id", "part", "kind", "ordinal"]);

    /// <summary>What was odd, missing or contradictory.</summary>
    public static TableSchema Diagnostics { get; } = new("diagnostics",
        [
            .. Owner, Ordinal,
            new("id", Text, "PE1001 …"),
            new("severity", Text, "info, warning or error."),
            new("title", Text, "What kind of finding it is, in a few words."),
            new("title_zh", Text, "The same in Chinese."),
            new("message", Text, "What was found."),
            new("message_zh", Text, "The same in Chinese."),
            new("pointer", Text, "The field that it is about, a JSON Pointer."),
            new("compared", Json, "The values set against each other: an array of pointer and value."),
            new("tolerance", Number, "By how much they may differ without a finding, in their own unit."),
        ],
        ["document_id", "part", "ordinal"]);

    /// <summary>The dead letters: a row for each path that failed. A later success keeps the row and sets <c>superseded_at</c>.</summary>
    public static TableSchema Failures { get; } = new("failures",
        [
            new("file_id", Text, "The path's id."),
            new("path", Text, "The path to read."),
            new("raw_path", Text, "The path's bytes, Base64."),
            new("length", Integer, "Bytes."),
            new("sha256", Text, "The SHA-256 of its content, if it was read."),
            new("format", Text, "The format by its content, if it was told."),
            new("reason", Text, "Why it failed."),
            new("detail", Text, "More about it."),
            new("attempts", Json, "Each try: reason, milliseconds, peak memory, exit code, error output.") { IsOperational = true },
            new("parser_version", Text, "With which version it failed."),
            new("options_hash", Text, "With which options it failed."),
            new("first_seen", Timestamp, "When it failed first.") { IsOperational = true },
            new("last_seen", Timestamp, "When it failed last.") { IsOperational = true },
            new("superseded_at", Timestamp, "When it no longer failed; null while it is a dead letter.") { IsOperational = true },
        ],
        ["file_id"]);

    /// <summary>The runs.</summary>
    public static TableSchema Runs { get; } = new("runs",
        [
            new("run_id", Text, "The run.") { IsOperational = true },
            new("parser_version", Text, "The version of the parsing library."),
            new("options_hash", Text, "The options that a result depends on."),
            new("started", Timestamp, "When it began.") { IsOperational = true },
            new("finished", Timestamp, "When it ended.") { IsOperational = true },
            new("summary", Json, "Its figures.") { IsOperational = true },
        ],
        ["run_id"]);

    /// <summary>The tables that belong to documents, in the order in which their rows are made.</summary>
    public static IReadOnlyList<TableSchema> OfDocuments { get; } = [Reports, Sections, Indicators, FundingLines, DimensionScores, Citations, Items, Diagnostics];

    /// <summary>All tables.</summary>
    public static IReadOnlyList<TableSchema> All { get; } = [Files, .. OfDocuments, Failures, Runs];

    private static IReadOnlyList<Column> Owner =>
        [new("document_id", Text, "The document: the SHA-256 of its content."), new("part", Integer, "Which report of the document, 1-based.")];

    private static Column Ordinal => new("ordinal", Integer, "Its place in the report, 1-based.");
}
