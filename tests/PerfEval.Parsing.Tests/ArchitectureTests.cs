using System.Text.RegularExpressions;
using PerfEval.Parsing.Tests.Support;
using Xunit;

namespace PerfEval.Parsing.Tests;

/// <summary>The house rules that a compiler does not know. A new folder under src/PerfEval.Parsing needs a line in <see cref="MayUse"/>.</summary>
public sealed partial class ArchitectureTests
{
    private const int LongestFile = 350;
    private const string Core = "PerfEval.Parsing";
    private const string Ingestion = "PerfEval.Parsing.Ingestion";
    private const string Evaluation = "PerfEval.Parsing.Evaluation";

    /// <summary>A folder named with -ing is a stage, a folder named with a noun is data. Arrows go one way.</summary>
    private static readonly Dictionary<string, string[]> MayUse = new()
    {
        ["Documents"] = [],
        ["Diagnostics"] = ["Documents"],
        ["Model"] = ["Documents", "Diagnostics"],
        ["Vocabulary"] = ["Documents", "Model"],
        ["Reading"] = ["Documents", "Diagnostics", "Vocabulary"],
        ["Structuring"] = ["Documents", "Diagnostics", "Model", "Vocabulary"],
        ["Extracting"] = ["Documents", "Diagnostics", "Model", "Vocabulary", "Structuring"],
        ["Checking"] = ["Documents", "Diagnostics", "Model", "Vocabulary", "Structuring", "Extracting"],
        ["Explaining"] = ["Documents", "Model", "Vocabulary", "Extracting", "Writing"],
        ["Composing"] = ["Documents", "Diagnostics", "Model", "Vocabulary", "Structuring", "Extracting"],
        ["Writing"] = ["Documents", "Diagnostics", "Model", "Structuring", "Composing", "Vocabulary"],
        ["Snapshots"] = ["Documents", "Model", "Writing"],
        ["Viewing"] = ["Documents", "Diagnostics", "Model", "Vocabulary"],
    };

    /// <summary>The same for ingestion: inputs, workers, journal and sinks do not know each other; the supervisor puts them together.</summary>
    private static readonly Dictionary<string, string[]> IngestionMayUse = new()
    {
        ["Records"] = [],
        ["Durability"] = [],
        ["Tables"] = ["Records"],
        ["Inputs"] = ["Records"],
        ["Sinks"] = ["Records", "Durability", "Tables"],
        ["Journals"] = ["Records", "Durability"],
        ["Workers"] = ["Records", "Tables", "Inputs"],
        ["Supervising"] = ["Records", "Tables", "Inputs", "Sinks", "Journals", "Workers"],
        ["Examining"] = ["Inputs", "Sinks", "Workers"],
    };

    /// <summary>The same for evaluation: judging and comparing know values, pages know neither.</summary>
    private static readonly Dictionary<string, string[]> EvaluationMayUse = new()
    {
        ["Values"] = [],
        ["Judging"] = ["Values"],
        ["Gold"] = ["Judging", "Values"],
        ["Keeping"] = [],
        ["Comparing"] = ["Judging", "Values"],
        ["Writing"] = [],
    };

    /// <summary>Libraries of others, and the only folders that may know them.</summary>
    private static readonly Dictionary<string, string[]> OnlyIn = new()
    {
        ["AngleSharp"] = ["Reading/Html/"],
        ["UglyToad"] = ["Reading/Pdf/"],
        ["DocumentFormat.OpenXml"] = ["Writing/Docx/", "Writing/Xlsx/", "Writing/Packages/"],
        ["DuckDB"] = ["Sinks/DuckDb/"],
        ["Npgsql"] = ["Sinks/Postgres/"],
        ["Parquet"] = ["Sinks/Columnar/"],
    };

