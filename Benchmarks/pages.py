#!/usr/bin/env python3
"""Times reports of ten to a thousand pages: text, charts and tables with references, floats, notes and contents.

    Benchmarks/pages.py [--with PROGRAM] [--pages N …]

Needs `make build`. Prints a table in Markdown: pages, seconds of processor of `vigie check`, which lays the report out without painting
it, with and without contents (which are laid out twice), and of `vigie render`. Time a page should not grow.
"""

import argparse
import os
import pathlib
import random
import re
import subprocess
import sys
import tempfile

ROOT = pathlib.Path(__file__).resolve().parent.parent

HEAD = """\
report: {{ title: Un rapport de {sections} parties, numbered-headings: 2 }}
sources: {{ e: {{ title: Enquête, year: 2025, data: e.csv }} }}
territories:
  quartiers: {{ label: Quartiers prioritaires, short: QPV, universe: ménages, role: subject }}
  ville: {{ label: Ensemble de la ville, short: Ville, universe: ménages, role: reference }}
indicators:
  internet: {{ label: Internet, unit: "%", source: e, value: {{ column: taux, where: {{ nom: internet }}, by: zone }} }}
  ordinateur: {{ label: Ordinateur, unit: "%", source: e, value: {{ column: taux, where: {{ nom: ordinateur }}, by: zone }} }}
comparisons:
  acces: {{ indicators: [internet, ordinateur], subject: quartiers, references: ville }}
body:
"""

DATA = "nom;zone;taux\ninternet;quartiers;79\ninternet;ville;88\nordinateur;quartiers;72\nordinateur;ville;87\n"

WORDS = (
    "le ménage la ville un accueil une enquête du quartier des habitants chaque année selon avec pour sans "
    "équipement numérique connexion médiation démarche service public ordinateur agent formation aide besoin"
).split()


def paragraph(chance):
    return " ".join(chance.choice(WORDS) for _ in range(chance.randrange(40, 110))).capitalize() + "."


def section(number, chance):
    """About two pages."""
    lines = [f"  - section: Partie {number}", "    body:"]

    def text(words):
        lines.append(f'      - text: "{words}"')

    for _ in range(5):
        text(paragraph(chance))
    text(f"La {{figure.g{number}}} le montre, la {{figure.t{number}}} le détaille.")
    lines.append(f"      - chart: {{ id: g{number}, kind: bar, of: acces, title: Accès dans la partie {number} }}")
    for _ in range(4):
        text(paragraph(chance))
    table = f"table: {{ id: t{number}, of: acces, title: Taux de la partie {number} }}"
    if number % 3 == 0:
        lines += ["      - float:", "          place: top", f"          blocks: [{{ {table} }}]"]
    else:
        lines.append(f"      - {table}")
    for _ in range(3):
        text(paragraph(chance))
    return "\n".join(lines) + "\n"


def write(folder, sections, contents):
    chance = random.Random(20261126)
    spec = HEAD.format(sections=sections) + ("  - contents\n" if contents else "")
    (folder / "e.csv").write_text(DATA, encoding="utf-8")
    spec += "".join(section(number + 1, chance) for number in range(sections))
    path = folder / "report.yml"
    path.write_text(spec, encoding="utf-8")
    return path


def seconds(*command):
    """Seconds of processor, which other work on the machine changes least."""
    process = subprocess.Popen(command, stdout=subprocess.DEVNULL, stderr=subprocess.DEVNULL)
    _, status, usage = os.wait4(process.pid, 0)
    if os.waitstatus_to_exitcode(status) != 0:
        sys.exit(f"{command[1]} ended with {os.waitstatus_to_exitcode(status)}")
    return usage.ru_utime + usage.ru_stime


def main():
    parser = argparse.ArgumentParser()
    parser.add_argument("--with", dest="program", default=str(ROOT / ".build/release/vigie"))
    parser.add_argument("--pages", type=int, nargs="+", default=[10, 100, 1000])
    options = parser.parse_args()
    print("| pages | check, s | with contents, s | render, s | ms a page of check |")
    print("| --- | --- | --- | --- | --- |")
    for wanted in options.pages:
        with tempfile.TemporaryDirectory() as name:
            folder = pathlib.Path(name)
            pdf = folder / "r.pdf"
            spec = write(folder, max(1, wanted // 2), contents=True)
            listed = seconds(options.program, "check", spec)
            spec = write(folder, max(1, wanted // 2), contents=False)
            plain = seconds(options.program, "check", spec)
            whole = seconds(options.program, "render", spec, "-o", pdf)
            info = subprocess.run(["pdfinfo", pdf], check=True, capture_output=True, text=True).stdout
            count = int(re.search(r"Pages:\s+(\d+)", info).group(1))
        print(f"| {count} | {plain:.2f} | {listed:.2f} | {whole:.2f} | {1000 * plain / count:.1f} |")


if __name__ == "__main__":
    main()
