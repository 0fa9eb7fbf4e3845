using System.Runtime.CompilerServices;
using PerfEval.Parsing.Ingestion.Durability;
using PerfEval.Parsing.Ingestion.Records;
using PerfEval.Parsing.Ingestion.Tables;

namespace PerfEval.Parsing.Ingestion.Sinks.Segments;

/// <summary>
/// A sink in a folder: batches are appended to a log, each a file that is renamed into place, and merged into finished parts at the end of a run. The manifest says
/// which parts hold and up to which batch; it is switched by one rename, and what it does not name is swept away when the archive is opened.
/// So the archive is whole after a crash at any moment, and a batch that is written twice supersedes itself.
/// </summary>
internal sealed class SegmentedArchive(string folder, ArchiveParts parts, TimeProvider clock) : IAsyncDisposable
{
    private const string LockName = ".lock";
    private static readonly string[] Own = [LockName, SinkManifest.FileName, SinkManifest.FileName + DurableFile.Unfinished];
    private readonly BatchLog _log = new(Path.Join(folder, "batches"), parts.Form);
    private FileStream? _lock;
    private IngestionRun? _run;
    private MergeInput? _state;

    /// <summary>Takes the lock, sweeps what a crash left, and learns what is there.</summary>
    public Task OpenAsync(IngestionRun run, CancellationToken cancellationToken) => GuardAsync(async () =>
    {
        Directory.CreateDirectory(folder);
        TakeLock();
        try
        {
            _run = run;
            var manifest = await ClaimAsync();
            Sweep(manifest);
            _state = await LoadAsync(manifest, cancellationToken);
            return true;
        }
        catch
        {
            await DisposeAsync();
            throw;
        }
    });

    public async IAsyncEnumerable<SunkFile> ReadFilesAsync([EnumeratorCancellation] CancellationToken cancellationToken)
    {
        var state = await GuardAsync(() => StateAsync(cancellationToken));
        foreach (var file in state.Index.SunkFiles())
            yield return file;
    }

    public Task WriteAsync(IngestionBatch batch, CancellationToken cancellationToken) => GuardAsync(async () =>
    {
        var state = await StateAsync(cancellationToken);
        cancellationToken.ThrowIfCancellationRequested();
        if (batch.Files.Count + batch.Documents.Count == 0)
            return true;
        // Counted anew each time: after a failure the last segment may stand there or not.
        var number = state.Segments is [.., var last] ? last + 1 : state.Manifest.Merged + 1;
        await _log.AppendAsync(number, batch, Run, Now(), cancellationToken);
        state.Index.Add(_log.Read(number));
        return true;
    });

    public Task<IReadOnlyDictionary<FileState, long>> CountAsync(string runId, CancellationToken cancellationToken) =>
        GuardAsync(async () => (await StateAsync(cancellationToken)).Index.Count(runId));

    /// <summary>Merges the log into the parts.</summary>
    public Task CompleteAsync(IngestionSummary summary, CancellationToken cancellationToken) => GuardAsync(async () =>
    {
        var state = await StateAsync(cancellationToken);
        IReadOnlyList<FinishedRun> runs =
        [
            .. state.Manifest.Runs.Where(run => run.Run.RunId != Run.RunId),
            new FinishedRun(Run, Now(), SummaryJson.Of(summary)),
        ];
        var segments = state.Segments;
        var output = await parts.MergeAsync(state, runs, cancellationToken);
        var manifest = state.Manifest with
        {
            Merged = segments is [.., var last] ? last : state.Manifest.Merged,
            NextPart = output.NextPart,
            Tables = output.Tables,
            Runs = runs,
        };
        await manifest.SaveAsync(folder);
        // From here on the new parts hold; whatever fails, the next opening sweeps and reads anew.
        _state = null;
        Sweep(manifest);
        return true;
    });

    /// <summary>Writes the parts of a table one after the other into one file.</summary>
    public Task ExportAsync(string table, string path, CancellationToken cancellationToken) => GuardAsync(async () =>
    {
        var manifest = SinkManifest.Load(folder, parts.Kind);
        await DurableFile.WriteAsync(path, async output =>
        {
            foreach (var part in manifest.Parts(table))
            {
                await using var stream = File.OpenRead(Path.Join(folder, part.Name));
                await stream.CopyToAsync(output, cancellationToken);
            }
        });
        return true;
    });

