-- Views for analysts, in SQL that DuckDB and PostgreSQL both read. A view follows those that it reads; a statement ends with ";" at the end of a line.
-- Ratios are reckoned as double precision: an absurd amount that a report prints must not stop a query over all the others.

-- en: One row for each report with what is asked of it most. fiscal_year is the last year evaluated; score_percent is the score out of 100; execution_percent is the rate as printed, or spent out of budget where none is printed. path is the first of the paths that hold the document, copies is how many do.
-- zh: 每份报告一行，列出最常用的数据。fiscal_year 为评价的末个年度；score_percent 为折合百分制的得分；execution_percent 取报告所载执行率，未载明时以执行数除以预算数计算。path 为含有该文件的首个路径，copies 为路径个数。
create view v_reports as
select
    r.document_id, r.part, f.path, f.copies, r.status, r.format, r.title, r.subject, r.mode, r.form,
    r.fiscal_year_to as fiscal_year, r.project_name, r.evaluated_unit, r.competent_department, r.evaluator, r.report_date, r.report_year,
    r.score, r.full_mark,
    round(cast(r.score as double precision) / nullif(cast(r.full_mark as double precision), 0) * 10000) / 100 as score_percent,
    r.self_score, r.self_full_mark, r.grade, r.grade_level, r.budget, r.received, r.spent,
    round(coalesce(
        cast(r.execution_rate as double precision),
        cast(r.spent as double precision) / nullif(cast(r.budget as double precision), 0)) * 10000) / 100 as execution_percent
from reports r
left join (
    select document_id, min(path) as path, count(*) as copies
    from files
    where state <> 'failed'
    group by document_id) f on f.document_id = r.document_id;

-- en: Overview: reports by year and grade with their average score and money. Years and grades that a report does not state stand as null. The same report kept in two formats counts twice (v_likely_copies).
-- zh: 总览：按年度和等级统计报告数、平均得分和资金。报告未载明的年度和等级为空。同一报告以两种格式存放时计两次（见 v_likely_copies）。
create view v_overview as
select
    fiscal_year, grade_level, count(*) as reports, round(avg(score_percent) * 100) / 100 as average_score_percent,
    sum(budget) as budget, sum(spent) as spent
from v_reports
group by fiscal_year, grade_level;

-- en: How scores spread, by subject and by who evaluates. Bands follow article 19 of 财预〔2020〕10号: 90 and above, 80, 60, below. Self-evaluations run high; compare like with like.
-- zh: 得分分布，按评价对象和评价主体统计。分段依财预〔2020〕10号第十九条：90分及以上、80分、60分、60分以下。自评得分普遍偏高，应在同类之间比较。
create view v_score_distribution as
select
    subject, mode, count(*) as reports, count(score_percent) as scored,
    round(avg(score_percent) * 100) / 100 as average_score_percent,
    percentile_cont(0.5) within group (order by score_percent) as median_score_percent,
    min(score_percent) as lowest, max(score_percent) as highest,
    count(*) filter (where score_percent >= 90) as from_90,
    count(*) filter (where score_percent >= 80 and score_percent < 90) as from_80,
    count(*) filter (where score_percent >= 60 and score_percent < 80) as from_60,
    count(*) filter (where score_percent < 60) as below_60
from v_reports
group by subject, mode;

-- en: Competent departments: reports, average score, share of each grade among the graded, money and its execution. Names are as printed: one department may stand under several.
-- zh: 主管部门：报告数、平均得分、各等级占已定级报告的比例、资金及执行率。名称照报告原文，同一部门可能有多种写法。
create view v_departments as
select
    competent_department, count(*) as reports, round(avg(score_percent) * 100) / 100 as average_score_percent,
    count(grade_level) as graded,
    round(cast(count(*) filter (where grade_level = 'excellent') as double precision) / nullif(count(grade_level), 0) * 10000) / 100 as excellent_percent,
    round(cast(count(*) filter (where grade_level = 'good') as double precision) / nullif(count(grade_level), 0) * 10000) / 100 as good_percent,
    round(cast(count(*) filter (where grade_level = 'fair') as double precision) / nullif(count(grade_level), 0) * 10000) / 100 as fair_percent,
    round(cast(count(*) filter (where grade_level = 'poor') as double precision) / nullif(count(grade_level), 0) * 10000) / 100 as poor_percent,
    sum(budget) as budget, sum(spent) as spent,
    round(cast(sum(spent) filter (where budget is not null) as double precision)
        / nullif(cast(sum(budget) filter (where spent is not null) as double precision), 0) * 10000) / 100 as execution_percent
