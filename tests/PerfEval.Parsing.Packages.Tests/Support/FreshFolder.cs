using PerfEval.Parsing.Tests.Support;

namespace PerfEval.Parsing.Packages.Tests.Support;

/// <summary>An empty folder outside the repository, where the packages are the only thing known of it.</summary>
internal sealed class FreshFolder : IDisposable
{
    private static readonly Lazy<Task<string>> Cache = new(FindCacheAsync);

    private FreshFolder(string path) => Root = path;

    public string Root { get; }

    /// <summary>A folder that gets these packages from where they were packed, and those of others from what this machine has restored already: no network.</summary>
    public static async Task<FreshFolder> CreateAsync()
    {
        var packed = await PackedPackages.GetAsync();
        var folder = new FreshFolder(Directory.CreateTempSubdirectory("perfeval-packages-").FullName);
        folder.Write("nuget.config", $"""
            <configuration>
              <config><add key="globalPackagesFolder" value="packages" /></config>
              <packageSources><clear /><add key="packed" value="{packed.Folder}" /></packageSources>
              <fallbackPackageFolders><clear /><add key="restored" value="{await Cache.Value}" /></fallbackPackageFolders>
            </configuration>
            """);
        return folder;
    }

    public string At(string path) => Path.Join(Root, path);

    public void Write(string path, string text)
    {
        Directory.CreateDirectory(Path.GetDirectoryName(At(path))!);
        File.WriteAllText(At(path), text);
    }

    /// <summary>Copies one of the samples.</summary>
    public void Copy(string sample, string path)
    {
        Directory.CreateDirectory(Path.GetDirectoryName(At(path))!);
        File.Copy(Repository.At("samples/" + sample), At(path));
    }

    /// <summary>Writes a console program that uses a package, builds and runs it here.</summary>
    public async Task<CommandRun> RunProgramAsync(string code, string package, string sdk = "Microsoft.NET.Sdk")
    {
        Write("Program/Program.csproj", $"""
            <Project Sdk="{sdk}">
              <PropertyGroup>
                <OutputType>Exe</OutputType>
                <TargetFramework>net10.0</TargetFramework>
                <ImplicitUsings>enable</ImplicitUsings>
                <Nullable>enable</Nullable>
                <TreatWarningsAsErrors>true</TreatWarningsAsErrors>
                <NuGetAudit>false</NuGetAudit>
              </PropertyGroup>
              <ItemGroup>
                <PackageReference Include="{package}" Version="{PackedPackages.Version}" />
              </ItemGroup>
            </Project>
            """);
        Write("Program/Program.cs", code);
        await CommandRun.DotnetAsync(Root, "build", "Program", "-o", "built");
        return await CommandRun.OfAsync(CommandRun.Dotnet, Root, At("built/Program.dll"));
    }

    public void Dispose() => Directory.Delete(Root, recursive: true);

    private static async Task<string> FindCacheAsync()
    {
        var run = await CommandRun.DotnetAsync(Repository.Root, "nuget", "locals", "global-packages", "--list", "--force-english-output");
        return run.Output[(run.Output.IndexOf(':', StringComparison.Ordinal) + 1)..].Trim();
    }
}
