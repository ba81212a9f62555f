"""Writes reference.json: what SciPy and statsmodels give for the cases of these tests.

    .build-tools/python/bin/pip install statsmodels==0.14.4
    .build-tools/python/bin/python Tests/StatisticsTests/reference.py

SciPy is there after `Scripts/setup --tests`; statsmodels is needed here only.
"""

import json
from pathlib import Path

import numpy
import scipy
import statsmodels
from scipy import optimize, stats
from statsmodels.stats import proportion
from statsmodels.stats.weightstats import DescrStatsW

SAMPLES = [(0, 1), (1, 1), (0, 20), (1, 29), (15, 148), (81, 263), (140, 140), (652.5, 750.25), (6525, 7500), (2.6, 13.7)]
PAIRS = [
    (56, 70, 48, 80), (9, 10, 3, 10), (6, 7, 2, 7), (5, 56, 0, 29), (0, 10, 0, 20), (10, 10, 0, 20), (10, 10, 0, 10),
    (36, 40, 16, 80), (6525, 7500, 1820, 2000), (12.4, 31.7, 80.3, 410.2), (1, 1, 1, 1), (10, 10, 10, 10), (3, 200, 0, 50),
    (0, 50, 3, 200),
]
LEVELS = [0.8, 0.9, 0.95, 0.99]
ESTIMATES = [(12.0, 1.5, 10.0, 1.0), (100.0, 4.0, 103.0, 9.0), (0.5, 0.6, 2.0, 0.3), (-3.0, 1.0, 8.0, 1.5)]
VALUES = [3.2, 1.0, 4.5, 1.0, 5.9, 2.6, 5.3, 5.8, 9.7, 9.3]


def koopman(x, n, y, m, level):
    """Ends of the score interval of a ratio, from statsmodels' score test without correction."""
    if x + y == 0:
        return None

    def excess(log_ratio):
        test = proportion.score_test_proportions_2indep(
            x, n, y, m, value=numpy.exp(log_ratio), compare="ratio", correction=False, return_results=False)
        return abs(test[0]) - stats.norm.ppf((1 + level) / 2)

    found = 0.0 if x == 0 or y == 0 else numpy.log(x / n * m / y)
    # At the ratio that was found itself the variance may be zero.
    near = 1e-5
    low = 0.0 if x == 0 else numpy.exp(optimize.brentq(excess, -12, (12 if y == 0 else found) - near, xtol=1e-14))
    high = None if y == 0 else numpy.exp(optimize.brentq(excess, (-12 if x == 0 else found) + near, 12, xtol=1e-14))
    return [low, high]


def fieller(a, se_a, b, se_b, level):
    """Where a − ratio × b is just not significant, found numerically."""
    z = stats.norm.ppf((1 + level) / 2)

    def excess(ratio):
        return abs(a - ratio * b) / numpy.hypot(se_a, ratio * se_b) - z

    return [optimize.brentq(excess, -1e3, a / b, xtol=1e-14), optimize.brentq(excess, a / b, 1e3, xtol=1e-14)]


def cases():
    for p in [1e-300, 1e-20, 1e-9, 0.001, 0.02425, 0.075, 0.3, 0.5, 0.7, 0.9, 0.95, 0.975, 0.995, 1 - 1e-10]:
        yield "normal quantile", [p], [stats.norm.ppf(p)]
    for z in [-37, -8, -3, -1.959963984540054, -0.5, 0, 0.5, 1.6448536269514722, 3, 6]:
        yield "normal distribution", [z], [stats.norm.cdf(z)]
    for level in LEVELS:
        for x, n in SAMPLES:
            low, high = proportion.proportion_confint(x, n, alpha=1 - level, method="wilson")
            yield "proportion", [x, n, level], [low, high]
        for pair in PAIRS:
            low, high = proportion.confint_proportions_2indep(*pair, compare="diff", method="newcomb", alpha=1 - level)
            yield "gap of proportions", [*pair, level], [low, high]
            ratio = koopman(*pair, level)
            if ratio is not None:
                yield "ratio of proportions", [*pair, level], ratio
        for a, se_a, b, se_b in ESTIMATES:
            low, high = stats.norm.interval(level, loc=a - b, scale=numpy.hypot(se_a, se_b))
            yield "gap of estimates", [a, se_a, b, se_b, level], [low, high]
            yield "ratio of estimates", [a, se_a, b, se_b, level], fieller(a, se_a, b, se_b, level)
    for fraction in [0, 0.1, 0.25, 0.5, 0.75, 0.9, 1]:
        yield "quantile", [fraction, *VALUES], [numpy.quantile(VALUES, fraction, method="linear")]
    for value, rank in zip(VALUES, stats.rankdata(VALUES, method="min")):
        yield "rank from lowest", [value, *VALUES], [rank]
    weights = range(1, len(VALUES) + 1)
    yield "weighted mean", VALUES, [DescrStatsW(VALUES, weights=list(weights)).mean]


def main():
    versions = {"scipy": scipy.__version__, "statsmodels": statsmodels.__version__, "numpy": numpy.__version__}
    lines = [
        json.dumps({"measure": measure, "inputs": inputs, "expected": [None if e is None else float(e) for e in expected]})
        for measure, inputs, expected in cases()
    ]
    text = '{"versions": %s,\n"cases": [\n%s\n]}\n' % (json.dumps(versions), ",\n".join(lines))
    (Path(__file__).parent / "reference.json").write_text(text)


if __name__ == "__main__":
    main()
