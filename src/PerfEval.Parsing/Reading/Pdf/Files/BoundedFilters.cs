using PerfEval.Parsing.Diagnostics;
using UglyToad.PdfPig.Filters;
using UglyToad.PdfPig.Tokens;

namespace PerfEval.Parsing.Reading.Pdf.Files;

/// <summary>
/// The filters of one document. Those that can blow a stream up count against the document's budget, and damage is noted instead of
/// passed on as if it were content. One set belongs to one parse.
/// </summary>
internal sealed class BoundedFilters(ReadContext context) : IFilterProvider
{
    private readonly IFilterProvider _library = DefaultFilterProvider.Instance;
    private readonly FilterBudget _budget = new(context);

    public IReadOnlyList<IFilter> GetFilters(DictionaryToken dictionary) => Bound(Known(() => _library.GetFilters(dictionary)), context.Limits.MaxFilters);

    public IReadOnlyList<IFilter> GetNamedFilters(IReadOnlyList<NameToken> names) => Bound(Known(() => _library.GetNamedFilters(names)), context.Limits.MaxFilters);

    public IReadOnlyList<IFilter> GetAllFilters() => Bound(_library.GetAllFilters(), int.MaxValue);

    /// <summary>The library throws where it has not heard of a filter; the stream is then missing, and that is said.</summary>
    private IReadOnlyList<IFilter> Known(Func<IReadOnlyList<IFilter>> find)
    {
        try
        {
            return find();
        }
        catch (Exception e) when (e is not (OperationCanceledException or OutOfMemoryException))
        {
            _budget.Note(DiagnosticCode.FilterUnsupported, "A stream is packed by a filter that is not known.");
            throw;
        }
    }

    private IFilter[] Bound(IReadOnlyList<IFilter> filters, int longest)
    {
        if (filters.Count > longest)
            _budget.NoteLimit(nameof(ParseLimits.MaxFilters), longest, "A stream is packed more times than");
        return [.. filters.Take(longest).Select(Bounded)];
    }

    private IFilter Bounded(IFilter filter) => filter switch
    {
        FlateFilter => new BoundedFilter(_budget, Flate.Decode),
        LzwFilter => new BoundedFilter(_budget, Lzw.Decode),
        RunLengthFilter => new BoundedFilter(_budget, RunLength.Decode),
        Ascii85Filter => new EndedFilter(_budget, filter, "~>"),
        AsciiHexDecodeFilter => new EndedFilter(_budget, filter, ">"),
        { IsSupported: false } => new MissingFilter(_budget, filter.GetType().Name),
        _ => filter,
    };

    private sealed class BoundedFilter(FilterBudget budget, Action<ReadOnlyMemory<byte>, DictionaryToken, FilterOutput> decode) : IFilter
    {
        public bool IsSupported => true;

        public Memory<byte> Decode(Memory<byte> input, DictionaryToken streamDictionary, IFilterProvider filterProvider, int filterIndex)
        {
            var parameters = Parameters(streamDictionary, filterIndex);
            var output = new FilterOutput(budget);
            decode(input, parameters, output);
            return Predictor.Undo(output.Finish(), parameters);
        }

        private static DictionaryToken Parameters(DictionaryToken stream, int index)
        {
            if (!stream.TryGet(NameToken.DecodeParms, out var token) && !stream.TryGet(NameToken.Dp, out token))
                return DictionaryToken.Empty;
            return token switch
            {
                DictionaryToken one => one,
                ArrayToken many when index < many.Length && many[index] is DictionaryToken own => own,
                _ => DictionaryToken.Empty,
            };
        }
    }

    /// <summary>A filter whose data has a mark at its end, without which it was cut off.</summary>
    private sealed class EndedFilter(FilterBudget budget, IFilter filter, string end) : IFilter
    {
        /// <summary>How much padding may stand behind the mark.</summary>
        private const int Within = 16;

        public bool IsSupported => filter.IsSupported;

        public Memory<byte> Decode(Memory<byte> input, DictionaryToken streamDictionary, IFilterProvider filterProvider, int filterIndex)
        {
            if (input.Span[Math.Max(0, input.Length - Within)..].IndexOf(System.Text.Encoding.ASCII.GetBytes(end)) < 0)
                budget.Note(DiagnosticCode.StreamCorrupt, $"A stream of {input.Length} bytes ends too early.");
            return filter.Decode(input, streamDictionary, filterProvider, filterIndex);
        }
    }

    /// <summary>Stands for a filter that cannot be undone: its content is missing, and that is said.</summary>
    private sealed class MissingFilter(FilterBudget budget, string name) : IFilter
    {
        public bool IsSupported => true;

        public Memory<byte> Decode(Memory<byte> input, DictionaryToken streamDictionary, IFilterProvider filterProvider, int filterIndex)
        {
            budget.Note(DiagnosticCode.FilterUnsupported, $"A stream is packed by {name}, which is not read.");
            return Memory<byte>.Empty;
        }
    }
}
