namespace PerfEval.Parsing.Ingestion.Inputs;

/// <summary>A list of paths, as <c>find</c> prints one: each ended by a line feed, or by a zero byte (<c>-print0</c>).</summary>
internal static class PathList
{
    private const int BufferBytes = 64 * 1024;

    /// <summary>Reads a list as it comes. Empty lines are no paths; a line's bytes are taken as they are, blanks included, but for a carriage return before the line feed.</summary>
    /// <param name="list">The list.</param>
    /// <param name="nul">Whether paths end with a zero byte.</param>
    /// <exception cref="InvalidDataException">A list of lines holds a zero byte: it is no list of lines.</exception>
    public static IEnumerable<IngestionRoot> Read(Stream list, bool nul)
    {
        var end = nul ? (byte)0 : (byte)'\n';
        var buffer = new byte[BufferBytes];
        var pending = new List<byte>();
        int count;
        while ((count = list.Read(buffer)) > 0)
        {
            var start = 0;
            for (var at = Array.IndexOf(buffer, end, 0, count); at >= 0; at = Array.IndexOf(buffer, end, start, count - start))
            {
                pending.AddRange(buffer.AsSpan(start, at - start));
                if (Take(pending, nul) is { } root)
                    yield return root;
                start = at + 1;
            }

            pending.AddRange(buffer.AsSpan(start, count - start));
        }

        if (Take(pending, nul) is { } last)
            yield return last;
    }

    private static IngestionRoot? Take(List<byte> pending, bool nul)
    {
        if (!nul && pending is [.., (byte)'\r'])
            pending.RemoveAt(pending.Count - 1);
        if (pending.Contains(0))
            throw new InvalidDataException("The list holds a zero byte. Say that its paths end with one (as find -print0 writes them).");
        var path = pending.ToArray();
        pending.Clear();
        return path.Length == 0 ? null : IngestionRoot.FromBytes(path);
    }
}
