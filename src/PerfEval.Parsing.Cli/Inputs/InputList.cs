namespace PerfEval.Parsing.Cli.Inputs;

/// <summary>The inputs in the order of their output.</summary>
/// <param name="Files">Files, and directories that cannot be listed.</param>
/// <param name="Several">Whether the user named several inputs or a directory, even an empty one.</param>
internal sealed record InputList(IReadOnlyList<InputFile> Files, bool Several)
{
    /// <summary>Replaces each directory by the files below it, in ordinal order of their paths.</summary>
    public static InputList Expand(IReadOnlyList<string> paths)
    {
        var files = new List<InputFile>();
        var several = paths.Count > 1;
        foreach (var path in paths)
        {
            if (path == InputFile.StandardInput)
                files.Add(new InputFile(path, "stdin"));
            else if (Directory.Exists(path))
            {
                files.AddRange(Below(path));
                several = true;
            }
            else
                files.Add(new InputFile(path, Path.GetFileName(path)));
        }

        return new InputList(files, several);
    }

    /// <summary>Whether the file is one of the inputs; writing to it would destroy it.</summary>
    public bool Contains(string path)
    {
        var full = Path.GetFullPath(path);
        return Files.Any(file => file.Path != InputFile.StandardInput && string.Equals(Path.GetFullPath(file.Path), full, StringComparison.Ordinal));
    }

    private static IEnumerable<InputFile> Below(string root)
    {
        var found = new List<InputFile>();
        var directories = new Stack<string>([""]);
        while (directories.TryPop(out var directory))
        {
            try
            {
                foreach (var entry in new DirectoryInfo(Path.Join(root, directory)).EnumerateFileSystemInfos())
                    Add(entry, Path.Join(directory, entry.Name));
            }
            catch (Exception e) when (e is IOException or UnauthorizedAccessException)
            {
                found.Add(new InputFile(Path.Join(root, directory), directory) { Found = true, ListingError = e.Message });
            }
        }

        // The separator differs between systems; the order must not.
        return found.OrderBy(file => file.Name.Replace('\\', '/'), StringComparer.Ordinal);

        void Add(FileSystemInfo entry, string name)
        {
            if (entry is not DirectoryInfo)
                found.Add(new InputFile(Path.Join(root, name), name) { Found = true });
            // A linked directory may lead back up: it is not followed.
            else if (entry.LinkTarget is null)
                directories.Push(name);
        }
    }
}
