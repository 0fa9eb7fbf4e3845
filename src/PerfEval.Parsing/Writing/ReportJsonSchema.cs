namespace PerfEval.Parsing.Writing;

/// <summary>The published JSON Schema of what <see cref="JsonReportWriter"/> writes, for consumers in any language.</summary>
public static class ReportJsonSchema
{
    private const string Resource = "perfeval-report.v1.schema.json";

    /// <summary>
    /// The schema of one report of this library's <see cref="Model.PerformanceReport.SchemaVersion"/>: JSON Schema draft 2020-12, lines end with a line
    /// feed. It is the file schema/perfeval-report.v1.schema.json of the package.
    /// </summary>
    public static string Text { get; } = Load();

    private static string Load()
    {
        using var stream = typeof(ReportJsonSchema).Assembly.GetManifestResourceStream(Resource)
            ?? throw new InvalidOperationException($"The schema {Resource} is not embedded.");
        using var reader = new StreamReader(stream);
        // A checkout may have changed the ends of the lines.
        return reader.ReadToEnd().ReplaceLineEndings("\n");
    }
}
