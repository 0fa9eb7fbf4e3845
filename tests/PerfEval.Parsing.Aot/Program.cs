using PerfEval.Parsing.Aot;
using PerfEval.Parsing.Cli;

// One program, so that one compilation serves for the library and for the command: whatever is not a smoke run is a command line of perfeval.
if (args is not ["smoke", var reports, var font, var output])
    return await CommandLine.RunAsync(args);
new SmokeRun(reports, font, output).Run();
return 0;
