using System.CommandLine;
using System.CommandLine.Parsing;
using PerfEval.Parsing.Vocabulary;

namespace PerfEval.Parsing.Cli.Commands;

/// <summary><c>--vocabulary</c>, which every command that reads reports knows; a file that is no pack is a wrong command line.</summary>
internal sealed class VocabularyOption : Option<VocabularyPack[]>
{
    public VocabularyOption()
        : base("--vocabulary")
    {
        Description = "A pack of words (JSON) to read by besides the library's own; may be given several times, the last wins. docs/vocabulary.md says how to write one.";
        HelpName = "file";
        Arity = ArgumentArity.OneOrMore;
        CustomParser = Packs;
    }

    private static VocabularyPack[] Packs(ArgumentResult argument)
    {
        var packs = new List<VocabularyPack>();
        foreach (var token in argument.Tokens)
            try
            {
                packs.Add(VocabularyPack.Load(token.Value));
            }
            catch (VocabularyException e)
            {
                argument.AddError(e.Message);
            }
            catch (Exception e) when (e is IOException or UnauthorizedAccessException or ArgumentException)
            {
                argument.AddError($"The vocabulary {token.Value} cannot be read: {e.Message}");
            }

        return [.. packs];
    }
}
