namespace PerfEval.Parsing.Ingestion.Workers;

/// <summary>The entry point of the worker process.</summary>
internal static class WorkerProgram
{
    public static int Main() => IngestionWorker.Run();
}
