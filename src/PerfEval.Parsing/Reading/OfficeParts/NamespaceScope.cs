namespace PerfEval.Parsing.Reading.OfficeParts;

/// <summary>Which prefixes stand for which namespaces at the current place.</summary>
internal sealed class NamespaceScope
{
    private (ShortName Prefix, OfficeNamespace Namespace)[] _bindings = new (ShortName, OfficeNamespace)[32];

    // Nearly all names have the prefix of the one before.
    private (ShortName Prefix, OfficeNamespace Namespace)? _last;

    /// <summary>How many prefixes are bound.</summary>
    internal int Count { get; private set; }

    /// <summary>Binds a prefix; the empty one is that of names without any.</summary>
    internal void Bind(ShortName prefix, OfficeNamespace space)
    {
        if (Count == _bindings.Length)
            Array.Resize(ref _bindings, 2 * Count);
        _bindings[Count++] = (prefix, space);
        _last = null;
    }

    /// <summary>Forgets what was bound since there were so many.</summary>
    internal void Return(int count)
    {
        if (count == Count)
            return;
        Count = count;
        _last = null;
    }

    /// <summary>Finds a prefix's namespace; <see langword="false"/> where it is bound to none.</summary>
    internal bool TryFind(ShortName prefix, out OfficeNamespace space)
    {
        if (_last is { } last && last.Prefix == prefix)
        {
            space = last.Namespace;
            return true;
        }

        for (var i = Count - 1; i >= 0; i--)
        {
            if (_bindings[i].Prefix != prefix)
                continue;
            _last = _bindings[i];
            space = _bindings[i].Namespace;
            return true;
        }

        // Names without a prefix need no declaration.
        space = OfficeNamespace.Other;
        return prefix == default;
    }
}
