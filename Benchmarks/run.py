#!/usr/bin/env python3
"""Times Vigie beside the sqlite3 program and DuckDB: a CSV file is loaded, grouped and answered from.

    Benchmarks/run.py [--rows N] [--runs N]

Needs `make build` and the sqlite3 program; DuckDB comes from PyPI into .build-tools/benchmarks. Prints a table in
Markdown: the best of several runs that take turns, each a program of its own, measured by wait4.
"""

import argparse
import os
import pathlib
import random
import subprocess
import sys
import tempfile
import time
import venv

ROOT = pathlib.Path(__file__).resolve().parent.parent
VIGIE = ROOT / ".build/release/vigie"
TOOLS = ROOT / ".build-tools/benchmarks"
DUCKDB = "duckdb==2.0.1"

QUERY = (
    "SELECT COUNT(*), CAST(SUM(total) AS BIGINT) FROM (SELECT territoire, COUNT(*) AS n, "
    "SUM(effectif) AS total, AVG(taux) AS moyenne FROM {table} GROUP BY territoire)"
)

REPORT = """\
report: { title: Un million de lignes }
sources: { m: { title: Mesures, year: 2025, data: mesures.csv } }
tables:
  groupes:
    from: m
    steps:
      - group: { by: [territoire], compute: { n: count(), total: sum(effectif), moyenne: mean(taux) } }
      - group: { compute: { groupes: count(), total: sum(total) } }
indicators:
  groupes:
    { label: Territoires, unit: count, counts: territoires, universe: tous, source: m, value: { table: groupes, column: groupes } }
  total:
    { label: Total, unit: count, counts: personnes, universe: tous, source: m, value: { table: groupes, column: total } }
body:
  - text: "{groupes.number} territoires, {total.number} personnes"
"""


def generate(path, rows):
    """Writes rows of eight columns, the same for each run, and returns what the answer has to be."""
    chance = random.Random(20261125)
    indicators = ["internet", "smartphone", "ordinateur", "tablette", "fibre", "aide"]
    total, territories = 0, set()
    with open(path, "w", encoding="utf-8") as file:
        file.write("id,code,territoire,annee,indicateur,effectif,taux,statut\n")
        for row in range(rows):
            department, commune = chance.randrange(1, 96), chance.randrange(1, 900)
            count = chance.randrange(100_000)
            total += count
            territories.add((department, commune))
            file.write(
                f"{row},{department:02d}{commune:03d},Commune {commune} du {department:02d},{2015 + row % 10},"
                f"{chance.choice(indicators)},{count},{chance.random() * 100:.2f},{chance.choice('PRDE')}\n"
            )
    return [len(territories), total]


def measure(command, folder):
    """Runs a program; gives its output, seconds, seconds of processor and greatest memory in MB."""
    with tempfile.TemporaryFile() as output:
        start = time.monotonic()
        process = subprocess.Popen(command, cwd=folder, stdout=output, stderr=subprocess.DEVNULL)
        _, status, usage = os.wait4(process.pid, 0)
        seconds = time.monotonic() - start
        process.returncode = os.waitstatus_to_exitcode(status)
        if process.returncode != 0:
            sys.exit(f"{command[0]} ended with {process.returncode}")
        output.seek(0)
        text = output.read().decode()
    return text, seconds, usage.ru_utime + usage.ru_stime, usage.ru_maxrss / 1024


def numbers(text):
    """The whole numbers of a text, parted by anything but the narrow spaces within French numbers."""
    parts = text.replace("\\u{202F}", "")
    return [int(word) for word in "".join(c if c.isdigit() else " " for c in parts).split()]


def duckdb_python():
    python = TOOLS / "bin/python"
    if not python.exists():
        venv.create(TOOLS, with_pip=True)
        subprocess.run([python, "-m", "pip", "install", "--quiet", DUCKDB], check=True)
    return python


def main():
    parser = argparse.ArgumentParser(description=__doc__.split("\n")[0])
    parser.add_argument("--rows", type=int, default=1_000_000)
    parser.add_argument("--runs", type=int, default=5)
    options = parser.parse_args()
    if not VIGIE.exists():
        sys.exit("no .build/release/vigie: run `make build` first")
    python = duckdb_python()
    with tempfile.TemporaryDirectory() as folder:
        path = pathlib.Path(folder)
        expected = generate(path / "mesures.csv", options.rows)
        (path / "report.yml").write_text(REPORT, encoding="utf-8")
        load = [".mode csv", ".import mesures.csv m"]
        duck = f"import duckdb\nprint(duckdb.sql({QUERY.format(table='read_csv({!r})'.format('mesures.csv'))!r}).fetchall())"
        programs = {
            "Vigie: load, group, answer": [VIGIE, "dump", "report.yml", "--stage", "figures"],
            "sqlite3: import only": ["sqlite3", ":memory:", *load],
            "sqlite3: import, group": ["sqlite3", ":memory:", *load, QUERY.format(table="m")],
            "DuckDB: load, group": [python, "-c", duck],
        }
        runs = {name: [] for name in programs}
        for _ in range(options.runs):
            for name, command in programs.items():
                text, *figures = measure(command, folder)
                found = numbers(text)
                if "only" not in name and not all(number in found for number in expected):
                    sys.exit(f"{name} does not answer {expected}")
                runs[name].append(figures)
        size = (path / "mesures.csv").stat().st_size
    print(f"{options.rows:,} rows, 8 columns, {size / 1e6:.0f} MB; the best of {options.runs} runs:\n")
    print("| program | seconds | to sqlite3's import | processor, s | memory, MB |")
    print("| --- | --- | --- | --- | --- |")
    base = min(seconds for seconds, _, _ in runs["sqlite3: import only"])
    for name, figures in runs.items():
        seconds, processor, memory = (min(column) for column in zip(*figures))
        print(f"| {name} | {seconds:.2f} | {seconds / base:.2f} | {processor:.2f} | {memory:.0f} |")


if __name__ == "__main__":
    main()
