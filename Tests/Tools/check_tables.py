"""Holds tables' HTML against the standard, their CSV and their PDF: check_tables.py FOLDER

The folder has NAME.html, NAME.csv and NAME.pdf for each. Prints what is wrong, a line each, and ends with 1 where anything
is. The HTML is read by html5lib's strict parser, an
implementation of the standard's own algorithm, then laid out as a grid by the standard's "forming a table". It is held that
- identifiers are unique, and each that `headers` names is that of a header cell that heads the column, row or group;
- each data cell has a header by its scope or by name;
- no two cells are in one place, none is missing, and each row has one of its own;
- the CSV has the same cells, and the PDF says each of them, as text or as what a picture shows.
"""

import csv
import re
import subprocess
import sys
import unicodedata
from pathlib import Path

import html5lib
import pikepdf
from read_aloud import Reader

SCOPES = {"col", "row", "colgroup", "rowgroup"}


class Cell:
    def __init__(self, element, row, column):
        self.element = element
        self.row = row
        self.column = column
        self.across = int(element.get("colspan", "1"))
        self.down = int(element.get("rowspan", "1"))
        self.is_header = name_of(element) == "th"
        self.text = text_of(element)

    def rows(self):
        return range(self.row, self.row + self.down)

    def columns(self):
        return range(self.column, self.column + self.across)


def name_of(element):
    return element.tag.rsplit("}", 1)[-1]


def text_of(element):
    """The text without the marks of notes, line ends as they are."""
    text = element.text or ""
    for child in element:
        if name_of(child) == "br":
            text += "\n"
        elif name_of(child) != "sup":
            text += text_of(child)
        text += child.tail or ""
    return text


def cells_of(table):
    """The table's cells with their places, and what is in each place."""
    cells, places, problems = [], {}, []
    rows = [row for group in table if name_of(group) in ("thead", "tbody") for row in group]
    for index, row in enumerate(rows):
        if len(row) == 0:
            problems.append(f"row {index + 1} has no cell of its own")
        column = 0
        for element in row:
            while (index, column) in places:
                column += 1
            cell = Cell(element, index, column)
            cells.append(cell)
            for place in ((y, x) for y in cell.rows() for x in cell.columns()):
                if place in places:
                    problems.append(f"two cells at {place}: {places[place].text!r} and {cell.text!r}")
                places[place] = cell
    width = max((x for _, x in places), default=-1) + 1
    for y in range(len(rows)):
        for x in range(width):
            if (y, x) not in places:
                problems.append(f"no cell at row {y + 1}, column {x + 1}")
    if any(y >= len(rows) for y, _ in places):
        problems.append("a cell goes on under the last row")
    return cells, places, len(rows), width, problems


def heads(header, cell):
    """Whether a header stands over a cell, beside it, or over its group."""
    if header.element.get("scope") == "rowgroup":
        return header.row < cell.row
    return bool(set(header.columns()) & set(cell.columns())) or bool(set(header.rows()) & set(cell.rows()))


def header_problems(cells):
    identifiers = {}
    for cell in cells:
        name = cell.element.get("id")
        if name is None:
            continue
        if name in identifiers:
            yield f"two cells are called {name!r}"
        identifiers[name] = cell
    for cell in cells:
        scope = cell.element.get("scope")
        if cell.is_header:
            if scope not in SCOPES:
                yield f"the header {cell.text!r} has the scope {scope!r}"
            continue
        named = (cell.element.get("headers") or "").split()
        for name in named:
            header = identifiers.get(name)
            if header is None or not header.is_header:
                yield f"{cell.text!r} is headed by {name!r}, which is no header"
            elif not heads(header, cell):
                yield f"{cell.text!r} is headed by {header.text!r}, which stands elsewhere"
        scoped = [
            h
            for h in cells
            if h.is_header
            and (
                (h.element.get("scope") in ("col", "colgroup") and set(h.columns()) & set(cell.columns()))
                or (h.element.get("scope") == "row" and set(h.rows()) & set(cell.rows()))
            )
        ]
        if not named and not scoped:
            yield f"{cell.text!r} has no header"


def plain(text):
    """What of a text has to be the same in all forms: no spaces, no hyphens, one minus."""
    text = unicodedata.normalize("NFKC", text).replace("\u2212", "-")
    return re.sub(r"[\s\u00ad\u2010\u2011-]", "", text)


def csv_problems(places, height, width, path):
    rows = list(csv.reader(Path(path).read_text("utf-8-sig").splitlines(keepends=True), delimiter=";"))
    if len(rows) != height:
        yield f"the CSV has {len(rows)} lines, the HTML {height} rows"
        return
    for y, row in enumerate(rows):
        if len(row) != width:
            yield f"line {y + 1} of the CSV has {len(row)} cells, not {width}"
            continue
        for x, text in enumerate(row):
            cell = places[(y, x)]
            is_group = cell.element.get("scope") == "rowgroup"
            is_tall_head = cell.is_header and cell.element.get("scope") in ("col", "colgroup")
            if is_group and x > 0 or is_tall_head and y < cell.row + cell.down - 1:
                expected = ""
            else:
                expected = cell.text
            # A unit stands in brackets after its head, where the HTML has a line of its own.
            if plain(text) != plain(expected) and plain(text) != plain(expected.replace("\n", "(", 1) + ")"):
                yield f"line {y + 1}, cell {x + 1} of the CSV is {text!r}, in the HTML {expected!r}"


def pdf_problems(cells, path):
    text = subprocess.run(["pdftotext", "-raw", path, "-"], capture_output=True, check=True, text=True).stdout
    with pikepdf.open(path) as file:
        said = Reader(file).read().replace("lien, ", "")
    text, said = plain(text), plain(said)
    for cell in cells:
        for line in map(plain, cell.text.split("\n")):
            if line not in said:
                yield f"the PDF does not say {cell.text!r}"
            elif line not in text and not cell_is_a_picture(cell):
                yield f"the PDF does not show {cell.text!r}"


def cell_is_a_picture(cell):
    """What a picture shows is said in a sentence, of two numbers at least."""
    return not cell.is_header and len(re.findall(r"\d+", cell.text)) > 1


def problems_of(folder, name):
    parser = html5lib.HTMLParser(namespaceHTMLElements=False)
    document = parser.parse((folder / f"{name}.html").read_bytes(), transport_encoding="utf-8")
    problems = [f"html5lib: {code} at {place}" for place, code, _ in parser.errors]
    tables = list(document.iter("table"))
    if len(tables) != 1:
        problems.append(f"{len(tables)} tables")
    for table in tables:
        if table.find("caption") is None or not text_of(table.find("caption")).strip():
            problems.append("no caption")
        cells, places, height, width, wrong = cells_of(table)
        problems += wrong + list(header_problems(cells))
        if not wrong:
            problems += csv_problems(places, height, width, folder / f"{name}.csv")
        problems += pdf_problems(cells, folder / f"{name}.pdf")
    return problems


def main(folder):
    folder = Path(folder)
    names = sorted(file.stem for file in folder.glob("*.html"))
    lines = [f"{name}: {problem}" for name in names for problem in problems_of(folder, name)]
    print("\n".join(lines + [f"{len(names)} tables looked at"]))
    return 1 if lines or not names else 0


if __name__ == "__main__":
    sys.exit(main(sys.argv[1]))
