using System.Text.Json.Nodes;
using Xunit;

namespace PerfEval.Parsing.Cli.Tests;

public sealed class PasswordTests : IDisposable
{
    /// <summary>A page with a title, encrypted with AES-256 and the password 123.</summary>
    private const string Protected =
        "JVBERi0xLjcKJb/3ov4KMSAwIG9iago8PCAvRXh0ZW5zaW9ucyA8PCAvQURCRSA8PCAvQmFzZVZlcnNpb24gLzEuNyAvRXh0ZW5zaW9uTGV2ZWwgOCA+PiA+PiAvUGFnZXMgMiAwIFIg"
        + "L1R5cGUgL0NhdGFsb2cgPj4KZW5kb2JqCjIgMCBvYmoKPDwgL0NvdW50IDEgL0tpZHMgWyAzIDAgUiBdIC9UeXBlIC9QYWdlcyA+PgplbmRvYmoKMyAwIG9iago8PCAvQ29udGVudHMg"
        + "NCAwIFIgL01lZGlhQm94IFsgMCAwIDU5NSA4NDIgXSAvUGFyZW50IDIgMCBSIC9SZXNvdXJjZXMgPDwgL0ZvbnQgPDwgL0YgNSAwIFIgPj4gPj4gL1R5cGUgL1BhZ2UgPj4KZW5kb2Jq"
        + "CjQgMCBvYmoKPDwgL0xlbmd0aCAxMjggL0ZpbHRlciAvRmxhdGVEZWNvZGUgPj4Kc3RyZWFtCjuAWqoVP/UFPhD4kppmSxvlTYBa92OSDo+V+Pge5V8tkGZnf8UZAlm/OvVylirbTDqE"
        + "bH83mPkMLDeFoLXQvCPVlc45XgjoZFu+xcJxpozDZZcrnq9vk3Ty/XW25CznoIS7GaDQ55/ywWZmyAmUvZrWviZBxyL+ZuPr58MgHc47ZW5kc3RyZWFtCmVuZG9iago1IDAgb2JqCjw8"
        + "IC9CYXNlRm9udCAvU2ltU3VuIC9EZXNjZW5kYW50Rm9udHMgWyA8PCAvQmFzZUZvbnQgL1NpbVN1biAvQ0lEU3lzdGVtSW5mbyA8PCAvT3JkZXJpbmcgPGU3M2UyYWJjYjI2MDMzMjU5"
        + "YzhmZjliOTc1NDkyOWE0NWYwN2YyNmRiMTI4ZTMwMDMwODA0NzRjYjg1ODIxZjY+IC9SZWdpc3RyeSA8NzAwMDFkZTYxZDM5ZjUwYjhmYTNlYjdlNTI0MTc3ZWY3YTM2ZWZiYjFlMzMz"
        + "ZWNhYmIwNTJmZTY0NTk5Njc0ZT4gL1N1cHBsZW1lbnQgMiA+PiAvRFcgMTAwMCAvU3VidHlwZSAvQ0lERm9udFR5cGUyIC9UeXBlIC9Gb250ID4+IF0gL0VuY29kaW5nIC9VbmlHQi1V"
        + "Q1MyLUggL1N1YnR5cGUgL1R5cGUwIC9UeXBlIC9Gb250ID4+CmVuZG9iago2IDAgb2JqCjw8IC9DRiA8PCAvU3RkQ0YgPDwgL0F1dGhFdmVudCAvRG9jT3BlbiAvQ0ZNIC9BRVNWMyAv"
        + "TGVuZ3RoIDMyID4+ID4+IC9GaWx0ZXIgL1N0YW5kYXJkIC9MZW5ndGggMjU2IC9PIDxhMDBhNDE3ZjdmN2NmOWMzNTAxNWIyMTIzZjNiYmI5N2M0YmVkMjdkNDZmYjEwMDBhMDMxYTY1"
        + "NjMwNWU3MDg1MTI4ZjI1M2EyNzdlNTdiMzQzNjA4N2Q1MTEzMThjNmE+IC9PRSA8NjIxZjllNWUwMGFlNTg1ZDNlOWEwODE1NGI4YmFhNDZjZDljMzgwMmQwNWM3OWRlNDUxZTExMGE4"
        + "YTBhMmNkOT4gL1AgLTQgL1Blcm1zIDxkMGMzN2NkZjE3Zjc5ZDIwOTEzZTI4NTJjZmE0ZjM3Yj4gL1IgNiAvU3RtRiAvU3RkQ0YgL1N0ckYgL1N0ZENGIC9VIDw0YWJjYmE5YWYwYWQ1"
        + "ODMzZDA3Y2M1YjE0YTI0YjNmYzk1MWQxZmQ2ZTk3OGJjN2NmOTA1MDEwOGE4NWI1ODkwZTk3ZTFjYjExOTczZWFhNzg3YzUyYmU0NjkwYTVmYjY+IC9VRSA8Mjk1OGEwMjk3ZGY4NzI0"
        + "ODQzZjM5ZTJhZGIxMmFiZTJiNDYyYWM0YjMxYjU1ZmQ1M2QxYjE1Zjc5YzVjMzg3Yz4gL1YgNSA+PgplbmRvYmoKeHJlZgowIDcKMDAwMDAwMDAwMCA2NTUzNSBmIAowMDAwMDAwMDE1"
        + "IDAwMDAwIG4gCjAwMDAwMDAxMzAgMDAwMDAgbiAKMDAwMDAwMDE4OSAwMDAwMCBuIAowMDAwMDAwMzE2IDAwMDAwIG4gCjAwMDAwMDA1MTUgMDAwMDAgbiAKMDAwMDAwMDg4NCAwMDAw"
        + "MCBuIAp0cmFpbGVyIDw8IC9Sb290IDEgMCBSIC9TaXplIDcgL0lEIFs8ODlmYzRiYjRhYWVhYjI5MGExODI3YjllZDcwNzQ3MmE+PDg5ZmM0YmI0YWFlYWIyOTBhMTgyN2I5ZWQ3MDc0"
        + "NzJhPl0gL0VuY3J5cHQgNiAwIFIgPj4Kc3RhcnR4cmVmCjE0MzEKJSVFT0YK";

    private readonly TestRun _run = new();

    public void Dispose() => _run.Dispose();

    [Fact]
    public async Task AProtectedFileOpensWithItsPassword()
    {
        var path = _run.Write("protected.pdf", Convert.FromBase64String(Protected));

        var code = await _run.RunAsync("parse", path, "--password", "321", "--password", "123");

        Assert.Equal(ExitCode.Success, code);
        Assert.Equal("2023年度道路养护项目支出绩效自评报告", (string?)JsonNode.Parse(_run.Output)!["title"]);
    }

    [Fact]
    public async Task WithoutItThereIsATypedErrorThatDoesNotNameThePassword()
    {
        var path = _run.Write("protected.pdf", Convert.FromBase64String(Protected));

        var code = await _run.RunAsync("parse", path, "--password", "geheim321");

        Assert.Equal(ExitCode.NoneReadable, code);
        Assert.Equal("Encrypted", (string?)JsonNode.Parse(_run.Output)!["error"]!["code"]);
        Assert.DoesNotContain("geheim321", _run.Output + _run.Error, StringComparison.Ordinal);
    }
}
