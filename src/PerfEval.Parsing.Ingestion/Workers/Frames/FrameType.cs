namespace PerfEval.Parsing.Ingestion.Workers.Frames;

/// <summary>What a frame between the supervisor and a worker says.</summary>
internal enum FrameType : byte
{
    /// <summary>To the worker, first: <see cref="WorkerSettings"/>.</summary>
    Hello = 1,

    /// <summary>From the worker, once it can take documents: <see cref="WorkerGreeting"/>.</summary>
    Ready,

    /// <summary>To the worker: a document's head; its bytes follow in chunks.</summary>
    Document,

    /// <summary>Either way: some bytes of what was announced last.</summary>
    Chunk,

    /// <summary>To the worker: give up the document.</summary>
    Cancel,

    /// <summary>From the worker, four times a second while it works: <see cref="Pulse"/>.</summary>
    Heartbeat,

    /// <summary>From the worker: an answer's head; its bytes follow in chunks.</summary>
    Answer,

    /// <summary>To the worker: an archive to take apart; its bytes follow in chunks unless it has a path.</summary>
    Expand,

    /// <summary>From the worker: a member of the archive, or its end; its bytes follow in chunks.</summary>
    Member,

    /// <summary>From the worker: the bytes of a member end here.</summary>
    MemberEnd,
}
