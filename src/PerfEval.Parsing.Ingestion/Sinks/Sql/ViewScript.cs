namespace PerfEval.Parsing.Ingestion.Sinks.Sql;

/// <summary>A view for analysts.</summary>
/// <param name="Name">Its name.</param>
/// <param name="Meaning">What it answers.</param>
/// <param name="MeaningZh">The same in Chinese.</param>
/// <param name="Definition"><c>view v_… as select …</c>, in SQL that DuckDB and PostgreSQL both read; <c>create</c> goes before it.</param>
internal sealed record ArchiveView(string Name, string Meaning, string MeaningZh, string Definition);

/// <summary>The views of <c>views.sql</c>, which are data: every database has the same, and docs/ingestion-sql.md is made from them.</summary>
internal static class ViewScript
{
    private const string English = "-- en: ";
    private const string Chinese = "-- zh: ";
    private const string Create = "create ";

    /// <summary>The views, each after those that it reads.</summary>
    public static IReadOnlyList<ArchiveView> Views { get; } = [.. Text().Split(";\n", StringSplitOptions.RemoveEmptyEntries | StringSplitOptions.TrimEntries).Select(View)];

    private static ArchiveView View(string statement)
    {
        var lines = statement.Split('\n');
        var definition = string.Join('\n', lines.Where(line => line.Length > 0 && !line.StartsWith("--", StringComparison.Ordinal)))[Create.Length..];
        return new ArchiveView(definition.Split(' ')[1], Comment(lines, English), Comment(lines, Chinese), definition);
    }

    private static string Comment(string[] lines, string mark) =>
        string.Join(' ', lines.Where(line => line.StartsWith(mark, StringComparison.Ordinal)).Select(line => line[mark.Length..]));

    private static string Text()
    {
        using var stream = typeof(ViewScript).Assembly.GetManifestResourceStream("views.sql") ?? throw new InvalidOperationException("views.sql is not embedded.");
        using var reader = new StreamReader(stream);
        return reader.ReadToEnd().ReplaceLineEndings("\n");
    }
}
