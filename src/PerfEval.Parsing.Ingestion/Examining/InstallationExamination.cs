using System.Globalization;
using System.Runtime.InteropServices;
using System.Text;
using PerfEval.Parsing.Ingestion.Inputs;
using PerfEval.Parsing.Ingestion.Sinks;
using PerfEval.Parsing.Ingestion.Workers;

namespace PerfEval.Parsing.Ingestion.Examining;

/// <summary>Tries whatever ingestion needs of a machine, so that a run over night does not end in its first minute: what <c>perfeval doctor</c> prints.</summary>
public static class InstallationExamination
{
    private const string Sample = "某县2023年农村道路养护项目支出绩效评价报告\n一、项目概况\n2023年安排资金80万元。\n二、评价结论\n评价得分为92分。\n";
    private static readonly TimeSpan WorkerStart = TimeSpan.FromSeconds(30);

    /// <summary>Examines this machine, and a target if one is given.</summary>
    /// <param name="options">How it is to be ingested.</param>
    /// <param name="target">The target as <see cref="IngestionSinks.Open"/> takes it; it is opened, nothing in it is changed; <see langword="null"/> for none.</param>
    /// <param name="cancellationToken">Stops it.</param>
    /// <returns>A finding for each thing.</returns>
    public static async Task<IReadOnlyList<Finding>> ExamineAsync(IngestionOptions options, string? target = null, CancellationToken cancellationToken = default)
    {
        ArgumentNullException.ThrowIfNull(options);
        var findings = new List<Finding>
        {
            Good("runtime", $".NET {Environment.Version}, {RuntimeInformation.OSDescription}, {RuntimeInformation.ProcessArchitecture}"),
            Memory(options),
            FileNames(),
            Encodings(),
            Disk("journal", Path.GetDirectoryName(Path.GetFullPath(options.JournalPath))!, options),
            Disk("temporary files", Path.GetTempPath(), options),
            await WorkerAsync(options, cancellationToken),
        };
        if (findings.All(finding => finding.State != FindingState.Failure))
            findings.AddRange((await WorkerSandbox.ProbeAsync(options, cancellationToken).ConfigureAwait(false)).Select(Protection));
        if (target is not null)
            findings.Add(await TargetAsync(target, options, cancellationToken));
        return findings;
    }

    private static Finding Memory(IngestionOptions options)
    {
        var available = GC.GetGCMemoryInfo().TotalAvailableMemoryBytes;
        var needed = options.Workers * options.Limits.MaxMemory * 3 / 2;
        var text = string.Create(
            CultureInfo.InvariantCulture,
            $"{Environment.ProcessorCount} processors, {available >> 20:N0} MiB of memory; {options.Workers} workers may take {needed >> 20:N0} MiB at worst");
        return needed > available ? new Finding("memory", FindingState.Warning, text + ": use fewer workers (--jobs) or less memory each (--memory)") : Good("memory", text);
    }

    private static Finding FileNames() => OperatingSystem.IsLinux()
        ? Good("file names", "read as bytes: names in GBK and names that are no text are opened")
        : new Finding("file names", FindingState.Good, "as this system has them; names that it cannot give as text become PathUnrepresentable");

    private static Finding Encodings()
    {
        try
        {
            var text = RawNames.ToDisplay([0xB1, 0xA8, 0xB8, 0xE6]);
            return text == "报告" ? Good("GB18030", "names and texts are decoded") : new Finding("GB18030", FindingState.Failure, $"decodes wrongly: {text}");
        }
        catch (Exception e) when (e is NotSupportedException or ArgumentException)
        {
            return new Finding("GB18030", FindingState.Failure, e.Message);
        }
    }

    private static Finding Disk(string subject, string directory, IngestionOptions options)
    {
        var probe = Path.Join(directory, ".perfeval-" + Path.GetRandomFileName());
        try
        {
            using (new FileStream(probe, FileMode.CreateNew, FileAccess.Write, FileShare.None, 1, FileOptions.DeleteOnClose))
            {
                var free = new DriveInfo(directory).AvailableFreeSpace;
                var text = string.Create(CultureInfo.InvariantCulture, $"{directory} can be written to, {free >> 20:N0} MiB free");
                return free < options.MinFreeBytes ? new Finding(subject, FindingState.Failure, text + ": too little") : Good(subject, text);
            }
        }
        catch (Exception e) when (e is IOException or UnauthorizedAccessException)
        {
            return new Finding(subject, FindingState.Failure, $"{directory}: {e.Message}");
        }
    }

    private static async Task<Finding> WorkerAsync(IngestionOptions options, CancellationToken cancellationToken)
    {
        if (options.Isolation == WorkerIsolation.None)
            return new Finding("worker", FindingState.Warning, "documents are parsed in this process: a hostile one can end the run");
        var started = TimeProvider.System.GetTimestamp();
        using var limit = CancellationTokenSource.CreateLinkedTokenSource(cancellationToken);
        limit.CancelAfter(WorkerStart);
        try
        {
            await using var workers = new ProcessWorkers(options with { Workers = 1 });
            using var content = new HeldContent(Encoding.UTF8.GetBytes(Sample));
            var outcome = await workers.ParseAsync(new DocumentWork(new string('0', 64), "doctor.txt", content), limit.Token);
            var time = string.Create(CultureInfo.InvariantCulture, $"{TimeProvider.System.GetElapsedTime(started).TotalMilliseconds:N0} ms");
            return outcome.Document is not null
                ? Good("worker", $"a process was started and parsed a report in {time}")
                : new Finding("worker", FindingState.Failure, $"a sample report failed: {outcome.Failure}: {outcome.Detail}");
        }
        catch (WorkersBrokenException e)
        {
            return new Finding("worker", FindingState.Failure, e.Message);
        }
        catch (OperationCanceledException) when (!cancellationToken.IsCancellationRequested)
        {
            return new Finding("worker", FindingState.Failure, $"did not answer within {WorkerStart.TotalSeconds:N0} s");
        }
    }

    private static async Task<Finding> TargetAsync(string target, IngestionOptions options, CancellationToken cancellationToken)
    {
        try
        {
            await using var sink = IngestionSinks.Open(target);
            var letters = 0L;
            await foreach (var letter in ((IDeadLetterSource)sink).ReadFailuresAsync(cancellationToken))
                letters += letter.SupersededAt is null ? 1 : 0;
            var journal = File.Exists(options.JournalPath) ? "with a journal" : "without a journal: the next run makes it anew";
            return Good("target", string.Create(CultureInfo.InvariantCulture, $"can be read, {letters:N0} dead letters; {journal}"));
        }
        catch (Exception e) when (e is SinkException or ArgumentException)
        {
            return new Finding("target", FindingState.Failure, e.Message);
        }
    }

    private static Finding Protection(WorkerProtection protection) =>
        new("protection: " + protection.Name, protection.InForce ? FindingState.Good : FindingState.Warning, protection.Detail);

    private static Finding Good(string subject, string detail) => new(subject, FindingState.Good, detail);
}
