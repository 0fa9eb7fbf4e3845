using System.Globalization;
using System.Reflection;
using System.Security.Cryptography;
using System.Text;
using PerfEval.Parsing.Ingestion.Records;
using PerfEval.Parsing.Ingestion.Tables;
using PerfEval.Parsing.Reading;

namespace PerfEval.Parsing.Ingestion.Supervising;

/// <summary>What a run is called, and what its results depend on besides the files.</summary>
internal static class RunIdentity
{
    public static IngestionRun New(IngestionOptions options)
    {
        var started = options.Clock.GetUtcNow();
        var id = started.ToString("yyyyMMdd'T'HHmmssfff'Z'", CultureInfo.InvariantCulture) + "-" + RandomNumberGenerator.GetHexString(8, lowercase: true);
        return new IngestionRun(id, ParserVersion(), OptionsHash(options), started);
    }

    /// <summary>The library's version, and which build of it: two builds under development may give different results.</summary>
    public static string ParserVersion()
    {
        var core = typeof(ReportParser).Assembly;
        var version = core.GetCustomAttribute<AssemblyInformationalVersionAttribute>()?.InformationalVersion ?? core.GetName().Version?.ToString();
        var builds = core.ManifestModule.ModuleVersionId.ToByteArray().Concat(typeof(RunIdentity).Module.ModuleVersionId.ToByteArray()).ToArray();
        return $"{version}/{Convert.ToHexStringLower(SHA256.HashData(builds))[..12]}";
    }

    /// <summary>
    /// A hash of the options that a document's result depends on. What a worker may cost is not among them: whatever failed by it is tried again on request
    /// (<see cref="IngestionOptions.Retry"/>), and whatever did not would give the same.
    /// </summary>
    public static string OptionsHash(IngestionOptions options)
    {
        var text = new StringBuilder();
        foreach (var limit in typeof(ParseLimits).GetProperties(BindingFlags.Public | BindingFlags.Instance).OrderBy(p => p.Name, StringComparer.Ordinal))
            Line(text, limit.Name, Convert.ToString(limit.GetValue(options.Parser.Limits), CultureInfo.InvariantCulture));
        foreach (var password in options.Parser.Passwords)
            Line(text, "password", Hash(password));
        foreach (var pack in options.Parser.Vocabulary)
            Line(text, "vocabulary", Hash(pack.ToJson()));
        foreach (var reader in options.Parser.Readers)
            Line(text, "reader", reader.GetType().FullName);
        foreach (var extractor in options.Parser.Extractors)
            Line(text, "extractor", extractor.GetType().FullName);
        foreach (var table in ArchiveTables.All)
            Line(text, "table", $"{table.Name}({string.Join(',', table.Columns.Select(column => $"{column.Name} {column.Type}"))})");
        return Hash(text.ToString())[..32];
    }

    private static void Line(StringBuilder text, string name, string? value) => text.Append(name).Append('=').Append(value).Append('\n');

    private static string Hash(string text) => Convert.ToHexStringLower(SHA256.HashData(Encoding.UTF8.GetBytes(text)));
}
