using System.Globalization;
using System.Text.Json;
using PerfEval.Parsing.Documents;
using PerfEval.Parsing.Vocabulary;

namespace PerfEval.Parsing.Extracting;

/// <summary>A value proposed for a field that holds one.</summary>
/// <param name="Value">The value.</param>
/// <param name="Rule">The rule that found it; see <c>rules.json</c>.</param>
/// <param name="Lost">Why it cannot be taken, a reason of <c>rules.json</c>; <see langword="null"/> where nothing speaks against it.</param>
/// <param name="Spans">Where it was read, the place that decides first.</param>
internal sealed record Proposal<T>(T Value, string Rule, string? Lost, params SourceSpan[] Spans);

/// <summary>Settles a field: of its proposals, in the order of their worth, the first that nothing speaks against is taken; all are told.</summary>
internal static class Proposals
{
    /// <summary>Takes the first proposal that nothing speaks against, cites its places and notes all of them as candidates, each value of a rule once.</summary>
    /// <param name="proposals">The proposals, the worthiest first. They may look at the draft to see whether one was taken.</param>
    /// <param name="draft">The draft.</param>
    /// <param name="pointer">The field.</param>
    /// <param name="print">The value as the model's JSON prints it.</param>
    /// <param name="take">Puts the value into the report.</param>
    /// <param name="isSame">Whether another value says the same as the one taken, in other words.</param>
    public static void Settle<T>(this IEnumerable<Proposal<T>> proposals, ReportDraft draft, string pointer, Func<T, string> print, Action<T> take, Func<T, T, bool>? isSame = null)
    {
        var told = new HashSet<(string, string, string?)>();
        Proposal<T>? taken = null;
        // The order of the proposals decides, so that a later one never speaks more strongly.
        var strength = 1.0;
        foreach (var proposal in proposals)
        {
            var value = print(proposal.Value);
            var lost = proposal.Lost ?? (taken is not null && print(taken.Value) != value && isSame?.Invoke(taken.Value, proposal.Value) == true ? "same" : null);
            if (!told.Add((proposal.Rule, value, lost)))
                continue;
            if (lost is null)
                strength = Math.Min(strength, RuleVocabulary.Default[proposal.Rule].Strength);
            draft.Consider(pointer, proposal.Rule, value, proposal.Spans[0], lost is null ? strength : null, lost);
            if (taken is not null || lost is not null)
                continue;
            taken = proposal;
            take(proposal.Value);
            draft.Cite(pointer, proposal.Rule, proposal.Spans);
        }
    }

    /// <summary>A number as the model's JSON prints it.</summary>
    public static string Print(decimal value) => PlainDecimal.Of(value).ToString(CultureInfo.InvariantCulture);

    /// <summary>A value of a closed list as the model's JSON prints it.</summary>
    public static string Print<T>(T value)
        where T : struct, Enum => JsonNamingPolicy.CamelCase.ConvertName(value.ToString());

    /// <summary>Years, parted by commas.</summary>
    public static string Print(IReadOnlyList<int> years) => string.Join(',', years.Select(y => y.ToString(CultureInfo.InvariantCulture)));
}
