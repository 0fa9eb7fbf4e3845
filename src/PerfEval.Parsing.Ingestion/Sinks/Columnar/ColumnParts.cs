using Parquet;
using PerfEval.Parsing.Ingestion.Records;
using PerfEval.Parsing.Ingestion.Sinks.Segments;
using PerfEval.Parsing.Ingestion.Tables;

namespace PerfEval.Parsing.Ingestion.Sinks.Columnar;

/// <summary>Parts of Parquet, a folder for each table.</summary>
internal sealed class ColumnParts : ArchiveParts
{
    private static readonly string[] IndexColumns = ["file_id", "document_id", "state", "reason", "parser_version", "options_hash", "run_id"];

    public override string Kind => "parquet";

    public override DocumentForm Form => DocumentForm.Rows;

    public override bool IsDamage(Exception exception) => exception is ParquetException || base.IsDamage(exception);

    public override async Task IndexAsync(MergeInput input, CancellationToken cancellationToken)
    {
        var layout = ColumnLayout.Of(ArchiveTables.Files);
        foreach (var part in input.Manifest.Parts(ArchiveTables.Files.Name))
            await foreach (var row in ColumnPartReader.ReadAsync(input.PathOf(part), layout, IndexColumns, cancellationToken))
                input.Index.Add(
                    (string)row[0]!, (string?)row[1], Enum.Parse<FileState>((string)row[2]!, ignoreCase: true),
                    row[3] is string reason ? Enum.Parse<IngestionReason>(reason) : null, new Origin((string)row[6]!, (string)row[4]!, (string)row[5]!), default);
    }

    public override async IAsyncEnumerable<DeadLetter> ReadFailuresAsync(
        MergeInput input, [System.Runtime.CompilerServices.EnumeratorCancellation] CancellationToken cancellationToken)
    {
        var layout = ColumnLayout.Of(ArchiveTables.Failures);
        foreach (var part in input.Manifest.Parts(ArchiveTables.Failures.Name))
            await foreach (var row in ColumnPartReader.ReadAsync(input.PathOf(part), layout, Names(ArchiveTables.Failures), cancellationToken))
                yield return ArchiveRows.ReadFailure(row);
    }

    public override async Task<MergeOutput> MergeAsync(MergeInput input, IReadOnlyList<FinishedRun> runs, CancellationToken cancellationToken)
    {
        var output = new MergeOutput(input, ".parquet");
        await using (var merge = new ColumnMerge(input, output))
            await merge.RunAsync(cancellationToken);
        await using (var failures = new ColumnPartWriter(input.Folder, output, ColumnLayout.Of(ArchiveTables.Failures)))
        {
            await foreach (var letter in input.Failures(ReadFailuresAsync(input, cancellationToken)))
                await failures.WriteAsync(ArchiveRows.Failure(letter), cancellationToken);
            await failures.EndAsync(kept: 0, cancellationToken);
        }

        await using var table = new ColumnPartWriter(input.Folder, output, ColumnLayout.Of(ArchiveTables.Runs));
        foreach (var run in runs)
            await table.WriteAsync(ArchiveRows.Run(run), cancellationToken);
        await table.EndAsync(kept: 0, cancellationToken);
        return output;
    }

    /// <summary>All columns of a table.</summary>
    public static string[] Names(TableSchema table) => [.. table.Columns.Select(column => column.Name)];
}
