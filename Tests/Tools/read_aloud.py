"""Prints what a screen reader says of a tagged PDF, in French: read_aloud.py FILE

It goes by nothing but the file: its structure tree, the marked content that the tree's elements hold, the fonts' maps to
text. What is not tagged is not read. Roles are named as NVDA names them; the sentence of a figure is its alternative
text; a table is read cell after cell, each with the heads that its scope gives it.
"""

import re
import sys

import pikepdf
from pikepdf import Array, Dictionary, Name, Operator

LIMIT_OF_CODES = 65536


class Font:
    """A font's way from the bytes of a string to text: ISO 32000-1, 9.10."""

    def __init__(self, font):
        self.width = 2 if font.Subtype == Name.Type0 else 1
        self.texts = {}
        if "/ToUnicode" not in font:
            return
        stream = font.ToUnicode.read_bytes().decode("latin-1")
        for block in re.findall(r"beginbfchar(.*?)endbfchar", stream, re.S):
            for code, text in re.findall(r"<([0-9A-Fa-f]+)>\s*<([0-9A-Fa-f]+)>", block):
                self.texts[int(code, 16)] = bytes.fromhex(text).decode("utf-16-be")
        for block in re.findall(r"beginbfrange(.*?)endbfrange", stream, re.S):
            for first, last, text in re.findall(r"<(\w+)>\s*<(\w+)>\s*<(\w+)>", block):
                start = int.from_bytes(bytes.fromhex(text), "big")
                for code in range(int(first, 16), min(int(last, 16), LIMIT_OF_CODES) + 1):
                    self.texts[code] = chr(start + code - int(first, 16))

    def text(self, string):
        data = bytes(string)
        codes = [int.from_bytes(data[i : i + self.width], "big") for i in range(0, len(data), self.width)]
        return "".join(self.texts.get(code, "\N{REPLACEMENT CHARACTER}") for code in codes)


def pieces(page):
    """The text of each marked piece of a page, by its number."""
    fonts, texts, marks = {}, {}, []
    font = None

    def say(text):
        numbers = [number for number, replaced in marks if number is not None]
        if numbers and not any(replaced for _, replaced in marks):
            texts[numbers[-1]] = texts.get(numbers[-1], "") + text

    for operands, operator in pikepdf.parse_content_stream(page):
        if operator in (Operator("BDC"), Operator("BMC")):
            properties = operands[1] if len(operands) > 1 and isinstance(operands[1], Dictionary) else Dictionary()
            number = properties.get("/MCID")
            replacement = properties.get("/ActualText")
            if number is not None:
                texts.setdefault(int(number), "")
            if replacement is not None:
                say(str(replacement))
            marks.append((None if number is None else int(number), replacement is not None))
        elif operator == Operator("EMC"):
            marks.pop()
        elif operator == Operator("Tf"):
            name = str(operands[0])
            if name not in fonts:
                fonts[name] = Font(page.Resources.Font[name])
            font = fonts[name]
        elif operator == Operator("Tj"):
            say(font.text(operands[0]))
        elif operator == Operator("TJ"):
            say("".join(font.text(part) for part in operands[0] if isinstance(part, pikepdf.String)))
    return texts


