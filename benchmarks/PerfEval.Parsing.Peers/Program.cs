using System.Text;
using PerfEval.Parsing.Peers;
using PerfEval.Parsing.Peers.Goals;
using PerfEval.Parsing.Peers.Results;

Encoding.RegisterProvider(CodePagesEncodingProvider.Instance);
if (args is ["child", .. var child])
    return await ChildWork.RunAsync(child).ConfigureAwait(false);
if (args is ["documents", var directory])
{
    DocumentSet.Write(directory);
    return 0;
}

RunOptions options;
try
{
    options = RunOptions.Of(args);
}
catch (ArgumentException e)
{
    Console.Error.WriteLine($"{e.Message}\n{RunOptions.Usage}");
    return 1;
}

using var run = new Run(options);
WarmUp.All(run);
foreach (var (name, measure) in GoalParts.All)
    if (options.Only.Count == 0 || options.Only.Contains(name))
    {
        Console.Error.WriteLine(name);
        measure(run);
    }

var page = ResultPage.Of(run.Findings, options);
if (options.Output is { } output)
    File.WriteAllText(output, page);
else
    Console.Write(page);
return 0;
