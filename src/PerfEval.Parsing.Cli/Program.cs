using PerfEval.Parsing.Cli;

return await CommandLine.RunAsync(args);
