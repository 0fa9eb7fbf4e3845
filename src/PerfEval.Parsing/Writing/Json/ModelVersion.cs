using System.Globalization;
using System.Text.Json;
using PerfEval.Parsing.Model;

namespace PerfEval.Parsing.Writing.Json;

/// <summary>The version that a report's JSON states: <c>1</c>, <c>1.1</c> … A minor version adds fields and words, a major version changes meanings.</summary>
internal readonly record struct ModelVersion(int Major, int Minor)
{
    /// <summary>The version of this library's model.</summary>
    public static ModelVersion Current { get; } = Parse(new PerformanceReport().SchemaVersion);

    /// <summary>Whether the JSON may hold fields and words that this library does not know.</summary>
    public bool IsNewer => Minor > Current.Minor;

    /// <summary>Reads a version.</summary>
    /// <exception cref="JsonException">The text is no version.</exception>
    /// <exception cref="OtherVersionException">The version is of another major number.</exception>
    public static ModelVersion ParseReadable(string text)
    {
        var version = Parse(text);
        return version.Major == Current.Major
            ? version
            : throw new OtherVersionException($"The report's JSON is of schemaVersion {text}; this library reads {Current.Major} and {Current.Major}.x.");
    }

    private static ModelVersion Parse(string text)
    {
        var parts = text.Split('.');
        return parts.Length <= 2 && Number(parts[0]) is int major && Number(parts.Length == 2 ? parts[1] : "0") is int minor
            ? new ModelVersion(major, minor)
            : throw new JsonException($"/schemaVersion must be a version such as 1 or 1.1, not \"{text}\".");
    }

    private static int? Number(string digits) =>
        (digits == "0" || !digits.StartsWith('0')) && int.TryParse(digits, NumberStyles.None, CultureInfo.InvariantCulture, out var number) ? number : null;
}

/// <summary>The JSON is a report's, but of a version that this library does not read.</summary>
internal sealed class OtherVersionException(string message) : JsonException(message);
