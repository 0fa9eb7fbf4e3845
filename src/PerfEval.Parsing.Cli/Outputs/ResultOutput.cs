using PerfEval.Parsing.Cli.Inputs;

namespace PerfEval.Parsing.Cli.Outputs;

/// <summary>Where results go. They come in order, from one thread at a time.</summary>
internal abstract class ResultOutput : IDisposable
{
    /// <summary>Writes what one input gave.</summary>
    public abstract void Write(InputFile input, IReadOnlyList<byte[]> texts);

    /// <summary>Writes what must stand after the last result.</summary>
    public abstract void Finish();

    /// <summary>Closes what was opened for the output.</summary>
    public abstract void Dispose();
}