from v_reports
where competent_department is not null
group by competent_department;

-- en: Reports whose money was spent to less than 80 %, with what was left. unspent is null where an amount is not stated.
-- zh: 预算执行率低于 80% 的报告及未执行金额。金额未载明时 unspent 为空。
create view v_low_execution as
select
    document_id, part, path, title, fiscal_year, competent_department, evaluated_unit, project_name,
    budget, spent, budget - spent as unspent, execution_percent
from v_reports
where execution_percent < 80;

-- en: Money evaluated each year, by subject. Reports over several years stand under the last one; a project's money is also part of its department's, so do not add subjects up.
-- zh: 各年度被评价的资金，按评价对象统计。跨年度报告计入末个年度；项目资金同时也包含在部门整体之内，不同对象之间不宜相加。
create view v_money_by_year as
select
    fiscal_year, subject, count(*) as reports, count(budget) as with_budget, sum(budget) as budget, count(spent) as with_spent, sum(spent) as spent,
    round(cast(sum(spent) filter (where budget is not null) as double precision)
        / nullif(cast(sum(budget) filter (where spent is not null) as double precision), 0) * 10000) / 100 as execution_percent
from v_reports
group by fiscal_year, subject;

-- en: Every indicator that lost points, with how many and the reason given.
-- zh: 所有失分的指标，含失分数及所述原因。
create view v_lost_points as
select
    r.document_id, r.part, r.path, r.fiscal_year, r.competent_department, r.evaluated_unit, r.project_name,
    i.ordinal, i.level1, i.level2, i.level3, i.target, i.actual, i.full_mark, i.score, i.full_mark - i.score as lost,
    round(cast(i.full_mark - i.score as double precision) / nullif(cast(i.full_mark as double precision), 0) * 10000) / 100 as lost_percent, i.deviation
from indicators i
join v_reports r on r.document_id = i.document_id and r.part = i.part
where i.score < i.full_mark;

-- en: Kinds of indicators (level 1 and 2) by the points they lost in all scored rows. Third levels differ from report to report; use v_lost_points for them.
-- zh: 按一、二级指标统计全部已评分指标的失分。三级指标各报告不同，请用 v_lost_points 查看。
create view v_indicator_losses as
select
    level1, level2, count(*) as indicators, count(*) filter (where score < full_mark) as with_losses,
    sum(full_mark) as full_mark, sum(score) as score, sum(full_mark - score) as lost,
    round(cast(sum(full_mark - score) as double precision) / nullif(cast(sum(full_mark) as double precision), 0) * 10000) / 100 as lost_percent
from indicators
where full_mark is not null and score is not null
group by level1, level2;

-- en: Dimensions (决策, 过程, 产出, 效益 …): what share of their points reports reach.
-- zh: 各维度（决策、过程、产出、效益等）的得分率。
create view v_dimensions as
select
    name, count(*) as reports, sum(full_mark) as full_mark, sum(score) as score,
    round(cast(sum(score) as double precision) / nullif(cast(sum(full_mark) as double precision), 0) * 10000) / 100 as reached_percent
from dimension_scores
where full_mark is not null and score is not null
group by name;

