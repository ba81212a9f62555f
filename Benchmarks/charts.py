#!/usr/bin/env python3
"""Times 200 bar charts as PNG and as SVG: Vigie beside Typst, each in one process.

    Benchmarks/charts.py [--charts N] [--runs N] [--vigie PROGRAM]

Both read the same CSV files and draw at 1600 × 900 pixels a title, a legend, grouped bars of 6 to 12 categories with their
values, and a source, each time into a new folder on a disk at rest. Needs `make build`; Typst comes from PyPI into
.build-tools/typst. Runs take turns, after one that is not counted; the table in Markdown has the medians of whole programs,
measured by wait4, and the mean size of their files.
"""

import argparse
import os
import pathlib
import random
import statistics
import subprocess
import sys
import tempfile
import time
import xml.dom.minidom

from tagged import FONTS, ROOT, typst_python

# Seconds. Without a journal, ext4 passes by each inode that was deleted in the last minute, one by one, when it makes a file.
REST = 65

PLACES = """Beaulieu,Les Mariniers,La Grange-aux-Ormes,Cité Jardins,Fontbelle,Le Moulin,Vieux Port,Saint-Hilaire,Les Écoles,
La Plaine,Croix-Rouge,Montplaisir,Bellevue,Les Tilleuls,La Source,Grand Large,Pont-Neuf,Les Coteaux""".replace("\n", "").split(",")
SUBJECTS = ["Connexion à internet", "Démarches en ligne", "Ordinateur à la maison", "Aide reçue", "Formations suivies"]
SERIES = ["2023", "2024", "2025"]

DOCUMENT = """\
#set document(title: "Graphiques")
#set page(width: 800pt, height: 450pt, margin: 14pt)
#set text(font: "Lato", size: 10pt, lang: "fr")
#let colors = (rgb("#123c69"), rgb("#5b8fc7"), rgb("#c3d7ec"))
#let names-width = 120pt
#let plot-width = 590pt
#let title-height = 60pt
#let rows-height = 330pt

#let bars(row, y, pitch, most) = {
  let thickness = (pitch - 6pt) / (row.len() - 1)
  let middle(y, height, body) = place(top, dy: y, box(height: height, align(horizon, body)))
  place(top + left, dy: y, box(width: names-width - 8pt, height: pitch - 6pt, align(right + horizon, row.first())))
  for (index, cell) in row.slice(1).enumerate() {
    let value = int(cell)
    let length = value / most * plot-width
    let top = y + index * thickness
    place(dx: names-width, dy: top, rect(width: length, height: thickness - 1pt, fill: colors.at(index)))
    place(dx: names-width + length + 4pt, middle(top, thickness - 1pt, text(size: 8pt)[#value %]))
  }
}

#let chart(number, title) = {
  let rows = csv("chart-" + str(number) + ".csv", delimiter: ";")
  let heads = rows.first().slice(1)
  let rows = rows.slice(1)
  let most = calc.max(..rows.map(row => row.slice(1).map(int)).flatten())
  let pitch = rows-height / rows.len()
  text(size: 14pt, weight: "bold")[Figure #number #h(.5em) #title]
  place(top + left, dy: 30pt, stack(dir: ltr, spacing: 16pt, ..heads.enumerate().map(((index, name)) =>
    stack(dir: ltr, spacing: 4pt, rect(width: 9pt, height: 9pt, fill: colors.at(index)), name))))
  for (index, row) in rows.enumerate() { bars(row, title-height + index * pitch, pitch, most) }
  place(top + left, dx: names-width, dy: title-height - 4pt, line(angle: 90deg, length: rows-height, stroke: .8pt))
  place(bottom + left, text(size: 8pt)[*Source :* Observatoire des quartiers, 2025.])
}
"""

COMPILE = """\
import typst, sys
format, fonts, place = sys.argv[1:]
typst.compile(
    "charts.typ", output=place + "/{p}." + format, format=format, ppi=144, font_paths=[fonts],
    ignore_system_fonts=True)
"""


def title(number):
    return f"{SUBJECTS[number % len(SUBJECTS)]} : {number} lieux comparés"


