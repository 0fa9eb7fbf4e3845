using System.Collections.Frozen;
using System.Globalization;
using Microsoft.Extensions.Configuration;
using PerfEval.Parsing.Reading;
using PerfEval.Parsing.Vocabulary;

namespace PerfEval.Parsing.DependencyInjection;

/// <summary>
/// Options from a section of the configuration. Written out instead of bound by reflection: it can be trimmed, and a key that nobody knows is a fault, not a limit
/// that silently does not hold.
/// </summary>
internal static class ConfigurationReading
{
    private delegate ParseLimits? With(ParseLimits limits, string value);

    /// <summary>The keys below <c>Limits</c>, in the order of <see cref="ParseLimits"/>.</summary>
    private static readonly FrozenDictionary<string, With> LimitKeys = new Dictionary<string, With>
    {
        [nameof(ParseLimits.MaxFileBytes)] = Bytes((limits, value) => limits with { MaxFileBytes = value }),
        [nameof(ParseLimits.MaxDuration)] = Duration,
        [nameof(ParseLimits.MaxEntries)] = Count((limits, value) => limits with { MaxEntries = value }),
        [nameof(ParseLimits.MaxPartBytes)] = Bytes((limits, value) => limits with { MaxPartBytes = value }),
        [nameof(ParseLimits.MaxInflatedBytes)] = Bytes((limits, value) => limits with { MaxInflatedBytes = value }),
        [nameof(ParseLimits.MaxRatio)] = Count((limits, value) => limits with { MaxRatio = value }),
        [nameof(ParseLimits.MaxDepth)] = Count((limits, value) => limits with { MaxDepth = value }),
        [nameof(ParseLimits.MaxAttributes)] = Count((limits, value) => limits with { MaxAttributes = value }),
        [nameof(ParseLimits.MaxHtmlDepth)] = Count((limits, value) => limits with { MaxHtmlDepth = value }),
        [nameof(ParseLimits.MaxBlocks)] = Count((limits, value) => limits with { MaxBlocks = value }),
        [nameof(ParseLimits.MaxColumns)] = Count((limits, value) => limits with { MaxColumns = value }),
        [nameof(ParseLimits.MaxCells)] = Count((limits, value) => limits with { MaxCells = value }),
        [nameof(ParseLimits.MaxCharacters)] = Count((limits, value) => limits with { MaxCharacters = value }),
        [nameof(ParseLimits.MaxObjects)] = Count((limits, value) => limits with { MaxObjects = value }),
        [nameof(ParseLimits.MaxDecodedBytes)] = Bytes((limits, value) => limits with { MaxDecodedBytes = value }),
        [nameof(ParseLimits.MaxFilters)] = Count((limits, value) => limits with { MaxFilters = value }),
        [nameof(ParseLimits.MaxPages)] = Count((limits, value) => limits with { MaxPages = value }),
        [nameof(ParseLimits.MaxPageOperations)] = Count((limits, value) => limits with { MaxPageOperations = value }),
        [nameof(ParseLimits.MaxPageLetters)] = Count((limits, value) => limits with { MaxPageLetters = value }),
        [nameof(ParseLimits.MaxPageForms)] = Count((limits, value) => limits with { MaxPageForms = value }),
        [nameof(ParseLimits.MaxFormDepth)] = Count((limits, value) => limits with { MaxFormDepth = value }),
        [nameof(ParseLimits.MaxPageAnnotations)] = Count((limits, value) => limits with { MaxPageAnnotations = value }),
        [nameof(ParseLimits.MaxDiagnostics)] = Count((limits, value) => limits with { MaxDiagnostics = value }),
    }.ToFrozenDictionary(StringComparer.OrdinalIgnoreCase);

    /// <summary>Reads a section into options.</summary>
    public static void Read(IConfiguration section, PerfEvalParsingOptions options)
    {
        foreach (var entry in section.GetChildren())
        {
            if (Is(entry, nameof(PerfEvalParsingOptions.Limits)))
                ReadLimits(entry, options);
            else if (Is(entry, nameof(PerfEvalParsingOptions.Passwords)))
                ReadList(entry, options.Passwords.Add, options);
            else if (Is(entry, nameof(PerfEvalParsingOptions.Vocabulary)))
                ReadList(entry, path => LoadPack(entry, path, options), options);
            else
                options.Faults.Add($"{entry.Path}: no option has this name; there are Limits, Passwords and Vocabulary.");
        }
    }

    private static bool Is(IConfigurationSection entry, string key) => string.Equals(entry.Key, key, StringComparison.OrdinalIgnoreCase);

    private static void ReadLimits(IConfigurationSection section, PerfEvalParsingOptions options)
    {
        if (!string.IsNullOrEmpty(section.Value))
            options.Faults.Add($"{section.Path}: holds one value; it is a section with a key for each limit.");
        foreach (var entry in section.GetChildren())
        {
            if (!LimitKeys.TryGetValue(entry.Key, out var with))
                options.Faults.Add($"{entry.Path}: no limit has this name; the names are those of ParseLimits.");
            // An empty value, as of an environment variable that was emptied, leaves the limit as it is.
            else if (!string.IsNullOrEmpty(entry.Value))
                Take(entry, with(options.Limits, entry.Value), options);
        }
    }

    private static void Take(IConfigurationSection entry, ParseLimits? limits, PerfEvalParsingOptions options)
    {
        if (limits is null)
            options.Faults.Add($"{entry.Path}: '{entry.Value}' cannot be read; it is a {(Is(entry, nameof(ParseLimits.MaxDuration)) ? "time as 00:00:30" : "whole number")}.");
        else
            options.Limits = limits;
    }

    // The values of a list are never quoted: they may be passwords.
    private static void ReadList(IConfigurationSection section, Action<string> add, PerfEvalParsingOptions options)
    {
        if (!string.IsNullOrEmpty(section.Value))
            options.Faults.Add($"{section.Path}: holds one value; it is a list.");
        foreach (var entry in section.GetChildren())
        {
            if (entry.Value is { } value)
                add(value);
            else
                options.Faults.Add($"{entry.Path}: is not a text.");
        }
    }

    private static void LoadPack(IConfigurationSection section, string path, PerfEvalParsingOptions options)
    {
        try
        {
            options.Vocabulary.Add(VocabularyPack.Load(path));
        }
        catch (Exception e) when (e is IOException or UnauthorizedAccessException or VocabularyException or ArgumentException)
        {
            options.Faults.Add($"{section.Path}: {e.Message}");
        }
    }

    private static With Bytes(Func<ParseLimits, long, ParseLimits> with) => (limits, value) =>
        long.TryParse(value, NumberStyles.AllowLeadingSign, CultureInfo.InvariantCulture, out var number) ? with(limits, number) : null;

    private static With Count(Func<ParseLimits, int, ParseLimits> with) => (limits, value) =>
        int.TryParse(value, NumberStyles.AllowLeadingSign, CultureInfo.InvariantCulture, out var number) ? with(limits, number) : null;

    // A bare number would be days, which nobody means.
    private static ParseLimits? Duration(ParseLimits limits, string value) =>
        value.Contains(':', StringComparison.Ordinal) && TimeSpan.TryParse(value, CultureInfo.InvariantCulture, out var time) ? limits with { MaxDuration = time } : null;
}