-- en: What the problems found are about: topics by words that stand in them. A problem may be about several topics or about none; the words are a first sieve, not a reading.
-- zh: 问题的主题：按问题文字中出现的词语归类。一个问题可归入多个主题，也可能不归入任何主题；词语仅用于初筛。
create view v_problem_topics as
select w.topic, count(distinct i.document_id || '/' || cast(i.part as varchar)) as reports, count(distinct i.document_id || '/' || cast(i.part as varchar) || '/' || cast(i.ordinal as varchar)) as problems
from items i
join (values
    ('绩效目标与指标', '绩效目标'), ('绩效目标与指标', '绩效指标'), ('绩效目标与指标', '指标设置'), ('绩效目标与指标', '指标值'), ('绩效目标与指标', '量化'),
    ('预算编制', '预算编制'), ('预算编制', '预算测算'), ('预算编制', '预算不'), ('预算编制', '细化'),
    ('预算执行', '执行率'), ('预算执行', '支出进度'), ('预算执行', '结余'), ('预算执行', '结转'), ('预算执行', '沉淀'),
    ('资金到位', '到位'), ('资金到位', '拨付'),
    ('资金使用合规', '挪用'), ('资金使用合规', '挤占'), ('资金使用合规', '截留'), ('资金使用合规', '超范围'), ('资金使用合规', '超标准'), ('资金使用合规', '违规'),
    ('财务与会计', '核算'), ('财务与会计', '会计'), ('财务与会计', '财务管理'), ('财务与会计', '凭证'), ('财务与会计', '票据'),
    ('制度', '制度'), ('制度', '办法不'),
    ('采购与合同', '采购'), ('采购与合同', '招标'), ('采购与合同', '合同'),
    ('进度', '进度'), ('进度', '滞后'), ('进度', '延期'), ('进度', '未按期'), ('进度', '未完成'),
    ('质量与验收', '质量'), ('质量与验收', '验收'),
    ('档案', '档案'), ('档案', '资料不'), ('档案', '归档'),
    ('监督', '监督'), ('监督', '监管'), ('监督', '监控'), ('监督', '检查'),
    ('资产管护', '管护'), ('资产管护', '维护'), ('资产管护', '闲置'), ('资产管护', '资产管理'),
    ('人员', '人员'), ('人员', '培训'), ('人员', '业务能力'),
    ('效益与满意度', '效益'), ('效益与满意度', '满意度'), ('效益与满意度', '宣传')) as w (topic, word)
    on position(w.word in coalesce(i.heading, '') || ' ' || coalesce(i.text, '')) > 0
where i.kind = 'problem'
group by w.topic;

-- en: Policy documents by how many reports cite them: by document number, else by title. Counted once a report.
-- zh: 政策文件按引用它的报告数排列：以文号归并，无文号者以名称归并。每份报告计一次。
create view v_citations as
select
    coalesce(document_number, title) as cited, min(document_number) as document_number, min(title) as title,
    count(distinct document_id || '/' || cast(part as varchar)) as reports
from citations
group by coalesce(document_number, title);

-- en: Reports that contradict themselves (PE4xxx, warnings and errors), with the findings. A finding may also come from a misread value: v_unsure.
-- zh: 自相矛盾的报告（PE4xxx 的警告与错误）及其发现。也可能源于误读，参见 v_unsure。
create view v_contradictions as
select
    r.document_id, r.part, r.path, r.title, r.fiscal_year, r.evaluated_unit, count(*) as findings,
    string_agg(distinct d.id, ' ' order by d.id) as ids
from diagnostics d
join v_reports r on r.document_id = d.document_id and r.part = d.part
where d.id like 'PE4%' and d.severity <> 'info'
group by r.document_id, r.part, r.path, r.title, r.fiscal_year, r.evaluated_unit;

-- en: Findings of every kind by how often they occur and in how many reports.
-- zh: 各类发现的出现次数及涉及报告数。
create view v_findings as
select
    id, severity, min(title) as title, min(title_zh) as title_zh, count(*) as findings,
    count(distinct document_id || '/' || cast(part as varchar)) as reports
from diagnostics
group by id, severity;

-- en: Reports that give the unit's own score beside the final one, both out of 100, and by how much the unit's is higher.
-- zh: 同时载明自评得分与最终得分的报告，均折合百分制，gap 为自评高出的分数。
create view v_self_score_gap as
select
    document_id, part, path, title, fiscal_year, competent_department, evaluated_unit, evaluator,
    round(cast(self_score as double precision) / nullif(cast(self_full_mark as double precision), 0) * 10000) / 100 as self_percent, score_percent,
    round((cast(self_score as double precision) / nullif(cast(self_full_mark as double precision), 0) * 100 - score_percent) * 100) / 100 as gap
from v_reports
where self_score is not null and score is not null;

-- en: What each evaluation lacks: true where the value or part was not found. missing counts them; appraisals, declarations and rectifications are left out. Missing here means not read: look into the document before blaming its author.
-- zh: 各评价报告缺少的内容：未找到的值或部分为 true，missing 为其个数；不含事前评估、目标申报和整改报告。此处的缺失指未读出，追究之前请先查看原文。
create view v_missing_parts as
select
    m.*,
    cast(m.no_title as integer) + cast(m.no_year as integer) + cast(m.no_unit as integer) + cast(m.no_score as integer) + cast(m.no_grade as integer)
        + cast(m.no_budget as integer) + cast(m.no_spent as integer) + cast(m.no_indicators as integer) + cast(m.no_problems as integer)
        + cast(m.no_recommendations as integer) as missing
