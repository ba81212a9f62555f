"""Attacks published tables: tells between what values each hidden cell must lie.

Reads a JSON list of tables from the file named: `cells`, a published value or null for each id; `sums`, the ids of a
total and of its parts. Writes a list with, for each table, the lowest and highest value of each hidden cell.
"""

import json
import sys

import numpy
from scipy import sparse
from scipy.optimize import linprog


def attack(table):
    hidden = [name for name, value in table["cells"].items() if value is None]
    place = {name: index for index, name in enumerate(hidden)}
    rows, columns, coefficients, sides = [], [], [], []
    for row, relation in enumerate(table["sums"]):
        side = 0.0
        for name, sign in [(relation["total"], -1.0)] + [(part, 1.0) for part in relation["parts"]]:
            if name in place:
                rows.append(row)
                columns.append(place[name])
                coefficients.append(sign)
            else:
                side -= sign * table["cells"][name]
        sides.append(side)
    matrix = sparse.csr_matrix((coefficients, (rows, columns)), shape=(len(sides), len(hidden)))

    def extreme(name, sign):
        objective = numpy.zeros(len(hidden))
        objective[place[name]] = sign
        found = linprog(objective, A_eq=matrix, b_eq=sides, bounds=(0, None), method="highs")
        if found.status == 3:
            return None
        if found.status != 0:
            sys.exit(f"{name}: {found.message}")
        return sign * found.fun

    return {name: [extreme(name, 1), extreme(name, -1)] for name in hidden}


with open(sys.argv[1]) as file:
    print(json.dumps([attack(table) for table in json.load(file)]))
