namespace PerfEval.Parsing.Samples.WebApi;

/// <summary>What was sent: the file of a form, or the body as it is.</summary>
/// <param name="Name">The file's name as the client says; <see langword="null"/> for a bare body.</param>
/// <param name="Bytes">The file.</param>
internal sealed record Upload(string? Name, ReadOnlyMemory<byte> Bytes)
{
    /// <summary>The form's field that holds the file.</summary>
    public const string Field = "file";

    /// <summary>Reads what was sent.</summary>
    /// <param name="request">The request.</param>
    /// <param name="cancellation">Ends when the client goes or the time is over.</param>
    /// <returns>The file; <see langword="null"/> where the form holds none.</returns>
    /// <exception cref="BadHttpRequestException">The body is larger than the server takes, or ends too early.</exception>
    /// <exception cref="InvalidDataException">The form is malformed.</exception>
    /// <exception cref="IOException">The form ends too early.</exception>
    public static async Task<Upload?> ReadAsync(HttpRequest request, CancellationToken cancellation)
    {
        if (!request.HasFormContentType)
            return new Upload(null, await ReadAsync(request.Body, request.ContentLength ?? 0, cancellation));
        var form = await request.ReadFormAsync(cancellation);
        if (form.Files.GetFile(Field) is not { } file)
            return null;
        await using var content = file.OpenReadStream();
        return new Upload(file.FileName, await ReadAsync(content, file.Length, cancellation));
    }

    private static async Task<ReadOnlyMemory<byte>> ReadAsync(Stream stream, long announced, CancellationToken cancellation)
    {
        // What is announced is not believed beyond a megabyte: memory is taken for bytes that have come.
        using var buffer = new MemoryStream((int)Math.Clamp(announced, 0, 1 << 20));
        await stream.CopyToAsync(buffer, cancellation);
        return buffer.GetBuffer().AsMemory(0, (int)buffer.Length);
    }
}