from (
    select
        r.document_id, r.part, r.path, r.title, r.mode, r.form, r.fiscal_year, r.evaluated_unit,
        r.title is null as no_title, r.fiscal_year is null as no_year, r.evaluated_unit is null as no_unit, r.score is null as no_score,
        r.grade is null as no_grade, r.budget is null as no_budget, r.spent is null as no_spent,
        i.document_id is null as no_indicators, p.document_id is null as no_problems, n.document_id is null as no_recommendations
    from v_reports r
    left join (select distinct document_id, part from indicators) i on i.document_id = r.document_id and i.part = r.part
    left join (select distinct document_id, part from items where kind = 'problem') p on p.document_id = r.document_id and p.part = r.part
    left join (select distinct document_id, part from items where kind = 'recommendation') n on n.document_id = r.document_id and n.part = r.part
    where r.mode not in ('preEvaluation', 'goalSetting', 'rectification')) m;

-- en: How long after the year that they evaluate reports are dated.
-- zh: 报告日期距评价年度的年数。
create view v_timeliness as
select fiscal_year, report_year - fiscal_year as years_later, count(*) as reports
from v_reports
where report_year is not null and fiscal_year is not null
group by fiscal_year, report_year - fiscal_year;

-- en: Reports with a score, grade, budget or amount spent that the library is less than 90 % sure of: to be checked by eye first.
-- zh: 得分、等级、预算或执行数置信度低于 90% 的报告，宜优先人工核对。
create view v_unsure as
select v.document_id, v.part, v.path, v.title, r.score, r.score_confidence, r.grade, r.grade_confidence, r.budget, r.budget_confidence, r.spent, r.spent_confidence
from reports r
join v_reports v on v.document_id = r.document_id and v.part = r.part
where r.score_confidence < 0.9 or r.grade_confidence < 0.9 or r.budget_confidence < 0.9 or r.spent_confidence < 0.9;

-- en: The state of the archive: files and bytes by state, reason and format.
-- zh: 档案状况：按状态、原因和格式统计文件数和字节数。
create view v_archive_health as
select state, reason, format, count(*) as files, cast(sum(length) as bigint) as bytes
from files
group by state, reason, format;

-- en: Files by format with how many of each were read whole, in part, not at all or left out. A format that is null was not told, mostly of files that failed.
-- zh: 各格式的文件数及完整、部分、失败、跳过的数量。格式为空表示未能判定，多为失败的文件。
create view v_formats as
select
    format, count(*) as files,
    count(*) filter (where state = 'complete') as complete, count(*) filter (where state = 'partial') as partial,
    count(*) filter (where state = 'failed') as failed, count(*) filter (where state = 'skipped') as skipped,
    cast(sum(length) as bigint) as bytes
from files
group by format;

-- en: The dead letters: files that failed and have not been read since, why, and when first and last.
-- zh: 死信：失败且此后未能读取的文件、原因和时间。
create view v_dead_letters as
select file_id, path, length, format, reason, detail, first_seen, last_seen, parser_version
from failures
where superseded_at is null;

-- en: Contents that lie in the archive more than once, byte for byte.
-- zh: 在档案中逐字节重复出现的内容。
create view v_duplicates as
select
    document_id, count(*) as copies, min(length) as length, min(length) * (count(*) - 1) as spare_bytes,
    string_agg(path, ' | ' order by path) as paths
from files
where document_id is not null
group by document_id
having count(*) > 1;

-- en: Reports with the same title, unit and year in different documents: likely one report in two formats or editions. Leave all but one out of sums.
-- zh: 标题、单位和年度均相同而文件不同的报告：多为同一报告的不同格式或版本，汇总时只应保留其一。
create view v_likely_copies as
select
    title, evaluated_unit, fiscal_year, count(distinct document_id) as documents, string_agg(distinct format, ' ' order by format) as formats,
    min(score) as lowest_score, max(score) as highest_score, string_agg(path, ' | ' order by path) as paths
from v_reports
where title is not null
group by title, evaluated_unit, fiscal_year
having count(distinct document_id) > 1;
