#!/usr/bin/env python3
"""Times a long table: Vigie with and without tags, beside Typst, whose PDFs are tagged too.

    Benchmarks/tagged.py [--rows N] [--runs N] [--vigie PROGRAM] [--alone]

Both read the same CSV file of eight columns and set the same cells in the same type. Needs `make build`; Typst comes from
PyPI into .build-tools/typst. Prints a table in Markdown: the best of several runs that take turns, each a program of its
own, measured by wait4.
"""

import argparse
import os
import pathlib
import random
import subprocess
import sys
import tempfile
import venv

ROOT = pathlib.Path(__file__).resolve().parent.parent
TOOLS = ROOT / ".build-tools/typst"
TYPST = "typst==0.15.2"
FONTS = ROOT / "Fonts"

COLUMNS = ["code", "quartier", "commune", "habitants", "menages", "taux", "ecart", "revenu"]

REPORT = """\
report: { title: Tous les quartiers }
sources: { q: { title: Quartiers, year: 2025, data: table.csv, types: { code: text } } }
body:
  - table: { from: q, title: Tous les quartiers, universe: quartiers }
"""

DOCUMENT = """\
#set document(title: "Tous les quartiers")
#set page(paper: "a4", margin: (x: 21mm, y: 25mm))
#set text(font: "Lato", size: 9pt, lang: "fr")
#let rows = csv("table.csv", delimiter: ";")
#table(
  columns: 8,
  stroke: (x, y) => (bottom: .5pt + rgb("#c9d0d8")),
  align: (left, left, left, right, right, right, right, right),
  table.header(..rows.first().map(strong)),
  ..rows.slice(1).flatten(),
)
"""

COMPILE = """\
import typst, sys
typst.compile("table.typ", output="typst.pdf", font_paths=[sys.argv[1]], ignore_system_fonts=True)
"""


def generate(path, rows):
    chance = random.Random(20261125)
    with open(path, "w", encoding="utf-8") as file:
        file.write(";".join(COLUMNS) + "\n")
        for row in range(rows):
            file.write(
                f"QN{row:05d};Quartier {row % 977};Commune {row % 401};{chance.randrange(1000, 9999)};"
                f"{chance.randrange(400, 4000)};{chance.randrange(100)};{chance.randrange(-20, 20)};"
                f"{chance.randrange(8000, 30000)}\n"
            )


def measure(command, folder):
    """Runs a program; gives its seconds of processor and its greatest memory in MB."""
    process = subprocess.Popen(command, cwd=folder, stdout=subprocess.DEVNULL, stderr=subprocess.DEVNULL)
    _, status, usage = os.wait4(process.pid, 0)
    process.returncode = os.waitstatus_to_exitcode(status)
    if process.returncode != 0:
        sys.exit(f"{command[0]} ended with {process.returncode}")
    return usage.ru_utime + usage.ru_stime, usage.ru_maxrss / 1024


def typst_python():
    python = TOOLS / "bin/python"
    if not python.exists():
        venv.create(TOOLS, with_pip=True)
        subprocess.run([python, "-m", "pip", "install", "--quiet", TYPST], check=True)
    return python


def main():
    parser = argparse.ArgumentParser(description=__doc__.split("\n")[0])
    parser.add_argument("--rows", type=int, default=10_000)
    parser.add_argument("--runs", type=int, default=3)
    parser.add_argument("--vigie", default=ROOT / ".build/release/vigie")
    parser.add_argument("--alone", action="store_true", help="without Typst, whose memory a long table fills")
    options = parser.parse_args()
    if not pathlib.Path(options.vigie).exists():
        sys.exit(f"no {options.vigie}: run `make build` first")
    python = None if options.alone else typst_python()
    with tempfile.TemporaryDirectory() as folder:
        path = pathlib.Path(folder)
        generate(path / "table.csv", options.rows)
        (path / "vigie.yml").write_text(REPORT, encoding="utf-8")
        (path / "plain.yml").write_text("output: { tags: no }\n" + REPORT, encoding="utf-8")
        (path / "table.typ").write_text(DOCUMENT, encoding="utf-8")

        def render(report):
            return [options.vigie, "render", f"{report}.yml", "--fonts", FONTS, "--quiet", "-o", f"{report}.pdf"]

        programs = {"Vigie": render("vigie"), "Vigie without tags": render("plain")}
        if not options.alone:
            programs |= {
                "Typst": [python, "-c", COMPILE, str(FONTS)],
                "Python alone, which Typst runs in": [python, "-c", "import typst"],
            }
        runs = {name: [] for name in programs}
        for _ in range(options.runs):
            for name, command in programs.items():
                runs[name].append(measure(command, folder))
        files = {"Vigie": "vigie.pdf", "Vigie without tags": "plain.pdf", "Typst": "typst.pdf"}
        sizes = {name: f"{(path / file).stat().st_size / 1e6:.1f}" for name, file in files.items() if name in programs}
    best = {name: tuple(min(column) for column in zip(*figures)) for name, figures in runs.items()}
    print(f"{options.rows:,} rows of 8 cells; the best of {options.runs} runs:\n")
    print("| program | processor, s | to Typst | memory, MB | to Typst | file, MB |")
    print("| --- | --- | --- | --- | --- | --- |")
    base = best.get("Typst")
    for name, (processor, memory) in best.items():
        ratios = (f"{processor / base[0]:.2f}", f"{memory / base[1]:.2f}") if base else ("", "")
        print(f"| {name} | {processor:.2f} | {ratios[0]} | {memory:.0f} | {ratios[1]} | {sizes.get(name, '')} |")


if __name__ == "__main__":
    main()
