"""Faults made on purpose: if the comparison does not see them, its verdicts are worth nothing."""

import re
from pathlib import Path

from compare import difference
from readers import rsvg
from words import lost
from charts import Chart, words_of

TEXT = re.compile(r'<text x="([\d.]+)" y="([\d.]+)"[^>]*font-size="([\d.]+)"[^>]*>([^<]+)</text>')
BOX = re.compile(r'<rect x="[^"]*"[^>]* fill="(#[0-9a-f]{6})"')


def shortest_text(svg):
    return min(TEXT.finditer(svg), key=lambda text: (float(text[3]), len(text[4])))


def without_a_number(svg):
    text = shortest_text(svg)
    return svg[:text.start()] + svg[text.end():]


def moved(svg):
    """One line of small type, two CSS pixels to the right."""
    text = max(TEXT.finditer(svg), key=lambda text: len(text[4]))
    x = f'x="{float(text[1]) + 1.5:.2f}"'  # 1.5 points
    return svg[:text.start()] + text[0].replace(f'x="{text[1]}"', x, 1) + svg[text.end():]


def black(svg):
    """A shape whose colour a reader does not know."""
    box = list(BOX.finditer(svg))[-1]
    return svg[:box.start(1)] + "#000000" + svg[box.end(1):]


FAULTS = {"a source number is missing": without_a_number, "a line of text is moved by 2 px": moved,
          "a box is black": black}


def unseen(chart, folder):
    """The faults that the comparison does not see, and whether the chart itself has none."""
    folder.mkdir(parents=True, exist_ok=True)
    svg = chart.svg.read_text(encoding="utf-8")
    found = []
    for name, spoil in {"nothing": lambda text: text, **FAULTS}.items():
        spoiled = folder / (name.replace(" ", "-") + ".svg")
        spoiled.write_text(spoil(svg), encoding="utf-8")
        canary = Chart("canary", chart.template, chart.chart, spoiled.stem, spoiled, chart.reference, chart.pdf)
        drawn = rsvg([canary], folder)[canary]
        is_same = difference(drawn.picture, chart.reference).is_same()
        if is_same != (name == "nothing"):
            found.append(name)
    if not lost(words_of(chart.svg), Path(folder / "a-source-number-is-missing.svg").read_text(encoding="utf-8")[:200]):
        found.append("lost words")
    return found
