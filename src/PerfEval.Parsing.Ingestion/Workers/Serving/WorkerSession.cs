using PerfEval.Parsing.Ingestion.Inputs;
using PerfEval.Parsing.Ingestion.Workers.Frames;
using PerfEval.Parsing.Ingestion.Workers.Native;
using PerfEval.Parsing.Reading;
using PerfEval.Parsing.Vocabulary;

namespace PerfEval.Parsing.Ingestion.Workers.Serving;

/// <summary>The worker's main loop. This thread reads frames; one other works on the document, so that it can be told to stop meanwhile.</summary>
/// <param name="streams">To and from the supervisor.</param>
/// <param name="makeParser">The parser for the options that the supervisor sends.</param>
/// <param name="makeExpander">What takes archives apart.</param>
internal sealed class WorkerSession(ProtocolStreams streams, Func<ReportParserOptions, ReportParser> makeParser, Func<IArchiveExpander> makeExpander)
{
    // The same everywhere, and twice what a thread usually has: deep but honest documents pass.
    private const int StackSize = 16 << 20;

    private readonly FrameReader _input = new(streams.Input);
    private readonly FrameWriter _output = new(streams.Output);
    private readonly object _given = new();
    private DocumentServing? _documents;
    private ArchiveServing? _archives;
    private Action? _work;
    private Incoming? _incoming;
    private CancellationTokenSource? _current;
    private long _begun;
    private long _finished;

    /// <summary>Ends the process at once, whatever its threads do.</summary>
    public static void Leave()
    {
        if (OperatingSystem.IsLinux() || OperatingSystem.IsMacOS())
            Posix.ExitAtOnce(0);
        Environment.Exit(0);
    }

    /// <summary>Serves until the supervisor hangs up.</summary>
    /// <exception cref="InvalidDataException">The supervisor does not keep to the protocol.</exception>
    public void Serve()
    {
        while (_input.TryRead(out var type, out var payload))
            Take(type, payload);
        if (Volatile.Read(ref _begun) != Volatile.Read(ref _finished))
            Leave();
    }

    private void Take(FrameType type, ReadOnlyMemory<byte> payload)
    {
        switch (type)
        {
            case FrameType.Hello:
                Start(WorkerSettings.From(payload.Span));
                break;
            case FrameType.Document when _documents is not null:
                var head = FrameMessages.Read(payload, DocumentHead.Read);
                Await(head.Length, (bytes, progress, cancel) => _documents.Parse(head, bytes, progress, cancel));
                break;
            case FrameType.Expand when _archives is not null:
                var request = FrameMessages.Read(payload, ExpandRequest.Read);
                Await(request.Length, (bytes, progress, cancel) => _archives.Expand(request, bytes, progress, cancel));
                break;
            case FrameType.Chunk when _incoming is not null:
                _incoming.Add(payload.Span);
                GiveIfWhole();
                break;
            case FrameType.Cancel:
                _current?.Cancel();
                break;
            default:
                throw new InvalidDataException($"An unexpected frame came: {type}.");
        }
    }

    private void Start(WorkerSettings settings)
    {
        var protections = Confinement.Apply(settings);
        var heartbeat = new Heartbeat(_output);
        var options = ReportParserOptions.Default with { Limits = settings.Limits, Passwords = settings.Passwords, Vocabulary = [.. settings.Vocabulary.Select(VocabularyPack.Parse)] };
        var parser = makeParser(options);
        _documents = new DocumentServing(new DocumentParsing(parser, settings.MaxOutputBytes, withModels: false), settings, _output, heartbeat);
        _archives = new ArchiveServing(makeExpander, _output, heartbeat);
        new Thread(WorkOn, StackSize) { IsBackground = true, Name = "document" }.Start();
        _output.Write(FrameType.Ready, new WorkerGreeting(WorkerSettings.ThisBuild, WorkerGreeting.Names(parser.Options), protections).ToBytes());
    }

    private void Await(long length, Action<ReadOnlyMemory<byte>, ParseProgress, CancellationToken> work)
    {
        _incoming = new Incoming(length, work);
        GiveIfWhole();
    }

    private void GiveIfWhole()
    {
        if (_incoming is not { IsWhole: true } incoming)
            return;
        _incoming = null;
        var cancel = new CancellationTokenSource();
        _current = cancel;
        lock (_given)
        {
            _work = () => incoming.Begin(cancel.Token);
            _begun++;
            Monitor.Pulse(_given);
        }
    }

    private void WorkOn()
    {
        try
        {
            while (true)
            {
                NextWork()();
                Interlocked.Increment(ref _finished);
            }
        }
        // Nobody listens any more.
        catch (IOException)
        {
            Leave();
        }
    }

    private Action NextWork()
    {
        lock (_given)
        {
            while (_work is null)
                Monitor.Wait(_given);
            var work = _work;
            _work = null;
            return work;
        }
    }

    /// <summary>A document or an archive on its way in.</summary>
    private sealed class Incoming(long length, Action<ReadOnlyMemory<byte>, ParseProgress, CancellationToken> work)
    {
        private readonly ChunkBuffer _bytes = new(length, Array.MaxLength);
        private readonly ParseProgress _progress = new();

        public bool IsWhole => _bytes.IsFull;

        public void Add(ReadOnlySpan<byte> chunk) => _bytes.Add(chunk);

        public void Begin(CancellationToken cancel) => work(_bytes.Bytes, _progress, cancel);
    }
}
