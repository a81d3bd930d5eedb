"""models.py: generated models at every template, measured in Chromium by tests/house/inspect.js: no text may overlap
another, be cut off, struck by a line or covered. Exit 1 where one is; FOLDER/faults/ keeps those charts and their dossiers."""

import argparse
import concurrent.futures as futures
import json
import shutil
import subprocess
import time
from pathlib import Path

from charts import CHARTS, generated
from chromium import Chromium

EVENTS = 400
TOGETHER = 8  # charts a page
FAULTS = ("overlaps", "cut", "struck", "covered")


def drawn(arguments, dossier):
    """The charts of a dossier; SystemExit where the program fails."""
    folder = arguments.folder / "models" / dossier.name.split(".")[0]
    command = [arguments.demarche, "draw", dossier, "-T", "svg", "--chart", ",".join(CHARTS), "--template"]
    shutil.rmtree(folder, ignore_errors=True)
    for template in arguments.templates:  # one by one, so that the names of files are the same with one template and ten
        outcome = subprocess.run([*command, template, "-o", folder / template], capture_output=True, text=True)
        if outcome.returncode != 0:
            raise SystemExit(f"error: {dossier}, {template}: exit {outcome.returncode}\n{outcome.stderr[-2000:]}")
    files = [file for template in arguments.templates for chart in CHARTS
             for file in sorted((folder / template).glob(f"{chart}*.svg"))]  # several where a chart has pages
    if len(files) < len(arguments.templates) * len(CHARTS):
        raise SystemExit(f"error: {dossier}: only {len(files)} charts were drawn")
    return files


def page_of(files, script):
    charts = [{"name": str(file), "svg": file.read_text(encoding="utf-8")} for file in files]
    data = json.dumps(charts).replace("<", "\\u003c")  # a script must not hold "</script>"
    return ('<!doctype html><meta charset="utf-8"><title>charts</title><style>body { margin: 0; width: max-content }'
            f"</style><body><script>const charts = {data};\n{script}</script>\n")


def inspected(arguments, files, number):
    """inspect.js's reports of these files; one browser a call."""
    script = arguments.inspect.read_text(encoding="utf-8")
    page = arguments.folder / "models" / f"page-{number}.html"
    reports = []
    with Chromium() as browser:
        for at in range(0, len(files), TOGETHER):
            page.write_text(page_of(files[at:at + TOGETHER], script), encoding="utf-8")
            browser.open(page, 1200, 900)
            reports += json.loads(bytes.fromhex(browser.evaluate("document.getElementById('report').textContent")))
    return reports


def keep(arguments, report):
    """The faulty chart and its dossier, for a person to look at."""
    chart = Path(report["name"])
    kept = arguments.folder / "faults"
    kept.mkdir(exist_ok=True)
    shutil.copy(chart, kept / f"{chart.parent.parent.name}-{chart.parent.name}-{chart.name}")
    shutil.copy(arguments.folder / "models" / f"{chart.parent.parent.name}.dossier.xml", kept)


def main():
    parser = argparse.ArgumentParser()
    parser.add_argument("--demarche", required=True)
    parser.add_argument("--make-dossier", dest="make_dossier", required=True)
    parser.add_argument("--inspect", type=Path, required=True)
    parser.add_argument("--folder", type=Path, required=True)
    parser.add_argument("--templates", type=lambda names: names.split(","), required=True)
    parser.add_argument("--models", type=int, required=True)
    parser.add_argument("--jobs", type=int, default=2)
    arguments = parser.parse_args()
    arguments.folder = arguments.folder.resolve()
    began = time.monotonic()
    shutil.rmtree(arguments.folder / "faults", ignore_errors=True)
    chosen = list(generated(arguments.make_dossier, arguments.folder / "models", arguments.models, EVENTS))
    with futures.ThreadPoolExecutor(arguments.jobs) as threads:
        files = [file for charts in threads.map(lambda dossier: drawn(arguments, dossier), chosen) for file in charts]
        print(f"== {len(chosen)} models, {len(files)} charts drawn, {time.monotonic() - began:.0f} s", flush=True)
        shares = [files[number::arguments.jobs] for number in range(arguments.jobs)]
        reports = sum(threads.map(lambda number: inspected(arguments, shares[number], number), range(arguments.jobs)), [])
    texts = sum(len(report.get("texts", ())) for report in reports)
    faulty = 0
    for report in reports:
        found = {kind: report[kind] for kind in FAULTS if report.get(kind)}
        if found or "error" in report:
            faulty += 1
            keep(arguments, report)
            first = next(iter(found.values()))[0] if found else report["error"]
            counts = ", ".join(f"{len(faults)} {kind}" for kind, faults in found.items())
            print(f"  {report['name']}: {counts or 'error'}: {json.dumps(first, ensure_ascii=False)[:240]}")
    totals = ", ".join(f"{sum(len(report.get(kind, ())) for report in reports)} {kind}" for kind in FAULTS)
    print(f"== {len(reports)} charts, {texts} texts: {totals}; {faulty} charts at fault; {time.monotonic() - began:.0f} s")
    raise SystemExit(1 if faulty or len(reports) != len(files) else 0)


if __name__ == "__main__":
    main()