def generate(folder, count):
    """Writes a CSV file for each chart, the report and the Typst document."""
    chance = random.Random(20261126)
    sources, charts, pages = [], [], []
    for number in range(1, count + 1):
        series = SERIES[-(1 + number % 3):]
        lines = ["lieu;" + ";".join(f"en {year}" for year in series)]
        for place in chance.sample(PLACES, 6 + number % 7):
            lines.append(place + "".join(f";{chance.randrange(5, 99)}" for _ in series))
        (folder / f"chart-{number}.csv").write_text("\n".join(lines) + "\n", encoding="utf-8")
        values = ", ".join(f"en {year}" for year in series)
        sources.append(f"  s{number}: {{ title: Observatoire des quartiers, year: 2025, data: chart-{number}.csv }}")
        charts.append(
            f"  - chart: {{ id: c{number}, kind: bar, from: s{number}, categories: lieu, value: [{values}], unit: '%',"
            f" title: '{title(number)}', universe: ménages }}"
        )
        pages.append(f'#chart({number}, "{title(number)}")')
    report = ["report: { title: Graphiques }", "sources:", *sources, "body:", *charts]
    (folder / "report.yml").write_text("\n".join(report) + "\n", encoding="utf-8")
    (folder / "charts.typ").write_text(DOCUMENT + "#pagebreak()\n".join(page + "\n" for page in pages), encoding="utf-8")


def measure(command, folder):
    """Runs a program; gives its seconds of wall clock, of processor, and until all that it wrote is on the disk.

    Vigie has waited for its files when it ends; others leave them to the system, which writes them some time later.
    """
    start = time.monotonic()
    process = subprocess.Popen(command, cwd=folder, stdout=subprocess.DEVNULL, stderr=subprocess.PIPE)
    errors = process.stderr.read()
    _, status, usage = os.wait4(process.pid, 0)
    wall = time.monotonic() - start
    process.returncode = os.waitstatus_to_exitcode(status)
    if process.returncode != 0:
        sys.exit(f"{command[0]} ended with {process.returncode}: {errors.decode(errors='replace')[-2000:]}")
    os.sync()
    return wall, usage.ru_utime + usage.ru_stime, time.monotonic() - start


def mean_size(files, format, count):
    """The mean size of the files in bytes; all of them are there and are what they say."""
    files = list(files)
    if len(files) != count:
        sys.exit(f"{len(files)} files of {format}, not {count}")
    for file in files:
        head = file.read_bytes()[:24]
        if format == "png" and (int.from_bytes(head[16:20]), int.from_bytes(head[20:24])) != (1600, 900):
            sys.exit(f"{file} is not of 1600 × 900 pixels")
    if format == "svg":
        xml.dom.minidom.parse(str(files[0]))
    return statistics.mean(file.stat().st_size for file in files)


def main():
    parser = argparse.ArgumentParser(description=__doc__.split("\n")[0])
    parser.add_argument("--charts", type=int, default=200)
    parser.add_argument("--runs", type=int, default=5)
    parser.add_argument("--vigie", type=pathlib.Path, default=ROOT / ".build/release/vigie")
    parser.add_argument("--keep", type=pathlib.Path, help="a folder to leave the files in")
    options = parser.parse_args()
    vigie = options.vigie.resolve()
    if not vigie.exists():
        sys.exit(f"no {vigie}: run `make build` first")
    python = typst_python()
    time.sleep(REST)
    with tempfile.TemporaryDirectory() as temporary:
        folder = options.keep or pathlib.Path(temporary)
        folder.mkdir(parents=True, exist_ok=True)
        generate(folder, options.charts)
        print(f"{options.charts} bar charts of 1600 × 900 pixels; the median of {options.runs} runs:\n")
        print("| program | wall, s | processor, s | charts a second | to Typst | until on the disk, s | to Typst |"
              " mean file, kB | to Typst |")
        print("| --- | --- | --- | --- | --- | --- | --- | --- | --- |")
        for format in ("png", "svg"):
            size = ["--width", "800", "--aspect", "16:9", "--scale", "2"]
            programs = {
                "typst": [python, "-c", COMPILE, format, FONTS],
                "vigie": [vigie, "chart", "report.yml", "--all", "--format", format, *size, "--fonts", FONTS, "--quiet",
                          "--output"],
            }
            runs = {name: [] for name in programs}
            for turn in range(options.runs + 1):
                for name, command in programs.items():
                    place = pathlib.Path(name, f"{format}-{turn}")
                    (folder / place).mkdir(parents=True)
                    # What one program left to the disk is not for the next one to wait for.
                    os.sync()
                    figures = measure([*command, place], folder)
                    if turn > 0:
                        runs[name].append(figures)
            median = {name: [statistics.median(column) for column in zip(*figures)] for name, figures in runs.items()}
            sizes = {
                name: mean_size((folder / name / f"{format}-{options.runs}").iterdir(), format, options.charts)
                for name in programs
            }
            for name in ("vigie", "typst"):
                wall, processor, settled = median[name]
                faster, sooner = (median["typst"][column] / median[name][column] for column in (0, 2))
                print(f"| {name.capitalize()}, {format.upper()} | {wall:.2f} | {processor:.2f} | {options.charts / wall:.0f} |"
                      f" {faster:.2f} | {settled:.2f} | {sooner:.2f} | {sizes[name] / 1000:.1f} |"
                      f" {sizes[name] / sizes['typst']:.2f} |")


if __name__ == "__main__":
    main()
