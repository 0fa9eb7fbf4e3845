using PerfEval.Parsing.Ingestion.Workers.Frames;

namespace PerfEval.Parsing.Ingestion.Workers.Processes;

/// <summary>One thing asked of a worker: takes its frames as they come, or the news that it ended.</summary>
internal abstract class WorkerExchange
{
    /// <summary>Takes a frame.</summary>
    /// <exception cref="InvalidDataException">It does not belong here.</exception>
    public abstract void Take(FrameType type, ReadOnlyMemory<byte> payload);

    /// <summary>Takes the end of the process.</summary>
    public abstract void End(WorkerEnd end);
}
