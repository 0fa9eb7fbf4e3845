using System.Text.Json;
using System.Text.Json.Serialization;
using PerfEval.Parsing.Reading;

namespace PerfEval.Parsing.Ingestion.Workers.Frames;

/// <summary>What a worker is told at its start.</summary>
/// <param name="Build">The supervisor's build; both ends must be the same.</param>
/// <param name="ParentId">The supervisor's process.</param>
/// <param name="Limits">What the parser may cost.</param>
/// <param name="Passwords">Passwords to try.</param>
/// <param name="Vocabulary">Packs of words as JSON.</param>
/// <param name="MaxMemory">The most bytes of the managed heap.</param>
/// <param name="RecycleMemory">More than this after a document, and the worker asks to be replaced.</param>
/// <param name="MaxOutputBytes">The most bytes of a result.</param>
/// <param name="MaxFileBytes">The longest file that the worker may write.</param>
internal sealed record WorkerSettings(
    string Build, int ParentId, ParseLimits Limits, IReadOnlyList<string> Passwords, IReadOnlyList<string> Vocabulary, long MaxMemory, long RecycleMemory, long MaxOutputBytes, long MaxFileBytes)
{
    /// <summary>The build of this library: its module's id.</summary>
    public static string ThisBuild { get; } = typeof(WorkerSettings).Module.ModuleVersionId.ToString("N");

    public static WorkerSettings Of(IngestionOptions options, WorkerLimits limits, long maxFileBytes) => new(
        ThisBuild,
        Environment.ProcessId,
        WorkTimes.Within(options.Parser, limits).Limits,
        options.Parser.Passwords,
        [.. options.Parser.Vocabulary.Select(pack => pack.ToJson())],
        limits.MaxMemory,
        options.RecycleMemory,
        options.MaxOutputBytes,
        maxFileBytes);

    public byte[] ToBytes() => JsonSerializer.SerializeToUtf8Bytes(this, WorkerJsonContext.Default.WorkerSettings);

    /// <exception cref="InvalidDataException">The bytes are no settings.</exception>
    public static WorkerSettings From(ReadOnlySpan<byte> bytes) => WorkerJsonContext.Read(bytes, WorkerJsonContext.Default.WorkerSettings);
}

/// <summary>What a worker says once it can take documents.</summary>
/// <param name="Build">The worker's build.</param>
/// <param name="Extractors">The types of the extractors of the host's own that its parser runs.</param>
/// <param name="Protections">What it did to confine itself.</param>
internal sealed record WorkerGreeting(string Build, IReadOnlyList<string> Extractors, IReadOnlyList<WorkerProtection> Protections)
{
    /// <summary>The types of extractors as workers name them.</summary>
    public static string[] Names(ReportParserOptions options) => [.. options.Extractors.Select(extractor => extractor.GetType().ToString())];

    /// <summary>Why the worker cannot serve a run; <see langword="null"/> where it can.</summary>
    public string? Unfit(ReportParserOptions options) =>
        Build != WorkerSettings.ThisBuild ? "The worker is of another build of this library than the run: the program that starts it must be of the same version."
        : Names(options).Except(Extractors).FirstOrDefault() is { } missing
            ? $"The worker's parser does not have the extractor {missing} of the run: give {nameof(IngestionWorker)}.{nameof(IngestionWorker.Run)} a parser that has it."
        : null;

    public byte[] ToBytes() => JsonSerializer.SerializeToUtf8Bytes(this, WorkerJsonContext.Default.WorkerGreeting);

    /// <exception cref="InvalidDataException">The bytes are no greeting.</exception>
    public static WorkerGreeting From(ReadOnlySpan<byte> bytes) => WorkerJsonContext.Read(bytes, WorkerJsonContext.Default.WorkerGreeting);
}

/// <summary>How settings and greetings are written; the layout is private to one build.</summary>
[JsonSerializable(typeof(WorkerSettings))]
[JsonSerializable(typeof(WorkerGreeting))]
internal sealed partial class WorkerJsonContext : JsonSerializerContext
{
    public static T Read<T>(ReadOnlySpan<byte> bytes, System.Text.Json.Serialization.Metadata.JsonTypeInfo<T> type)
        where T : class
    {
        try
        {
            return JsonSerializer.Deserialize(bytes, type) ?? throw new InvalidDataException("An empty message came.");
        }
        catch (JsonException e)
        {
            throw new InvalidDataException("A message came that cannot be understood.", e);
        }
    }
}
