"""The programs that the charts go through. Each function takes charts and a folder and gives what it made of them:
{chart: Result}. What a program cannot do is a Result with an error."""

import importlib.util
import math
import os
import shutil
import subprocess
import sys
import tempfile
from dataclasses import dataclass, field
from pathlib import Path

import docx
from charts import size_of
from chromium import Chromium
from compare import SCALE

NPM = Path(os.environ.get("STRESS_NPM", "build/stress/npm"))
DPI = str(96 * SCALE)


@dataclass
class Result:
    picture: Path = None  # PNG at SCALE
    is_cut: bool = False  # the picture stands at the top left of a larger page
    copies: list = field(default_factory=list)  # further pictures of the same chart
    words: str = None  # all text found; None: this reader has no text to give
    error: str = ""
    skipped: str = ""  # why this cell is empty by right


def run(words, **options):
    return subprocess.run([str(word) for word in words], capture_output=True, text=True, timeout=900, **options)


def result(picture, outcome=None, words=None):
    if picture is not None and picture.exists():
        return Result(picture=picture, words=words)
    return Result(error=(outcome.stderr.strip()[-300:] if outcome else "") or "no picture was made")


def of_pdf(pdf, page=1):
    """A page as a picture, the words of all pages."""
    if not pdf.exists():
        return Result(error="no PDF was made")
    base = pdf.with_suffix("")
    outcome = run(["pdftoppm", "-r", DPI, "-f", page, "-png", "-singlefile", pdf, base])
    words = run(["pdftotext", "-raw", "-enc", "UTF-8", pdf, "-"]).stdout
    return result(base.with_suffix(".png"), outcome, words)


def our_pdf(charts, folder):
    """Our own PDF, as poppler draws it."""
    results = {}
    known = {}  # one PDF serves all kinds of text
    for chart in charts:
        if (chart.pdf, chart.page) in known:
            results[chart] = known[chart.pdf, chart.page]
            continue
        copy = folder / (chart.name() + ".pdf")
        shutil.copy(chart.pdf, copy)
        results[chart] = of_pdf(copy, max(1, chart.page))
        pages = int(run(["pdfinfo", copy]).stdout.split("Pages:")[1].split()[0])
        if pages != chart.pages and results[chart].picture:  # SVG and PNG are one page: only words can be compared
            results[chart].picture = None
        known[chart.pdf, chart.page] = results[chart]
    return results


def rsvg(charts, folder):
    results = {}
    for chart in charts:
        picture, pdf = folder / (chart.name() + ".png"), folder / (chart.name() + ".pdf")
        outcome = run(["rsvg-convert", "--dpi-x", 96, "--dpi-y", 96, "--zoom", SCALE, chart.svg, "-o", picture])
        run(["rsvg-convert", "--dpi-x", 96, "--dpi-y", 96, "-f", "pdf", chart.svg, "-o", pdf])
        words = run(["pdftotext", "-raw", pdf, "-"]).stdout
        results[chart] = result(picture, outcome, words)
    return results


def copied(charts, folder):
    files = {}
    for chart in charts:
        files[chart] = folder / (chart.name() + ".svg")
        shutil.copy(chart.svg, files[chart])
    return files


def inkscape(charts, folder):
    files = copied(charts, folder)
    home = folder / "home"
    home.mkdir(exist_ok=True)
    outcome = run(["inkscape", "--export-type=png,pdf", "--export-dpi=" + DPI, *files.values()],
                  env={**os.environ, "HOME": str(home)})
    return {chart: result(file.with_suffix(".png"), outcome, run(["pdftotext", "-raw", file.with_suffix(".pdf"), "-"]).stdout)
            for chart, file in files.items()}


def cairosvg(charts, folder):
    results = {}
    for chart in charts:
        picture, pdf = folder / (chart.name() + ".png"), folder / (chart.name() + ".pdf")
        common = [sys.executable, "-m", "cairosvg", chart.svg, "--dpi", 96]
        outcome = run([*common, "-o", picture, "--scale", SCALE])
        run([*common, "-o", pdf])
        results[chart] = result(picture, outcome, run(["pdftotext", "-raw", pdf, "-"]).stdout)
    return results


def to_pdf(files, folder):
    """LibreOffice, one start for all files."""
    with tempfile.TemporaryDirectory(prefix="stress-office-") as profile:
        return run(["soffice", f"-env:UserInstallation=file://{profile}", "--headless", "--convert-to", "pdf",
                    "--outdir", folder, *files], env={**os.environ, "HOME": profile})


def libreoffice(charts, folder):
    files = copied(charts, folder)
    to_pdf(files.values(), folder)
    return {chart: of_pdf(file.with_suffix(".pdf")) for chart, file in files.items()}


def libreoffice_docx(charts, folder):
    """As a picture in a Word document, its page as large as the chart."""
    results = {}
    files = {}
    for chart in charts:
        size = size_of(chart.svg)
        if max(size) > docx.TALLEST:
            results[chart] = Result(skipped="larger than a page of Word can be")
            continue
        files[chart] = folder / (chart.name() + ".docx")
        docx.write(files[chart], chart.svg, size)
    to_pdf(files.values(), folder)
    for chart, file in files.items():
        results[chart] = of_pdf(file.with_suffix(".pdf"))
        results[chart].is_cut = True
    return results


def node(what, charts, folder):
    """What a package of npm makes of the files: FOLDER/NAME.svg or .png."""
    (folder / "in").mkdir(exist_ok=True)
    files = copied(charts, folder / "in")
    return run(["node", NPM / "readers.mjs", what, folder, *files.values()])


def resvg(charts, folder):
    outcome = node("resvg", charts, folder)
    return {chart: result(folder / (chart.name() + ".png"), outcome) for chart in charts}


