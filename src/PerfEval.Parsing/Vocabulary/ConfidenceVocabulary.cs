using System.Collections.Frozen;

namespace PerfEval.Parsing.Vocabulary;

/// <summary>The factors of confidence beside the rules' strengths: <c>confidence.json</c>.</summary>
internal sealed class ConfidenceVocabulary
{
    private readonly FrozenDictionary<string, double> _readings;

    private ConfidenceVocabulary()
    {
        using var file = VocabularyFile.Open("confidence.json");
        var root = file.RootElement;
        _readings = root.GetProperty("readings").EnumerateObject().ToFrozenDictionary(p => p.Name, p => p.Value.GetDouble(), StringComparer.Ordinal);
        Recognised = root.GetProperty("recognised").GetDouble();
        Replaced = root.GetProperty("replaced").GetDouble();
        CloseRival = root.GetProperty("closeRival").GetDouble();
        FarBehind = root.GetProperty("farBehind").GetDouble();
        Contradicted = root.GetProperty("contradicted").GetDouble();
        ConfirmedDoubt = root.GetProperty("confirmedDoubt").GetDouble();
        Unchecked = root.GetProperty("unchecked").GetDouble();
    }

    /// <summary>The vocabulary that ships with the library.</summary>
    public static ConfidenceVocabulary Default { get; } = new();

    /// <summary>The factor for text that was recognised in pictures.</summary>
    public double Recognised { get; }

    /// <summary>The factor for a value with characters that could not be read.</summary>
    public double Replaced { get; }

    /// <summary>The factor where a candidate of another value spoke as strongly.</summary>
    public double CloseRival { get; }

    /// <summary>By how much a rival's strength must stay behind to cost nothing.</summary>
    public double FarBehind { get; }

    /// <summary>The factor for a value that a check contradicts.</summary>
    public double Contradicted { get; }

    /// <summary>How much of the doubt in a rule is left where a check confirms the value.</summary>
    public double ConfirmedDoubt { get; }

    /// <summary>The factor for a value that no check confirms.</summary>
    public double Unchecked { get; }

    /// <summary>The factor for a document of which a reader noted something; 1 where that says nothing about its text.</summary>
    public double Reading(string diagnostic) => _readings.GetValueOrDefault(diagnostic, 1);
}
