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
        Compare(received, Path.Join(Path.GetDirectoryName(test), name + ".verified.txt"), Path.Join(Path.GetDirectoryName(test), name + ".received.txt"), "If the change is meant, say why in the commit.");
    }

    /// <summary>Fails unless the text is that of a file of the repository which is made from the sources and committed.</summary>
    /// <param name="received">What the test made.</param>
    /// <param name="path">The file, from the repository's root.</param>
    /// <param name="advice">What a difference asks of whoever caused it.</param>
    public static void VerifyFile(string received, string path, string advice) =>
        Compare(received, Repository.At(path), Path.ChangeExtension(Repository.At(path), ".received" + Path.GetExtension(path)), advice);

    private static void Compare(string received, string verifiedPath, string receivedPath, string advice)
    {
        var verified = File.Exists(verifiedPath) ? File.ReadAllText(verifiedPath).ReplaceLineEndings("\n") : null;
        received = received.ReplaceLineEndings("\n").TrimEnd('\n') + "\n";
        if (received == verified)
        {
            File.Delete(receivedPath);
            return;
        }

        File.WriteAllText(receivedPath, received);
        Assert.Fail($"""
            {(verified is null ? $"{Path.GetFileName(verifiedPath)} has not been approved yet." : FirstDifference(verified, received))}
            {advice}
            Accept it: cp '{receivedPath}' '{verifiedPath}'
            """);
    }

    private static string FirstDifference(string verified, string received)
    {
        var (old, now) = (verified.Split('\n'), received.Split('\n'));
        var line = old.Zip(now).TakeWhile(pair => pair.First == pair.Second).Count();
        return $"Line {line + 1} differs from the approved text.\n  approved: {old.ElementAtOrDefault(line)}\n  received: {now.ElementAtOrDefault(line)}";
    }
}
