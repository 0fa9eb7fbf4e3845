using System.Globalization;
using System.Text;

namespace PerfEval.Parsing.Ingestion.Journals;

/// <summary>One run at a time over one journal. The system lets go of it when the process ends, however it ends.</summary>
internal sealed class RunLock : IDisposable
{
    private readonly FileStream _file;

    /// <summary>Takes the lock.</summary>
    /// <exception cref="IngestionLockedException">Another run has it.</exception>
    public RunLock(string journal)
    {
        var path = journal + ".lock";
        try
        {
            _file = new FileStream(path, FileMode.OpenOrCreate, FileAccess.ReadWrite, FileShare.None);
        }
        catch (IOException e) when (e is not (FileNotFoundException or DirectoryNotFoundException))
        {
            throw new IngestionLockedException(journal, e);
        }

        _file.SetLength(0);
        _file.Write(Encoding.ASCII.GetBytes(Environment.ProcessId.ToString(CultureInfo.InvariantCulture)));
        _file.Flush();
    }

    // The file stays: removing it could let two runs hold locks on two files of the same name.
    public void Dispose() => _file.Dispose();
}
