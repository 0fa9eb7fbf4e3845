using System.Buffers.Binary;
using System.Globalization;
using System.Security.Cryptography;
using System.Text;
using PerfEval.Parsing.Ingestion.Records;

namespace PerfEval.Parsing.Ingestion.Inputs.Zips;

/// <summary>
/// Takes zip archives apart, archives within archives included, all on one budget. Nothing is ever written under a member's name. Members that cannot be had are
/// told all the same; only what lies beyond the most members is not.
/// </summary>
internal sealed class ZipExpander(string temporaryDirectory) : IArchiveExpander
{
    public IAsyncEnumerable<ArchiveMember> ExpandAsync(DocumentContent archive, ArchiveLimits limits, CancellationToken cancellationToken) =>
        new Expansion(limits, temporaryDirectory, cancellationToken).Run(archive).ToAsyncEnumerable();

    /// <summary>An archive that is being taken apart.</summary>
    private sealed class Level(ZipIndex index, byte[] rawPrefix, string prefix, int containerLength, int depth)
    {
        public ZipIndex Index => index;

        public byte[] RawPrefix => rawPrefix;

        public string Prefix => prefix;

        public int ContainerLength => containerLength;

        public int Depth => depth;
    }

    private sealed class Expansion(ArchiveLimits limits, string temporaryDirectory, CancellationToken cancel)
    {
        private readonly ZipUnpacking _unpacking = new(limits, temporaryDirectory);
        private readonly Dictionary<UInt128, int> _names = [];
        private int _members;
        private bool _isCut;

        public IEnumerable<ArchiveMember> Run(DocumentContent archive)
        {
            using var stream = TryOpen(archive, out var failure);
            var bytes = stream is null ? null : new ZipBytes(stream);
            var index = bytes is null ? null : TryIndex(bytes, out failure);
            if (index is null || index.IsDocument)
            {
                yield return End(failure is null ? null : IngestionReason.ReadError, failure) with { IsDocument = index is not null };
                yield break;
            }

            foreach (var member in Members(bytes!, new Level(index, [], "", 0, 1)))
                yield return member;
            var (reason, detail) = HowItEnded(index, wasSpent: false);
            yield return End(reason, detail);
        }

        private static ArchiveMember End(IngestionReason? reason, string? detail) =>
            new() { RawName = default, Name = "", End = true, Reason = reason, Detail = detail };

        private static Stream? TryOpen(DocumentContent archive, out string? failure)
        {
            try
            {
                failure = null;
                return archive.Open();
            }
            catch (IOException e)
            {
                failure = e.Message;
                return null;
            }
        }

        private ZipIndex? TryIndex(ZipBytes bytes, out string? failure)
        {
            try
            {
                failure = null;
                return ZipIndex.Read(bytes, limits.MaxEntries - _members, cancel);
            }
            catch (IOException e)
            {
                failure = e.Message;
                return null;
            }
        }

        private IEnumerable<ArchiveMember> Members(ZipBytes bytes, Level level)
        {
            foreach (var item in level.Index.Items)
            {
                cancel.ThrowIfCancellationRequested();
                if (_members == limits.MaxEntries)
                {
                    _isCut = true;
                    yield break;
                }

                _members++;
                foreach (var member in Member(bytes, level, item))
                    yield return member;
            }

            _isCut |= level.Index.IsCut;
        }

        private IEnumerable<ArchiveMember> Member(ZipBytes bytes, Level level, ZipItem item)
        {
            var member = Named(level, item);
            var unpacked = _unpacking.Unpack(bytes, item, cancel);
            member = member with
            {
                Length = unpacked.Content?.Length ?? Math.Max(0, item.Length), Reason = unpacked.Reason, Detail = unpacked.Detail, Content = unpacked.Content,
            };
            return unpacked.Content is { } content && MayBeArchive(member.Name, content) ? Nested(member, content, level) : [member];
        }

        private IEnumerable<ArchiveMember> Nested(ArchiveMember member, DocumentContent content, Level outer)
        {
            var stream = TryOpen(content, out _);
            var bytes = stream is null ? null : new ZipBytes(stream);
            var index = bytes is null ? null : TryIndex(bytes, out _);
            if (index is null || index.IsDocument)
            {
                stream?.Dispose();
                yield return member;
                yield break;
            }

            if (outer.Depth == limits.MaxDepth)
            {
                stream!.Dispose();
                content.Dispose();
                yield return member with { Content = null, Reason = IngestionReason.NestingLimit, Detail = $"Archives within archives, more than {limits.MaxDepth} deep." };
                yield break;
            }

            var (before, wasSpent) = (_members, _unpacking.IsSpent);
            var level = new Level(index, [.. member.RawName.Span, .. "!/"u8], $"{member.Name}!/", member.RawName.Length, outer.Depth + 1);
            try
            {
                foreach (var inner in Members(bytes!, level))
                    yield return inner;
            }
            finally
            {
                stream!.Dispose();
                content.Dispose();
            }

            var (reason, detail) = HowItEnded(index, wasSpent);
            (reason, detail) = member.Reason is null ? (reason, detail) : (member.Reason, member.Detail);
            yield return member with { Content = null, IsArchive = reason is null || _members > before, Reason = reason, Detail = detail };
        }

        private (IngestionReason? Reason, string? Detail) HowItEnded(ZipIndex index, bool wasSpent)
        {
            if (_isCut)
                return (IngestionReason.EntryLimit, $"There are more than {limits.MaxEntries} members; the rest was not enumerated.");
            if (_unpacking.IsSpent && !wasSpent)
                return (IngestionReason.SizeLimit, $"The members come to more than {limits.MaxBytes} bytes; the rest was not unpacked.");
            return (index.Reason, index.Detail);
        }

        /// <summary>A name that no other member has: a zip may say the same name twice.</summary>
        private ArchiveMember Named(Level level, ZipItem item)
        {
            byte[] raw = [.. level.RawPrefix, .. item.RawName];
            var name = level.Prefix + ZipNames.Decode(item);
            var (distinct, suffix) = (raw, "");
            var number = _names.GetValueOrDefault(Key(raw), 1);
            while (!_names.TryAdd(Key(distinct), 1))
            {
                suffix = string.Create(CultureInfo.InvariantCulture, $"#{++number}");
                distinct = [.. raw, .. Encoding.ASCII.GetBytes(suffix)];
            }

            if (number > 1)
                _names[Key(raw)] = number;
            return new ArchiveMember { RawName = distinct, Name = name + suffix, ContainerLength = level.ContainerLength, Modified = item.Modified };
        }

        private static UInt128 Key(ReadOnlySpan<byte> name) => BinaryPrimitives.ReadUInt128LittleEndian(SHA256.HashData(name));

        private static bool MayBeArchive(string name, DocumentContent content)
        {
            Span<byte> head = stackalloc byte[4];
            try
            {
                using var stream = content.Open();
                return ArchiveInventory.MayBeArchive(name, head[..stream.ReadAtLeast(head, head.Length, throwOnEndOfStream: false)]);
            }
            catch (IOException)
            {
                // Not swallowed: the member stays a document, and whoever reads it meets the same.
                return false;
            }
        }
    }
}
