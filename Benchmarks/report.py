#!/usr/bin/env python3
"""Times a report of a dozen pages: Vigie with and without tags, beside Typst, whose PDFs are tagged too.

    Benchmarks/report.py [--runs N] [--vigie PROGRAM]

Both have contents, twelve sections of two justified and hyphenated paragraphs and a grouped bar chart, eight tables, and page
numbers, from the same data in the same type. Needs `make build`; Typst comes from PyPI into .build-tools/typst. Prints a table in
Markdown: the medians of runs that take turns, each a program of its own, measured by wait4.
"""

import argparse
import pathlib
import random
import statistics
import sys
import tempfile

from tagged import FONTS, ROOT, measure, typst_python

WORDS = (
    "le ménage la ville un accueil une enquête du quartier des habitants chaque année selon avec pour sans équipement "
    "numérique connexion médiation démarche service public ordinateur agent formation accompagnement intercommunalité"
).split()
SECTIONS = 12
TABLES = 8
CATEGORIES = ["Smartphone", "Ordinateur", "Tablette", "Connexion fixe", "Imprimante", "Compte en ligne"]
ZONES = ["Quartiers", "Ville"]

HEAD = """\
report: {{ title: Le numérique dans douze quartiers, align: justified, figure-references: optional }}
{output}
sources:
{sources}
body:
  - contents
"""

TYPST = """\
#set document(title: "Le numérique dans douze quartiers")
#set page(paper: "a4", margin: (x: 21mm, y: 25mm), numbering: "1 / 1", header: [Le numérique dans douze quartiers])
#set text(font: "Lato", size: 9.5pt, lang: "fr", hyphenate: true)
#set par(justify: true)
#let columns-of(values) = box(width: 100%, height: 150pt, {
  let wide = 450pt
  for (i, row) in values.enumerate() {
    let band = 130pt / values.len()
    place(dx: 0pt, dy: i * band + 5pt, text(8pt, row.at(0)))
    for j in (0, 1) {
      let length = wide * .75 * row.at(j + 1) / 100
      place(dx: 90pt, dy: i * band + j * 10pt, rect(width: length, height: 9pt, fill: (rgb("#12467b"), rgb("#d9e0e8")).at(j)))
      place(dx: 94pt + length, dy: i * band + j * 10pt + 1pt, text(8pt, str(row.at(j + 1)) + " %"))
    }
  }
})
#text(24pt, weight: "bold")[Le numérique dans douze quartiers]
#outline(title: [Sommaire])
"""


def paragraph(chance):
    return " ".join(chance.choice(WORDS) for _ in range(110)).capitalize() + "."


def write(folder):
    """Three reports: Vigie's with tags and without, and Typst's."""
    chance = random.Random(20261126)
    sources, body, typst = [], [], [TYPST]
    for section in range(1, SECTIONS + 1):
        rows = [(name, chance.randrange(20, 90), chance.randrange(40, 98)) for name in CATEGORIES]
        lines = ["nom;zone;taux"] + [f"{name};{zone};{value}" for name, *values in rows for zone, value in zip(ZONES, values)]
        (folder / f"s{section}.csv").write_text("\n".join(lines) + "\n", encoding="utf-8")
        sources.append(f"  s{section}: {{ title: Enquête {section}, year: 2025, data: s{section}.csv }}")
        texts = [paragraph(chance), paragraph(chance)]
        body += [f"  - section: Quartier numéro {section}", "    body:"] + [f'      - text: "{text}"' for text in texts]
        body.append(
            f"      - chart: {{ kind: bar, from: s{section}, categories: nom, series: zone, value: taux, unit: \"%\","
            f" title: Équipement du quartier {section}, universe: ménages }}"
        )
        typst += [f"= Quartier numéro {section}", *texts, f"*Équipement du quartier {section}*"]
        values = ", ".join(f'("{name}", {first}, {second})' for name, first, second in rows)
        typst.append(f"#columns-of(({values}))")
        if section <= TABLES:
            cells = [(f"Commune {row}", *(chance.randrange(100, 9999) for _ in range(4))) for row in range(10)]
            table = "\n".join(";".join(map(str, row)) for row in [("nom", "a", "b", "c", "d"), *cells])
            (folder / f"t{section}.csv").write_text(table + "\n", encoding="utf-8")
            sources.append(f"  t{section}: {{ title: Tableau {section}, year: 2025, data: t{section}.csv }}")
            body.append(f"      - table: {{ from: t{section}, title: Communes du quartier {section}, universe: communes }}")
            typst.append(
                f'*Communes du quartier {section}*\n#table(columns: (1fr, 58pt, 58pt, 58pt, 58pt), '
                f'..csv("t{section}.csv", delimiter: ";").flatten())'
            )
    for name, output in [("tagged", ""), ("plain", "output: { tags: no }")]:
        spec = HEAD.format(output=output, sources="\n".join(sources)) + "\n".join(body) + "\n"
        (folder / f"{name}.yml").write_text(spec, encoding="utf-8")
    (folder / "report.typ").write_text("\n\n".join(typst), encoding="utf-8")


COMPILE = """\
import typst, sys
typst.compile("report.typ", output="typst.pdf", font_paths=[sys.argv[1]], ignore_system_fonts=True)
"""


def main():
    parser = argparse.ArgumentParser(description=__doc__.split("\n")[0])
    parser.add_argument("--runs", type=int, default=11)
    parser.add_argument("--vigie", default=ROOT / ".build/release/vigie")
    options = parser.parse_args()
    if not pathlib.Path(options.vigie).exists():
        sys.exit(f"no {options.vigie}: run `make build` first")
    python = typst_python()
    with tempfile.TemporaryDirectory() as name:
        folder = pathlib.Path(name)
        write(folder)

        def render(report):
            return [options.vigie, "render", f"{report}.yml", "--fonts", FONTS, "--quiet", "-o", f"{report}.pdf"]

        programs = {
            "Vigie": render("tagged"),
            "Vigie without tags": render("plain"),
            "Typst": [python, "-c", COMPILE, str(FONTS)],
            "Python alone, which Typst runs in": [python, "-c", "import typst"],
        }
        runs = {program: [] for program in programs}
        for turn in range(options.runs + 1):
            for program, command in programs.items():
                figures = measure(command, folder)
                if turn > 0:
                    runs[program].append(figures)
        files = {"Vigie": "tagged.pdf", "Vigie without tags": "plain.pdf", "Typst": "typst.pdf"}
        sizes = {program: f"{(folder / file).stat().st_size / 1e3:.0f}" for program, file in files.items()}
    medians = {program: [statistics.median(column) for column in zip(*figures)] for program, figures in runs.items()}
    print("| program | processor, ms | to Typst | memory, MB | file, kB |")
    print("| --- | --- | --- | --- | --- |")
    for program, (processor, memory) in medians.items():
        ratio = processor / medians["Typst"][0]
        print(f"| {program} | {1000 * processor:.0f} | {ratio:.2f} | {memory:.0f} | {sizes.get(program, '')} |")
    tags = 1 - medians["Vigie without tags"][0] / medians["Vigie"][0]
    print(f"\nTags and attachments take {100 * tags:.0f} % of the time.")


if __name__ == "__main__":
    main()
