using System.Runtime.InteropServices;
using PerfEval.Parsing.Diagnostics;
using PerfEval.Parsing.Reading.Archives;

namespace PerfEval.Parsing.Reading.OfficeParts;

/// <summary>
/// The zip archive of an Office document, bounded and checked. A package may be damaged anywhere and still be read: parts are found by relationship,
/// else by content type, else by name, and what is missing gives nothing.
/// </summary>
internal sealed class OfficePackage
{
    private readonly ReadOnlyMemory<byte> _bytes;
    private readonly ReadContext _context;
    private readonly ZipBudget _budget;
    private readonly PartStrings _strings = new();
    private readonly Dictionary<string, ZipEntry> _entries = new(StringComparer.OrdinalIgnoreCase);

    private OfficePackage(ReadOnlyMemory<byte> bytes, ZipDirectory directory, ReadContext context, bool isSalvaged)
    {
        (_bytes, _context, IsSalvaged) = (bytes, context, isSalvaged);
        _budget = new ZipBudget(context.Limits);
        foreach (var entry in directory.Entries)
            if (!_entries.TryAdd(entry.Name, entry) && !isSalvaged)
                context.Log.Add(DiagnosticCode.DuplicateEntry, $"The archive holds {entry.Name} more than once; the first was taken.");
        if (!isSalvaged)
            AddOwnNames(directory);
        if (directory.IsCut)
            context.Log.Reached(nameof(ParseLimits.MaxEntries), context.Limits.MaxEntries, "The archive has more entries than");
    }

    /// <summary>Whether the directory was lost and the entries were found by their own headers.</summary>
    internal bool IsSalvaged { get; }

    /// <summary>The names of all parts, in no order that means anything.</summary>
    internal IEnumerable<string> PartNames => _entries.Keys;

    internal static OfficePackage Open(ReadOnlyMemory<byte> bytes, ReadContext context)
    {
        if (ZipDirectory.TryRead(bytes, context.Limits.MaxEntries) is { } directory)
            return new OfficePackage(bytes, directory, context, isSalvaged: false);

        var salvaged = ZipSalvage.Scan(bytes, context.Limits.MaxEntries);
        if (salvaged.Entries.Count == 0)
            throw Unreadable(bytes);
        context.Log.Add(DiagnosticCode.ArchiveSalvaged, $"The archive's directory is missing or damaged; {salvaged.Entries.Count} entries were found.");
        return new OfficePackage(bytes, salvaged, context, isSalvaged: true);
    }

    /// <summary>Whether there is a part of that name.</summary>
    internal bool Contains(string part) => _entries.ContainsKey(part);

    /// <summary>The part that serves another one: the one referred to, else the one of the usual name beside it.</summary>
    internal string? PartOf(string main, OfficeRelationships relationships, string type)
    {
        if (relationships.FirstOfType(type) is { } target && _entries.ContainsKey(target))
            return target;
        var usual = $"{OfficeRelationships.FolderOf(main)}{type}.xml";
        if (_entries.ContainsKey(usual))
            return usual;
        if (relationships.FirstOfType(type) is { } missing)
            _context.Log.Add(DiagnosticCode.PartMissing, $"{main} refers to {missing}, which is missing.");
        return null;
    }

    /// <summary>A name that is damaged in the directory would hide its entry: the entry is found by the name in its own header too.</summary>
    private void AddOwnNames(ZipDirectory directory)
    {
        var isDamaged = false;
        foreach (var entry in directory.Entries)
            if (ZipSalvage.NameAt(_bytes.Span, entry.HeaderOffset) is { } own && own != entry.Name)
                isDamaged |= _entries.TryAdd(own, entry with { Name = own });
        if (isDamaged)
            _context.Log.Add(DiagnosticCode.ArchiveSalvaged, "The archive's directory names parts otherwise than they name themselves; they are read under both names.");
    }

    /// <summary>Opens a part; <see langword="null"/> where there is none of that name or where it cannot be read at all.</summary>
    internal OfficeXml? OpenXml(string part, bool isOptional)
    {
        if (!_entries.TryGetValue(part, out var entry))
        {
            if (!isOptional)
                _context.Log.Add(DiagnosticCode.PartMissing, $"The part {part} is missing.");
            return null;
        }

        if (Data(entry) is not { } data)
            return null;
        return OpenPlain(data, entry, part) ?? new OfficeXml(new ZipPartStream(ToStream(data), entry, _budget), part, _context);
    }

    /// <summary>Opens what nearly all parts are: sound, not too large, and plain XML at least where it begins.</summary>
    private OfficeXml? OpenPlain(ReadOnlyMemory<byte> data, ZipEntry entry, string part)
    {
        if (ZipPartBytes.TryRead(ToStream(data), entry, _budget, _context.Watch) is not { } bytes)
            return null;
        if (PlainXml.TryOpen(bytes, _strings, _context.Limits.MaxCharacters) is { } plain)
        {
            _budget.Take((int)entry.Length);
            return new OfficeXml(bytes, plain, part, _context);
        }

        bytes.Dispose();
        return null;
    }

    private ReadOnlyMemory<byte>? Data(ZipEntry entry)
    {
        if (entry.IsEncrypted)
            throw new UnreadableDocumentException(
                UnreadableReason.Encrypted, "The archive is protected by a password. Save the document without one and try again.");
        var data = ZipSalvage.DataOffset(_bytes.Span, entry.HeaderOffset);
        if (data < 0 || entry.Method is not (0 or 8))
        {
            _context.Log.Add(DiagnosticCode.StreamCorrupt, $"The data of {entry.Name} cannot be found or is of an unknown compression.");
            return null;
        }

        // Deflated data ends by itself, so a stored size that lies costs nothing; stored data must be cut.
        var rest = _bytes[(int)data..];
        return entry.Method == 0 ? rest[..(int)Math.Min(entry.CompressedLength, rest.Length)] : rest;
    }

    private static UnreadableDocumentException Unreadable(ReadOnlyMemory<byte> bytes) => bytes.Span.StartsWith("PK"u8)
        ? new UnreadableDocumentException(UnreadableReason.Truncated, "The archive ends before its first entry. Fetch the file again from its source.")
        : new UnreadableDocumentException(UnreadableReason.Corrupt, "The file is no zip archive. Check what kind of file it is.");

    private static MemoryStream ToStream(ReadOnlyMemory<byte> bytes) => MemoryMarshal.TryGetArray(bytes, out var segment)
        ? new MemoryStream(segment.Array!, segment.Offset, segment.Count, writable: false)
        : new MemoryStream(bytes.ToArray(), writable: false);
}
