using System.Runtime.CompilerServices;
using System.Text;
using PerfEval.Parsing.Ingestion.Inputs.Disks;
using PerfEval.Parsing.Ingestion.Inputs.Rules;
using PerfEval.Parsing.Ingestion.Records;

namespace PerfEval.Parsing.Ingestion.Inputs;

/// <summary>The members of zip archives as entries, then the archive itself.</summary>
internal sealed class ArchiveInventory(IngestionOptions options, PathRules rules, IArchiveExpander expander)
{
    private const string Mark = "!/";

    // Packages of these names are documents. Others that begin like a zip are looked into: an Office document may be called a.zip, an archive a.dat.
    private static readonly string[] DocumentNames =
        [".docx", ".docm", ".dotx", ".dotm", ".xlsx", ".xlsm", ".xltx", ".pptx", ".pptm", ".ofd", ".odt", ".ods", ".odp", ".epub"];

    private readonly ArchiveLimits _limits = new(
        options.MaxArchiveDepth, options.MaxArchiveEntries, options.MaxArchiveBytes, options.Parser.Limits.MaxFileBytes, options.Parser.Limits.MaxRatio);

    public static bool IsZipName(string path) => path.EndsWith(".zip", StringComparison.OrdinalIgnoreCase);

    /// <summary>Whether a content of this name and beginning is worth looking into.</summary>
    public static bool MayBeArchive(string name, ReadOnlySpan<byte> head) =>
        IsZipName(name) || (!DocumentNames.Any(d => name.EndsWith(d, StringComparison.OrdinalIgnoreCase)) && BeginsLikeZip(head));

    /// <summary>The same of a file. One that cannot be opened is none: reading it will say why.</summary>
    public bool MayBeArchive(FileEntry file)
    {
        if (!options.ExpandArchives || file.Length == 0)
            return false;
        if (IsZipName(file.Path) || DocumentNames.Any(name => file.Path.EndsWith(name, StringComparison.OrdinalIgnoreCase)))
            return IsZipName(file.Path);
        Span<byte> head = stackalloc byte[4];
        try
        {
            using var opened = file.Node.Open();
            return BeginsLikeZip(head[..opened.Read(head, 0)]);
        }
        catch (Exception e) when (e is DiskException or IOException)
        {
            return false;
        }
    }

    public async IAsyncEnumerable<InventoryEntry> EnumerateAsync(FileEntry file, [EnumeratorCancellation] CancellationToken cancel)
    {
        using var archive = TryOpen(file);
        if (archive is null)
        {
            yield return file;
            yield break;
        }

        var any = false;
        var end = new ArchiveMember { RawName = default, Name = "", Reason = IngestionReason.ProtocolError, Detail = "The members of the archive ended without an end." };
        await foreach (var member in expander.ExpandAsync(archive, _limits, cancel).ConfigureAwait(false))
        {
            if (member.End)
            {
                end = member;
                break;
            }

            any = true;
            yield return ToEntry(file, member);
        }

        yield return end.IsDocument ? Document(file) : Ended(file, archive, end, any);
    }

    private static bool BeginsLikeZip(ReadOnlySpan<byte> head) =>
        head.StartsWith("PK\x03\x04"u8) || head.StartsWith("PK\x05\x06"u8) || head.StartsWith("PK\x07\x08"u8);

    private static FileContent? TryOpen(FileEntry file)
    {
        try
        {
            var opened = file.Node.Open();
            return new FileContent(opened, opened.Stamp());
        }
        catch (Exception e) when (e is DiskException or IOException)
        {
            // Not swallowed: the entry is then read like any other file, and its reading says what is wrong.
            return null;
        }
    }

    /// <summary>What was let through only because it might have been an archive has to fit the included patterns after all.</summary>
    private InventoryEntry Document(FileEntry file) => rules.LeavesOut(file.PathBelowRoot, mayHoldOthers: false) is not { } rule
        ? file
        : new SettledEntry
        {
            FileId = file.FileId,
            Path = file.Path,
            RawPath = file.RawPath,
            Length = file.Length,
            Modified = file.Modified,
            Reason = rule.Reason,
            Detail = rule.Detail,
        };

    private static SettledEntry Ended(FileEntry file, FileContent archive, ArchiveMember end, bool any)
    {
        var changed = !archive.IsUnchanged;
        var reason = changed ? IngestionReason.ChangedDuringRead : end.Reason;
        return new SettledEntry
        {
            FileId = file.FileId,
            Path = file.Path,
            RawPath = file.RawPath,
            Length = file.Length,
            Modified = file.Modified,
            IsArchive = true,
            Reason = any ? null : reason,
            Damage = any ? reason : null,
            Detail = changed ? "The archive was written to while it was taken apart." : end.Detail,
        };
    }

    private InventoryEntry ToEntry(FileEntry file, ArchiveMember member)
    {
        var name = member.RawName;
        var rule = rules.LeavesOut($"{file.PathBelowRoot}{Mark}{member.Name}", member.IsArchive);
        var id = FileIds.OfMember(file.FileId, name.Span);
        var container = member.ContainerLength == 0 ? file.FileId : FileIds.OfMember(file.FileId, name.Span[..member.ContainerLength]);
        byte[] raw = [.. file.RawPath.Span, .. Encoding.ASCII.GetBytes(Mark), .. name.Span];
        if (rule is null && member.Content is not null)
            return new MemberEntry(member.Content)
            {
                FileId = id,
                ContainerId = container,
                Path = $"{file.Path}{Mark}{member.Name}",
                RawPath = raw,
                Length = member.Length,
                Modified = member.Modified,
                Damage = member.Reason,
                Detail = member.Detail,
            };
        member.Content?.Dispose();
        return new SettledEntry
        {
            FileId = id,
            ContainerId = container,
            Path = $"{file.Path}{Mark}{member.Name}",
            RawPath = raw,
            Length = member.Length,
            Modified = member.Modified,
            IsArchive = member.IsArchive && rule is null,
            Reason = rule?.Reason ?? (member.IsArchive ? null : member.Reason ?? IngestionReason.ProtocolError),
            Damage = rule is null && member.IsArchive ? member.Reason : null,
            Detail = rule?.Detail ?? member.Detail,
        };
    }
}
