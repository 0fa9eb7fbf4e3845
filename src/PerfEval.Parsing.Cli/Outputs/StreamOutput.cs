using PerfEval.Parsing.Cli.Inputs;

namespace PerfEval.Parsing.Cli.Outputs;

/// <summary>All results in one stream.</summary>
/// <param name="stream">Where they go.</param>
/// <param name="layout">Their form.</param>
/// <param name="several">Whether several inputs were named: JSON is then an array, however many results there are.</param>
/// <param name="ownsStream">Whether the stream is closed at the end.</param>
internal sealed class StreamOutput(Stream stream, OutputLayout layout, bool several, bool ownsStream) : ResultOutput
{
    private bool _array = several;
    private bool _any;

    public override void Write(InputFile input, IReadOnlyList<byte[]> texts)
    {
        _array |= texts.Count > 1;
        foreach (var text in texts)
        {
            stream.Write(Before());
            stream.Write(text);
            if (layout == OutputLayout.JsonLines)
                stream.Write("\n"u8);
            _any = true;
        }

        stream.Flush();
    }

    public override void Finish()
    {
        if (layout == OutputLayout.Json)
            stream.Write((_array, _any) switch { (true, true) => "\n]\n"u8, (true, false) => "[]\n"u8, (false, true) => "\n"u8, _ => default });
        stream.Flush();
    }

    public override void Dispose()
    {
        if (ownsStream)
            stream.Dispose();
    }

    private ReadOnlySpan<byte> Before() => layout switch
    {
        OutputLayout.Json when _array => _any ? ",\n"u8 : "[\n"u8,
        OutputLayout.Outline or OutputLayout.Snapshot when _any => "\n"u8,
        _ => default,
    };
}