# In Chromium: twice on one page, together with the other chart of the story, as an image, cleaned, minified.

PLAIN = "body { margin: 0 } svg { display: block } div { width: max-content; overflow: hidden }"

# What a page may say of the text around a chart, which inherits it.
NEWSPAPER = PLAIN + """ body { direction: rtl; text-align: justify; color: #a00000; font: italic bold 21px/1.6 serif;
text-indent: 2em; hyphens: auto } a { color: #a00000; text-decoration: none; border-bottom: 1px dotted } h1 { color: red }"""

TEXTS_IN_PAGE = r"""[...document.querySelectorAll("svg")].map(svg =>
    [...svg.querySelectorAll("text")].map(text => text.textContent).concat(
    [...svg.querySelectorAll("[role=img]")].map(path =>
        path.getAttribute("aria-label") || (path.querySelector("title") || path).textContent)).join("\n"))"""
BOXES_IN_PAGE = """[...document.querySelectorAll("svg, img")].map(chart => {
    const box = chart.getBoundingClientRect(); return [box.left, box.top, box.width, box.height]; })"""


def page_of(bodies, style):
    return ('<!doctype html><html lang="en"><meta charset="utf-8"><title>charts</title>'
            f"<style>{style}</style><body>" + "\n".join(bodies) + "</body></html>\n")


def shown(browser, page, names, folder):
    """A picture of each chart on a page, with its texts."""
    browser.open(page, scale=SCALE)
    texts = browser.evaluate(TEXTS_IN_PAGE)
    shots = []
    for number, (name, box) in enumerate(zip(names, browser.evaluate(BOXES_IN_PAGE), strict=True)):
        picture = folder / f"{name}-{number}.png"
        browser.shot(picture, *box)
        shots.append(Result(picture=picture, words=texts[number] if texts else None))
    return shots


def inlined(charts, folder, style, files=None):
    """Each story's charts on one page, twice."""
    results = {}
    pages = {}
    for chart in charts:
        pages.setdefault((chart.story, chart.template, chart.text), []).append(chart)
    with Chromium() as browser:
        for number, together in enumerate(pages.values()):
            twice = together * 2
            bodies = [(files[chart] if files else chart.svg).read_text(encoding="utf-8") for chart in twice]
            page = folder / f"page-{number}.html"
            # On whole pixels: between two, browsers shift type by up to one.
            bodies = [f'<div style="height: {math.ceil(size_of(chart.svg)[1])}px">{body[body.find("<svg"):]}</div>'
                      for chart, body in zip(twice, bodies)]
            page.write_text(page_of(bodies, style), encoding="utf-8")
            shots = shown(browser, page, [chart.name() for chart in twice], folder)
            for chart, first, second in zip(together, shots, shots[len(together):]):
                results[chart] = Result(picture=first.picture, copies=[second.picture], words=second.words)
    return results


def chromium_inline(charts, folder):
    return inlined(charts, folder, PLAIN)


def chromium_newspaper(charts, folder):
    return inlined(charts, folder, NEWSPAPER)


def chromium_img(charts, folder, files=None):
    results = {}
    with Chromium() as browser:
        for chart in charts:
            page = folder / (chart.name() + ".html")
            source = (files[chart] if files else chart.svg).resolve().as_uri()
            page.write_text(page_of([f'<img src="{source}" style="display: block">'], PLAIN), encoding="utf-8")
            results[chart] = shown(browser, page, [chart.name()], folder)[0]
    return results


def rewritten(what, charts, folder):
    """Charts as a package of npm writes them anew, inlined in a page."""
    outcome = node(what, charts, folder)
    files = {chart: folder / (chart.name() + ".svg") for chart in charts}
    results = inlined([chart for chart in charts if files[chart].exists()], folder, PLAIN, files)
    return {chart: results.get(chart, Result(error=outcome.stderr.strip()[-300:])) for chart in charts}


def dompurify(charts, folder):
    return rewritten("dompurify", charts, folder)


def svgo(charts, folder):
    return rewritten("svgo", charts, folder)


def has_module(name):
    return importlib.util.find_spec(name) is not None


def has_npm(name):
    return shutil.which("node") is not None and (NPM / "node_modules" / name).exists()


@dataclass(frozen=True)
class Reader:
    name: str
    treat: object  # the function
    package: str  # where it comes from
    is_there: object
    quick: bool = False  # with --quick too


def of_program(program):
    return lambda: shutil.which(program) is not None


READERS = [
    Reader("our PDF (poppler)", our_pdf, "poppler-utils", of_program("pdftoppm"), True),
    Reader("Chromium, twice on a page", chromium_inline, "chromium", of_program("chromium"), True),
    Reader("Chromium, in a page with styles", chromium_newspaper, "chromium", of_program("chromium")),
    Reader("Chromium, <img>", chromium_img, "chromium", of_program("chromium"), True),
    Reader("rsvg-convert", rsvg, "librsvg2-bin", of_program("rsvg-convert"), True),
    Reader("Inkscape", inkscape, "inkscape", of_program("inkscape"), True),
    Reader("LibreOffice", libreoffice, "libreoffice-draw-nogui", of_program("soffice")),
    Reader("LibreOffice, DOCX", libreoffice_docx, "libreoffice-writer-nogui", of_program("soffice")),
    Reader("resvg", resvg, "npm: @resvg/resvg-js", lambda: has_npm("@resvg/resvg-js")),
    Reader("CairoSVG", cairosvg, "python3-cairosvg", lambda: has_module("cairosvg")),
    Reader("DOMPurify", dompurify, "npm: dompurify", lambda: has_npm("dompurify") and shutil.which("chromium")),
    Reader("SVGO", svgo, "npm: svgo", lambda: has_npm("svgo") and shutil.which("chromium")),
]
