using System.Globalization;
using PerfEval.Parsing.Archives;

// Makes an archive to try ingestion on: the same seed gives the same files.
if (args is not [var directory, ..] || args.Length > 3)
{
    Console.Error.WriteLine("usage: PerfEval.Parsing.Archives DIRECTORY [FILES = 20000] [SEED = 1]");
    return 1;
}

var files = args.Length > 1 ? int.Parse(args[1], CultureInfo.InvariantCulture) : 20_000;
var seed = args.Length > 2 ? int.Parse(args[2], CultureInfo.InvariantCulture) : 1;
if (Directory.Exists(directory) && Directory.EnumerateFileSystemEntries(directory).Any())
{
    Console.Error.WriteLine($"{directory} is not empty.");
    return 1;
}

InventedArchive.Write(directory, files, seed);
return 0;
