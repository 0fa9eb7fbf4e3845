using System.Runtime.CompilerServices;
using Xunit;

namespace PerfEval.Parsing.Tests.Support;

/// <summary>
/// Compares a text with the approved one beside the test. A difference leaves the text as name.received.txt, so that the two can be compared
/// and, if the change is meant, the one copied over the other.
/// </summary>
internal static class Approved
{
    /// <summary>Fails unless the text is the approved one.</summary>
    /// <param name="received">What the test made.</param>
    /// <param name="name">The approved file's name without <c>.verified.txt</c>.</param>
    /// <param name="test">The test's source file.</param>
    public static void Verify(string received, string name, [CallerFilePath] string test = "")
    {
        var verifiedPath = Path.Join(Path.GetDirectoryName(test), name + ".verified.txt");
        var receivedPath = Path.Join(Path.GetDirectoryName(test), name + ".received.txt");
        var verified = File.Exists(verifiedPath) ? File.ReadAllText(verifiedPath).ReplaceLineEndings("\n") : null;
        received = received.ReplaceLineEndings("\n").TrimEnd('\n') + "\n";
        if (received == verified)
        {
            File.Delete(receivedPath);
            return;
        }

        File.WriteAllText(receivedPath, received);
        Assert.Fail($"""
            {(verified is null ? $"{name} has not been approved yet." : FirstDifference(verified, received))}
            If the change is meant, say why in the commit and accept it: cp '{receivedPath}' '{verifiedPath}'
            """);
    }

    private static string FirstDifference(string verified, string received)
    {
        var (old, now) = (verified.Split('\n'), received.Split('\n'));
        var line = old.Zip(now).TakeWhile(pair => pair.First == pair.Second).Count();
        return $"Line {line + 1} differs from the approved text.\n  approved: {old.ElementAtOrDefault(line)}\n  received: {now.ElementAtOrDefault(line)}";
    }
}
