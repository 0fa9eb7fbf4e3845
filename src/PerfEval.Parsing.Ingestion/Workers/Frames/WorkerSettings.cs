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
/// <param name="Protections">What it did to confine itself.</param>
internal sealed record WorkerGreeting(string Build, IReadOnlyList<WorkerProtection> Protections)
{
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
