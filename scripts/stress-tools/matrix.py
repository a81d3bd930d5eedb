"""matrix.py DEMARCHE FOLDER [--quick] [--templates NAME,...] [--models N] [--jobs N] DOSSIER...: draws the dossiers at
every template and takes the charts through every reader; FOLDER/index.html shows all of it. Exit 1 where a cell differs,
2 where a reader that is there has failed to start."""

import argparse
import concurrent.futures as futures
import multiprocessing
import time
from dataclasses import dataclass, field
from pathlib import Path

import canaries
import page
from charts import TEXTS, draw, generated, words_of
from compare import difference, picture_of
from PIL import Image
from limits import limit_of
from readers import READERS, Result
from words import lost


@dataclass
class Verdict:
    state: str = ""  # same, known limit, differs, failed, not run; empty: nothing to do
    remarks: list = field(default_factory=list)
    picture: Path = None
    difference: Path = None


EVENTS = 40  # at most, of generated models: pictures of more are tall


def judge(reader, chart, result, folder):
    """What a reader's result is worth."""
    if result.skipped:
        return Verdict("", [result.skipped])
    if result.error:
        return Verdict("failed", [result.error])
    verdict = Verdict("same")
    limit = limit_of(reader, chart)
    for number, picture in enumerate([result.picture, *result.copies] if result.picture else []):
        found = difference(picture, str(chart.reference), result.is_cut)
        if number == 0 or not found.is_same():
            verdict.picture = picture
        if found.is_same():
            continue
        verdict.difference = folder / (chart.name() + ".difference.png")
        picture_of(found, str(chart.reference)).save(verdict.difference)
        is_known = limit and found.size is None and (
            limit.reach is None or
            difference(picture, str(chart.reference), result.is_cut, limit.reach).is_same())
        verdict.state = "known limit" if is_known and verdict.state != "differs" else "differs"
        verdict.remarks.append(limit.why if is_known else found.in_words() + (" (second copy)" if number else ""))
    if result.picture is None:
        verdict.remarks.append("other pages than the SVG: words only")
    outlined = chart.text == "outlines" and reader not in WORDS_OF_OUTLINES
    if result.words is not None and not outlined:
        gone = lost(words_of(chart.svg), result.words)
        if gone:
            verdict.state = "known limit" if limit and limit.reach is None and verdict.state != "differs" else "differs"
            verdict.remarks.append(f"{len(gone)} words lost: {', '.join(gone[:8])}")
    return verdict


# Who gives back the words of outlines: the browser has their titles, and our PDF has text of its own.
WORDS_OF_OUTLINES = {reader.name for reader in READERS
                     if reader.name.startswith(("Chromium, twice", "Chromium, in a", "our PDF", "DOMPurify"))}


def treat(reader, charts, folder):
    into = folder / "".join(letter if letter.isalnum() else "-" for letter in reader.name)
    into.mkdir(parents=True, exist_ok=True)
    began = time.monotonic()
    try:
        results = reader.treat(charts, into)
    except Exception as error:  # whatever it is, it is this reader's cells that have failed
        results = {chart: Result(error=f"{type(error).__name__}: {error}"[:500]) for chart in charts}
    return reader, into, results, time.monotonic() - began


def drawn(arguments):
    """The examples at every template and in every kind of text; generated models at one of each, in turn."""
    charts = []
    for dossier in arguments.dossiers:
        for template in arguments.templates:
            charts += draw(arguments.demarche, dossier, dossier.name.split(".")[0], template, arguments.folder / "charts")
    models = generated(arguments.make_dossier, arguments.folder / "models", arguments.models, EVENTS)
    for number, dossier in enumerate(models):
        template = arguments.templates[number % len(arguments.templates)]
        text = TEXTS[number // len(arguments.templates) % len(TEXTS)]
        charts += draw(arguments.demarche, dossier, dossier.name.split(".")[0], template, arguments.folder / "charts", [text])
    return charts


def parse():
    parser = argparse.ArgumentParser()
    parser.add_argument("--demarche", required=True)
    parser.add_argument("--make-dossier", dest="make_dossier")
    parser.add_argument("--folder", type=Path, required=True)
    parser.add_argument("--templates", type=lambda names: names.split(","), required=True)
    parser.add_argument("--quick", action="store_true", help="the readers of --quick only")
    parser.add_argument("--models", type=int, default=0)
    parser.add_argument("--jobs", type=int, default=2)
    parser.add_argument("dossiers", nargs="+", type=Path)
    arguments = parser.parse_args()
    arguments.folder = arguments.folder.resolve()
    return arguments


def tell(verdicts, readers):
    """A line a reader, then each fault."""
    for reader in readers:
        mine = [verdict.state for (name, _), verdict in verdicts.items() if name == reader.name]
        counts = ", ".join(f"{mine.count(state)} {state}" for state in page.CLASSES if state and state in mine)
        print(f"  {reader.name:34} {counts or 'nothing to do'}")
    for (name, chart), verdict in verdicts.items():
        if verdict.state in ("differs", "failed"):
            print(f"  {name}: {chart.name()}: {verdict.state}: {'; '.join(verdict.remarks)}")


def main():
    arguments = parse()
    began = time.monotonic()
    charts = drawn(arguments)
    print(f"== {len(charts)} SVG files drawn, {time.monotonic() - began:.0f} s", flush=True)
    blind = canaries.unseen(charts[0], arguments.folder / "canaries")
    if blind:
        raise SystemExit("error: the comparison does not see this: " + "; ".join(blind))
    readers = [reader for reader in READERS if reader.quick or not arguments.quick]
    notes = [f"NOT RUN: {reader.name}: {reader.package} is not installed" for reader in readers if not reader.is_there()]
    verdicts = {}
    # Forked while threads run, a judge can inherit a lock that nobody will open: each begins afresh.
    fresh = multiprocessing.get_context("spawn")
    with futures.ThreadPoolExecutor(arguments.jobs) as threads, futures.ProcessPoolExecutor(
        arguments.jobs, mp_context=fresh
    ) as pool:
        started = [threads.submit(treat, reader, charts, arguments.folder) for reader in readers if reader.is_there()]
        judged = {}
        for one in futures.as_completed(started):
            reader, into, results, seconds = one.result()
            print(f"  {reader.name}: {seconds:.0f} s", flush=True)
            for chart, result in results.items():
                judged[reader.name, chart] = pool.submit(judge, reader.name, chart, result, into)
        for reader in readers:
            for chart in charts:
                key = reader.name, chart
                verdicts[key] = judged[key].result() if key in judged else Verdict("not run")
    page.write(arguments.folder / "index.html", [reader.name for reader in readers], TEXTS, verdicts, notes)
    tell(verdicts, readers)
    for note in notes:
        print(f"!! {note}")
    print(f"== {time.monotonic() - began:.0f} s; see {arguments.folder / 'index.html'}")
    raise SystemExit(1 if any(verdict.state in ("differs", "failed") for verdict in verdicts.values()) else 0)


if __name__ == "__main__":
    main()