    public async IAsyncEnumerable<DeadLetter> ReadFailuresAsync([EnumeratorCancellation] CancellationToken cancellationToken)
    {
        if (!Directory.Exists(folder))
            throw new SinkException($"There is no archive at {folder}.") { IsPermanent = true };
        var state = await GuardAsync(() => StateAsync(cancellationToken));
        await foreach (var letter in state.Failures(parts.ReadFailuresAsync(state, cancellationToken)).WithCancellation(cancellationToken))
            yield return letter;
    }

    public ValueTask DisposeAsync()
    {
        _lock?.Dispose();
        _lock = null;
        _state = null;
        return ValueTask.CompletedTask;
    }

    private IngestionRun Run => _run ?? throw new InvalidOperationException("The sink is not open.");

    private async Task<MergeInput> StateAsync(CancellationToken cancellationToken) =>
        _state ??= await LoadAsync(SinkManifest.Load(folder, parts.Kind), cancellationToken);

    private async Task<MergeInput> LoadAsync(SinkManifest manifest, CancellationToken cancellationToken)
    {
        var state = new MergeInput(folder, manifest, _log, new ArchiveIndex());
        try
        {
            await IndexAsync(state, cancellationToken);
            return state;
        }
        catch (Exception e) when (parts.IsDamage(e))
        {
            // Only what was read can have caused it: nothing else comes in here.
            throw new InvalidDataException("A record is none.", e);
        }
    }

    private async Task IndexAsync(MergeInput state, CancellationToken cancellationToken)
    {
        await foreach (var letter in parts.ReadFailuresAsync(state, cancellationToken))
            state.Index.Failures.AddMerged(letter);
        await parts.IndexAsync(state, cancellationToken);
        foreach (var segment in state.Segments)
        {
            cancellationToken.ThrowIfCancellationRequested();
            state.Index.Add(_log.Read(segment));
        }
    }

    // What is swept away later has to be this archive's own, so a folder with anything else in it is refused, and a new one marked at once.
    private async Task<SinkManifest> ClaimAsync()
    {
        var manifest = SinkManifest.Load(folder, parts.Kind);
        if (File.Exists(Path.Join(folder, SinkManifest.FileName)))
            return manifest;
        if (Directory.EnumerateFileSystemEntries(folder).Any(path => !Own.Contains(Path.GetFileName(path))))
            throw new SinkException($"The folder {folder} is not empty and holds no archive.") { IsPermanent = true };
        await manifest.SaveAsync(folder);
        return manifest;
    }

    private void TakeLock()
    {
        try
        {
            _lock ??= new FileStream(Path.Join(folder, LockName), FileMode.OpenOrCreate, FileAccess.ReadWrite, FileShare.None);
        }
        catch (IOException e)
        {
            throw new SinkException($"Another run writes to {folder}, or it cannot be written to.", e);
        }
    }

    private void Sweep(SinkManifest manifest)
    {
        _log.Sweep(manifest.Merged);
        var named = manifest.Tables.Values.SelectMany(table => table).Select(part => Path.GetFullPath(Path.Join(folder, part.Name))).ToHashSet(StringComparer.Ordinal);
        foreach (var path in Directory.EnumerateFiles(folder, "part-*", SearchOption.AllDirectories).Select(Path.GetFullPath).ToList())
            if (!named.Contains(path))
                File.Delete(path);
    }

    // The columns of time hold microseconds.
    private DateTimeOffset Now()
    {
        var now = clock.GetUtcNow().ToUniversalTime();
        return now.AddTicks(-(now.Ticks % TimeSpan.TicksPerMicrosecond));
    }

    private async Task<T> GuardAsync<T>(Func<Task<T>> action)
    {
        try
        {
            return await action();
        }
        catch (InvalidDataException e)
        {
            throw new SinkException($"The archive in {folder} is damaged: {e.Message} Move it away; its files are then ingested again.", e) { IsPermanent = true };
        }
        catch (Exception e) when (e is IOException or UnauthorizedAccessException)
        {
            throw new SinkException($"The archive in {folder} cannot be read or written: {e.Message}", e);
        }
    }
}