    [Theory]
    [InlineData(Core)]
    [InlineData(Ingestion)]
    [InlineData(Evaluation)]
    public void AFolderUsesOnlyWhatTheTableAllows(string project)
    {
        var table = Table(project);
        var pattern = new Regex($@"(?<!namespace )\b{Regex.Escape(project)}\.([A-Z]\w+)");
        var breaches =
            from source in Repository.Sources($"src/{project}")
            where source.Path.Contains('/', StringComparison.Ordinal)
            let folder = Folder(source.Path)
            from used in pattern.Matches(source.Text).Select(match => match.Groups[1].Value).Distinct()
            where used != folder && !(table.TryGetValue(folder, out var allowed) && allowed.Contains(used))
            select $"{source.Path} uses {used}";

        Assert.Empty(breaches);
    }

    [Theory]
    [InlineData(Core)]
    [InlineData(Ingestion)]
    [InlineData(Evaluation)]
    public void EveryFolderHasAPlaceInTheTable(string project) =>
        Assert.Empty(Directory.EnumerateDirectories(Repository.At($"src/{project}")).Select(Path.GetFileName)
            .Where(folder => Directory.EnumerateFiles(Repository.At($"src/{project}/{folder}"), "*.cs", SearchOption.AllDirectories).Any())
            .Except(Table(project).Keys));

    [Theory]
    [InlineData(Core)]
    [InlineData(Ingestion)]
    [InlineData(Evaluation)]
    public void ANamespaceIsItsFolder(string project)
    {
        var strays =
            from source in Repository.Sources($"src/{project}")
            let name = Namespace().Match(source.Text).Groups[1].Value
            where name != string.Join('.', source.Path.Split('/')[..^1].Prepend(project))
            select $"{source.Path} is in namespace {name}";

        Assert.Empty(strays);
    }

    [Fact]
    public void LibrariesOfOthersAreKnownInTheirFoldersOnly()
    {
        var breaches =
            from project in (string[])[Core, Ingestion]
            from source in Repository.Sources($"src/{project}")
            from library in OnlyIn
            where !library.Value.Any(folder => $"{project}/{source.Path}".Contains($"/{folder}", StringComparison.Ordinal)) && source.Text.Contains($"using {library.Key}", StringComparison.Ordinal)
            select $"{project}/{source.Path} uses {library.Key}";

        Assert.Empty(breaches);
    }

    [Fact]
    public void EveryClassIsSealedAbstractOrStatic()
    {
        var open =
            from source in Repository.Sources("src")
            from declaration in ClassDeclaration().Matches(source.Text).Select(match => match.Value.Trim())
            where !Closed().IsMatch(declaration)
            select $"{source.Path}: {declaration}";

        Assert.Empty(open);
    }

    [Fact]
    public void NoNameIsAWordForAnything()
    {
        var vague =
            from source in Repository.Sources("src")
            from declaration in TypeName().Matches(source.Text).Select(match => match.Groups[1].Value)
            where VagueWord().IsMatch(declaration)
            select $"{source.Path}: {declaration}";

        Assert.Empty(vague);
    }

    [Fact]
    public void NoFileIsLongerThanAPersonReads()
    {
        var long_ =
            from source in Repository.Sources("src")
            let lines = source.Text.Count(c => c == '\n')
            where lines > LongestFile
            select $"{source.Path}: {lines} lines";

        Assert.Empty(long_);
    }

    private static Dictionary<string, string[]> Table(string project) => project switch
    {
        Core => MayUse,
        Ingestion => IngestionMayUse,
        _ => EvaluationMayUse,
    };

    private static string Folder(string path) => path[..path.IndexOf('/', StringComparison.Ordinal)];

    [GeneratedRegex(@"^namespace ([\w.]+);", RegexOptions.Multiline)]
    private static partial Regex Namespace();

    [GeneratedRegex(@"^ *(?:(?:public|internal|private|protected|file|static|sealed|abstract|partial|unsafe) )+(?:class|record)(?! struct) \w+", RegexOptions.Multiline)]
    private static partial Regex ClassDeclaration();

    [GeneratedRegex(@"\b(?:sealed|abstract|static)\b")]
    private static partial Regex Closed();

    [GeneratedRegex(@"^ *(?:\w+ )+(?:class|record|struct|interface|enum) (\w+)", RegexOptions.Multiline)]
    private static partial Regex TypeName();

    [GeneratedRegex("Helper|Util|Manager|Service")]
    private static partial Regex VagueWord();
}
