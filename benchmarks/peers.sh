#!/usr/bin/env bash
# Measures this library beside floors and other programs on this machine and writes the table of goals, as benchmarks/results/DATE.md unless a file is named.
# What is not installed (pandoc, mutool, pdftotext, docx2txt, a Chinese font, a linker for the native command line) is left out, and the table says so.
#
#   benchmarks/peers.sh                  all of it; about ten minutes on a quiet machine
#   benchmarks/peers.sh --quick          for trying: on the console, too few rounds for results
#   benchmarks/peers.sh --output FILE    elsewhere
#   benchmarks/peers.sh --only word,pdf  some parts (word, pdf, pdf-programs, text, growth, memory, adversarial, archive, ingestion, command, writers)
set -euo pipefail
cd "$(dirname "${BASH_SOURCE[0]}")/.."

export MSBUILDDISABLENODEREUSE=1 DOTNET_NOLOGO=1 DOTNET_CLI_TELEMETRY_OPTOUT=1
commit=$(git describe --always --dirty --abbrev=12 2>/dev/null || echo unknown)
rid=$(dotnet --info | awk '$1 == "RID:" { print $2 }')
cli=artifacts/peers/perfeval

# The command line as its users have it: made for this system, native where the project says so and the machine can.
rm -rf "$cli"
publish=(dotnet publish src/PerfEval.Parsing.Cli --configuration Release --runtime "$rid" --output "$cli" --verbosity quiet)
"${publish[@]}" >&2 || { echo "No native command line can be made here; the managed one is measured." >&2; "${publish[@]}" -p:PublishAot=false >&2; }
dotnet build benchmarks/PerfEval.Parsing.Peers --configuration Release -p:RunAnalyzers=false --verbosity quiet >&2

output=()
case " $* " in
  *" --output "* | *" --quick "*) ;;
  *)
    mkdir -p benchmarks/results
    output=(--output "benchmarks/results/$(date +%F).md")
    ;;
esac
dotnet run --project benchmarks/PerfEval.Parsing.Peers --configuration Release --no-build -- --cli "$cli/perfeval" --commit "$commit" "${output[@]}" "$@"
