using System.Runtime.InteropServices;
using System.Runtime.Versioning;

namespace PerfEval.Parsing.Ingestion.Tests.Inputs;

/// <summary>
/// Runs code on a thread that may not read what is not its own, also where the tests run as root: Linux keeps the user by thread for file access.
/// </summary>
[SupportedOSPlatform("linux")]
internal sealed class Unprivileged(string root)
{
    private const uint Nobody = 65534;

    public T Run<T>(Func<T> code)
    {
        T result = default!;
        Exception? thrown = null;
        File.SetUnixFileMode(root, (UnixFileMode)0x1FF);
        var thread = new Thread(() =>
        {
            if (Environment.IsPrivilegedProcess)
                SetFileUser(Nobody);
            try
            {
                result = code();
            }
            catch (Exception e)
            {
                thrown = e;
            }
        });
        thread.Start();
        thread.Join();
        return thrown is null ? result : throw new InvalidOperationException("The code threw.", thrown);
    }

    // By number: the C library has a wrapper, but the call itself is what is bound to the thread for certain.
    private static void SetFileUser(uint user) => _ = syscall(RuntimeInformation.ProcessArchitecture == Architecture.X64 ? 122 : 151, (nint)user);

    [DllImport("libc", SetLastError = true)]
    private static extern nint syscall(nint number, nint user);
}