class Reader:
    def __init__(self, file):
        self.file = file
        self.pages = {page.objgen: pieces(page) for page in file.pages}
        self.lines = []

    def read(self):
        catalog = self.file.Root
        self.lines.append(f"Document : {self.title()}, en {self.language(catalog.get('/Lang', ''))}")
        for element in self.kids(catalog.StructTreeRoot):
            self.element(element)
        return "\n".join(self.lines) + "\n"

    def title(self):
        with self.file.open_metadata() as metadata:
            return metadata.get("dc:title", "sans titre")

    @staticmethod
    def language(tag):
        return {"fr": "français", "en": "anglais"}.get(str(tag).split("-")[0], "une langue qui n’est pas dite")

    def kids(self, element):
        kids = element.get("/K", Array())
        kids = list(kids) if isinstance(kids, Array) else [kids]
        return [kid for kid in kids if isinstance(kid, Dictionary) and "/S" in kid]

    def text(self, element):
        """All that an element says, that of its children included, in order."""
        kids = element.get("/K", Array())
        said = ""
        for kid in list(kids) if isinstance(kids, Array) else [kids]:
            if isinstance(kid, Dictionary) and "/S" in kid:
                inside = self.text(kid)
                if "/ActualText" in kid:
                    inside = f" {kid.ActualText}"
                elif "/Alt" in kid:
                    inside = f" {kid.Alt}" if kid.S != Name.Link else f" (lien, {kid.Alt})"
                elif kid.S == Name.Link:
                    inside = f"lien, {inside}"
                said += inside
            elif isinstance(kid, Dictionary) and kid.get("/Type") == Name.MCR:
                said += self.pages[kid.get("/Pg", element.get("/Pg")).objgen].get(int(kid.MCID), "")
            elif not isinstance(kid, Dictionary):
                said += self.pages[element.Pg.objgen].get(int(kid), "")
        return said

    def say(self, role, text):
        self.lines.append(f"{role} : {' '.join(text.split())}" if role else " ".join(text.split()))

    def element(self, element):
        role = str(element.S)[1:]
        if role.startswith("H") and role[1:].isdigit():
            self.lines.append("")
            self.say(f"Titre de niveau {role[1:]}", self.text(element))
        elif role == "P":
            self.say("", self.text(element))
        elif role == "Note":
            self.say("Note", " ".join(self.text(kid) for kid in self.kids(element)))
        elif role == "Caption":
            self.say("Légende", ". ".join(self.text(kid).strip() for kid in self.kids(element)) or self.text(element))
        elif role == "Figure":
            self.say("Graphique", str(element.get("/Alt", "sans texte de remplacement")))
        elif role == "L":
            self.list(element)
        elif role == "Table":
            self.table(element)
        else:
            for kid in self.kids(element):
                self.element(kid)

    def list(self, element):
        items = self.kids(element)
        self.lines.append(f"Liste de {len(items)} éléments" if len(items) > 1 else "Liste d’un élément")
        for item in items:
            label = " ".join(self.text(kid) for kid in self.kids(item) if kid.S == Name.Lbl)
            bodies = [kid for kid in self.kids(item) if kid.S == Name.LBody]
            # Paragraphs of an item are said after each other; a list in it is a list again.
            parts = [kid for body in bodies for kid in self.kids(body) or [body]]
            said = [self.text(kid) for kid in parts if kid.get("/S") not in (Name.L, Name.Note)]
            self.lines.append(" ".join(f"{label or chr(45)} {'. '.join(text.strip() for text in said)}".split()))
            for body in bodies:
                for kid in self.kids(body):
                    if kid.S in (Name.L, Name.Note):
                        self.element(kid)
        self.lines.append("Fin de la liste")

    def table(self, element):
        groups = self.kids(element)
        for caption in (group for group in groups if group.S == Name.Caption):
            self.element(caption)
        rows = [group for group in groups if group.S == Name.TR]
        rows += [row for group in groups if group.S in (Name.THead, Name.TBody) for row in self.kids(group)]
        columns = max(len(self.kids(row)) for row in rows)
        self.lines.append(f"Tableau de {len(rows)} lignes et {columns} colonnes")
        heads = [""] * columns
        for number, row in enumerate(rows, 1):
            cells, names = [], []
            for column, cell in enumerate(self.kids(row)):
                text = " ".join(self.text(cell).split())
                scope = self.scope(cell)
                if scope == "/Column":
                    heads[column] = text
                if scope == "/Row":
                    names.append(text)
                elif scope == "/Column" or not heads[column]:
                    cells.append(text or "vide")
                else:
                    cells.append(f"{heads[column]}, {text or 'vide'}")
            self.lines.append(f"Ligne {number} : " + " ; ".join(names + cells))
        self.lines.append("Fin du tableau")

    @staticmethod
    def scope(cell):
        attributes = cell.get("/A", Array())
        for one in list(attributes) if isinstance(attributes, Array) else [attributes]:
            if one.get("/O") == Name.Table and "/Scope" in one:
                return str(one.Scope)
        return "/Both" if cell.S == Name.TH else None


if __name__ == "__main__":
    with pikepdf.open(sys.argv[1]) as file:
        sys.stdout.write(Reader(file).read())
