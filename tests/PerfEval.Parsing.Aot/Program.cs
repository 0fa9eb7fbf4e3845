using PerfEval.Parsing.Aot;

if (args.Length != 3)
{
    Console.Error.WriteLine("aot-smoke REPORTS FONT OUTPUT");
    return 1;
}

new SmokeRun(args[0], args[1], args[2]).Run();
return 0;
