"""The charts that the matrix is about: drawn by demarche in each kind of text, and once as PNG and PDF to compare with."""

import re
import shutil
import subprocess
import xml.etree.ElementTree as xml
from dataclasses import dataclass
from pathlib import Path

from compare import SCALE

TEXTS = ("live", "embedded", "outlines")
CHARTS = ("timeline", "network")
SVG = "{http://www.w3.org/2000/svg}"


@dataclass(frozen=True)
class Chart:
    story: str
    template: str
    chart: str  # timeline, network
    text: str  # live, embedded, outlines
    svg: Path
    reference: Path  # our own PNG
    pdf: Path
    page: int = 0  # of a chart that is several files; else 0
    pages: int = 1

    def name(self):
        return f"{self.story}-{self.template}-{self.part()}-{self.text}"

    def part(self):
        return self.chart + (f"-p{self.page}" if self.page else "")


def draw(demarche, dossier, story, template, folder, texts=TEXTS):
    """The charts of one dossier at one template; SystemExit where they cannot be drawn."""
    into = folder / story / template
    shutil.rmtree(into, ignore_errors=True)
    common = [demarche, "draw", dossier, "--template", template, "--chart", ",".join(CHARTS)]
    runs = [[*common, "-o", into, "-T", "png,pdf", "--png-scale", f"{SCALE * 96 / 72:.6f}"]]
    runs += [[*common, "-o", into / text, "-T", "svg", "--text", text] for text in texts]
    for words in runs:
        outcome = subprocess.run(words, capture_output=True, text=True)
        if outcome.returncode != 0:
            raise SystemExit(f"error: {' '.join(map(str, words))}:\n{outcome.stderr}")
    return [chart_at(svg, story, template, text, name, into, len(pages))
            for name in CHARTS for text in texts
            for pages in [sorted((into / text).glob(f"{name}*.svg"))] for svg in pages]


def chart_at(svg, story, template, text, name, into, pages):
    page = re.fullmatch(name + r"-p(\d+)", svg.stem)
    return Chart(story, template, name, text, svg, into / f"{svg.stem}.png", into / f"{name}.pdf",
                 int(page[1]) if page else 0, pages)


def generated(make_dossier, folder, count, events):
    """Generated dossiers, of so many events at most."""
    folder.mkdir(parents=True, exist_ok=True)
    for seed in range(1, count + 1):
        dossier = folder / f"model-{seed}.dossier.xml"
        with open(dossier, "wb") as file:
            subprocess.run([make_dossier, "any", str(seed), str(events)], stdout=file, check=True)
        yield dossier


def words_of(svg):
    """What a chart says, one string a line of text; of outlines what they say they are."""
    root = xml.parse(svg).getroot()
    lines = ["".join(text.itertext()) for text in root.iter(SVG + "text")]
    for path in root.iter(SVG + "path"):
        if path.get("role") == "img":
            lines.append(path.get("aria-label") or path.findtext(SVG + "title") or "")
    return [line.strip() for line in lines if line.strip()]


def size_of(svg):
    """Width and height in CSS pixels."""
    root = xml.parse(svg).getroot()
    per_unit = 96 / 25.4 if root.get("width").endswith("mm") else 1
    return tuple(float(root.get(side).removesuffix("mm")) * per_unit for side in ("width", "height"))
