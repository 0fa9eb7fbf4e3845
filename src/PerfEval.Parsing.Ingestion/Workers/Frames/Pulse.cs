namespace PerfEval.Parsing.Ingestion.Workers.Frames;

/// <summary>How a worker is doing.</summary>
/// <param name="Steps">Steps that the document has taken; only whether the number grows has a meaning.</param>
/// <param name="Heap">Bytes of the managed heap.</param>
/// <param name="WorkingSet">Bytes of the whole process.</param>
internal readonly record struct Pulse(long Steps, long Heap, long WorkingSet)
{
    public void Write(BinaryWriter writer)
    {
        writer.Write(Steps);
        writer.Write(Heap);
        writer.Write(WorkingSet);
    }

    /// <exception cref="EndOfStreamException">The bytes are no pulse.</exception>
    public static Pulse Read(BinaryReader reader) => new(reader.ReadInt64(), reader.ReadInt64(), reader.ReadInt64());
}
