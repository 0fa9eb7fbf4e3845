using System.Runtime.CompilerServices;
using Xunit;

namespace SnapshotTests;

/// <summary>Snapshot tests without a library: the approved text is a file beside the test, and a text that differs is left beside it to compare.</summary>
internal static class ApprovedFile
{
    public static void Verify(string snapshot, string name, [CallerFilePath] string test = "")
    {
        var approved = Path.Join(Path.GetDirectoryName(test), name);
        if (File.Exists(approved) && File.ReadAllText(approved).ReplaceLineEndings("\n") == snapshot)
            return;
        File.WriteAllText(approved + ".received.txt", snapshot);
        Assert.Fail($"{name} differs. Compare it with {name}.received.txt, and where the change is meant copy that over it.");
    }
}
