namespace PerfEval.Parsing.Reading.Pdf.Fonts;

/// <summary>A table from codes to texts, filled page by page: most fonts use few of the codes that they could.</summary>
internal sealed class CodeTable<T>
    where T : class
{
    private const int PageBits = 8;
    private const int PageSize = 1 << PageBits;

    private readonly Dictionary<int, T[]> _pages = [];
    private T[]? _last;
    private int _lastPage = -1;

    public int Count { get; private set; }

    public T? this[int code]
    {
        get
        {
            var page = code >> PageBits;
            if (page != _lastPage)
                (_lastPage, _last) = (page, _pages.GetValueOrDefault(page));
            return _last?[code & (PageSize - 1)];
        }

        set
        {
            var page = code >> PageBits;
            if (!_pages.TryGetValue(page, out var entries))
                _pages[page] = entries = new T[PageSize];
            ref var entry = ref entries[code & (PageSize - 1)];
            Count += entry is null ? 1 : 0;
            entry = value!;
            _lastPage = -1;
        }
    }
}
