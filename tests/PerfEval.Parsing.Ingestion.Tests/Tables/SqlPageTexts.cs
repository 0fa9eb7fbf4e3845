namespace PerfEval.Parsing.Ingestion.Tests.Tables;

/// <summary>What the pages of tables and views say in prose.</summary>
internal static class SqlPageTexts
{
    public const string EnglishHead =
        """
        # Querying an archive

        [简体中文](ingestion-sql.zh-CN.md)

        `perfeval ingest ARCHIVE -o archive.duckdb` fills a DuckDB database with the tables and views below. The other sinks that hold rows have the same tables
        under the same names; PostgreSQL has the views too. Tables and columns carry these explanations as comments.

        ```sh
        duckdb -readonly archive.duckdb "select * from v_overview order by fiscal_year, grade_level"
        ```

        ```python
        import duckdb
        archive = duckdb.connect("archive.duckdb", read_only=True)
        archive.sql("select * from v_low_execution order by unspent desc").df()
        ```

        While a run writes, no other process can open a DuckDB database. Take a copy of the file and its `.wal` file between runs, or wait for the end.

        What holds everywhere:

        - Money is in yuan, rates are fractions of one, scores are points, all as printed and never recomputed; columns named `_percent` in views are reckoned there, out of 100.
        - Null means that the report does not say, or that it could not be read. It never means zero; averages leave it out.
        - `files` has a row for each path, the tables of reports one set of rows for each content. A report that lies in the archive three times counts once in
          `reports` and three times in `files`. Join them by `document_id`.
        - `document_id` and `part` name a report; `ordinal` its rows in order.
        - Numbers keep six places. Times are UTC.
        - A file that is ingested again replaces its row; a content that no path holds any more is removed. `failures` keeps what failed once: `superseded_at` says since when it no longer does.
        - The database declares no keys, so that loading stays fast; the sink sees to it that each key below stands once.
        - `reports.model` holds the whole report as JSON ([schema.md](schema.md)), with the evidence of every value and the layout of every table. It can be left out.
        - Views named `v_` are made anew by each run. Give your own other names; the run leaves them and your own tables alone.

        Evidence of a value, from the JSON:

        ```sql
        select path, model->>'$.evidence."/score/value".text' as printed, model->>'$.evidence."/score/value".rule' as rule
        from reports join v_reports using (document_id, part);
        ```

        Which reports speak of what, in full text:

        ```sql
        select path, s.number, s.heading from sections s join v_reports using (document_id, part) where s.text like '%政府采购%';
        ```

        ## Tables
        """;

    public const string EnglishViews =
        """
        ## Views

        Each answers one question. Their SQL is plain, so that it can be copied and changed.
        """;

    public const string ChineseHead =
        """
        # 查询档案数据库

        [English](ingestion-sql.md)

        `perfeval ingest ARCHIVE -o archive.duckdb` 将档案写入 DuckDB 数据库，内含下列表和视图。其他以行存储的输出使用相同的表名和列名；PostgreSQL 也有这些视图。
        表和列的说明同时作为注释写入数据库。

        ```sh
        duckdb -readonly archive.duckdb "select * from v_overview order by fiscal_year, grade_level"
        ```

        ```python
        import duckdb
        archive = duckdb.connect("archive.duckdb", read_only=True)
        archive.sql("select * from v_low_execution order by unspent desc").df()
        ```

        写入期间，其他进程无法打开 DuckDB 数据库。请在两次运行之间复制该文件及其 `.wal` 文件，或等待运行结束。

        通则：

        - 金额单位为元，比率以 1 为 100%，得分为分值，均照报告原文，不作重新计算；视图中以 `_percent` 结尾的列由视图计算，以 100 为满。
        - 空值（null）表示报告未载明或未能读出，绝不等于零；求平均时不计入。
        - `files` 一路径一行；报告各表按内容存放。同一内容在档案中出现三次，在 `reports` 中计一次，在 `files` 中计三次。以 `document_id` 关联。
        - `document_id` 与 `part` 确定一份报告，`ordinal` 为其各行的次序。
        - 数值保留六位小数，时间为协调世界时（UTC）。
        - 重新写入的文件替换原有的行；不再有任何路径持有的内容随之删除。`failures` 保留曾经失败的记录，`superseded_at` 为其不再失败的时间。
        - 为保证写入速度，数据库未声明键；下列各键由写入程序保证唯一。
        - `reports.model` 为整份报告的 JSON（[schema.zh-CN.md](schema.zh-CN.md)），含每个值的证据和每个表格的版式。可以不写入。
        - 以 `v_` 开头的视图每次运行都会重建。自建的视图和表请另取名称，运行时不会改动它们。

        从 JSON 中取某个值的证据：

        ```sql
        select path, model->>'$.evidence."/score/value".text' as printed, model->>'$.evidence."/score/value".rule' as rule
        from reports join v_reports using (document_id, part);
        ```

        全文检索：

        ```sql
        select path, s.number, s.heading from sections s join v_reports using (document_id, part) where s.text like '%政府采购%';
        ```

        ## 表
        """;

    public const string ChineseViews =
        """
        ## 视图

        每个视图回答一个问题。其 SQL 写法平实，可以直接复制修改。
        """;
}
