using System.Buffers.Binary;
using System.Globalization;
using System.Security.Cryptography;
using System.Text;

namespace PerfEval.Parsing.Ingestion.Sinks.DuckDb;

/// <summary>What the database holds: an id that is not among these needs no search before it is inserted. 16 bytes each, some 30 MB for a million files.</summary>
internal sealed class KnownIds
{
    private const int Digits = 32;

    private readonly HashSet<UInt128> _files;
    private readonly HashSet<UInt128> _documents;
    private readonly HashSet<UInt128> _failures;

    private KnownIds(HashSet<UInt128> files, HashSet<UInt128> documents, HashSet<UInt128> failures) => (_files, _documents, _failures) = (files, documents, failures);

    public static KnownIds Load(DuckDbSession session) => new(
        Ids(session, "select file_id from files"), Ids(session, "select document_id from reports where part = 1"), Ids(session, "select file_id from failures"));

    public bool HasFile(string id) => _files.Contains(Key(id));

    public bool HasDocument(string id) => _documents.Contains(Key(id));

    public bool HasFailure(string id) => _failures.Contains(Key(id));

    /// <summary>Takes note of what was committed.</summary>
    public void Add(IEnumerable<string> files, IEnumerable<string> documents, IEnumerable<string> failures)
    {
        _files.UnionWith(files.Select(Key));
        _documents.UnionWith(documents.Select(Key));
        _failures.UnionWith(failures.Select(Key));
    }

    private static HashSet<UInt128> Ids(DuckDbSession session, string sql) => [.. session.Query(sql).Select(row => Key(row.GetString(0)))];

    // Ids are hashes in hexadecimal digits, of which half are enough; of any other id the hash is taken here.
    private static UInt128 Key(string id) =>
        id.Length >= Digits && UInt128.TryParse(id.AsSpan(0, Digits), NumberStyles.AllowHexSpecifier, CultureInfo.InvariantCulture, out var key)
            ? key
            : BinaryPrimitives.ReadUInt128BigEndian(SHA256.HashData(Encoding.UTF8.GetBytes(id)));
}
