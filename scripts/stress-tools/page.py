"""build/stress/index.html: every cell of the matrix beside the reference, with the difference and a verdict."""

import os
from html import escape

STYLE = """
body { font: 15px/1.45 Arial, "Liberation Sans", sans-serif; margin: 24px; color: #1b1f24; background: #fff }
h1 { font-size: 24px } h2 { font-size: 18px; margin: 40px 0 8px; border-top: 1px solid #c9ced4; padding-top: 16px }
table { border-collapse: collapse } th, td { border: 1px solid #c9ced4; padding: 4px 8px; vertical-align: top }
th { text-align: left; background: #f3f5f8; font-weight: bold }
a { color: #0062a3 } img { border: 1px solid #c9ced4; background: #fff }
.same { background: #e6f3ec } .known { background: #fff3d6 } .bad { background: #fbdfe3 } .none { color: #5b6570 }
.missing { background: #fbdfe3; font-weight: bold } small { color: #5b6570 }
details > summary { cursor: pointer } .three { display: flex; gap: 8px; margin: 8px 0 }
.three figure { margin: 0 } .three figcaption { font-size: 12px; color: #5b6570 }
"""

CLASSES = {"same": "same", "known limit": "known", "differs": "bad", "failed": "bad", "not run": "missing", "": "none"}


def link(path, folder):
    return escape(os.path.relpath(path, folder))


def figure(path, words, folder):
    if path is None:
        return ""
    href = link(path, folder)
    return (f'<figure><a href="{href}"><img loading="lazy" height="260" src="{href}" alt=""></a>'
            f"<figcaption>{escape(words)}</figcaption></figure>")


def cell(verdict, chart, folder):
    text = f"<b>{escape(verdict.state or '–')}</b>"
    if verdict.remarks:
        text += f"<br><small>{escape('; '.join(verdict.remarks))}</small>"
    if verdict.picture:
        pictures = (figure(chart.reference, "our own PNG", folder) + figure(verdict.picture, "this reader", folder) +
                    figure(verdict.difference, "difference", folder))
        text += f'<details{" open" if verdict.state == "differs" else ""}><summary>pictures</summary>'
        text += f'<div class="three">{pictures}</div></details>'
    return f'<td class="{CLASSES[verdict.state]}">{text}</td>'


def summary(readers, texts, verdicts):
    rows = []
    for reader in readers:
        cells = ""
        for text in texts:
            states = [verdict.state for (name, chart), verdict in verdicts.items()
                      if name == reader and chart.text == text]
            counts = {state: states.count(state) for state in CLASSES if state and state in states}
            worst = list(counts)[-1] if counts else ""
            words = ", ".join(f"{count} {state}" for state, count in counts.items())
            cells += f'<td class="{CLASSES[worst]}">{escape(words) or "–"}</td>'
        rows.append(f"<tr><th>{escape(reader)}</th>{cells}</tr>")
    head = "".join(f"<th>{escape(text)}</th>" for text in texts)
    return f"<table><tr><th>reader</th>{head}</tr>{''.join(rows)}</table>"


def write(path, readers, texts, verdicts, notes):
    """`verdicts`: {(reader's name, chart): Verdict}; `notes`: what did not run, and why."""
    folder = path.parent
    groups = {}
    for _, chart in verdicts:
        groups.setdefault((chart.story, chart.template, chart.part()), {})[chart.text] = chart
    parts = [f'<!doctype html><html lang="en"><meta charset="utf-8"><title>The matrix</title><style>{STYLE}</style>',
             "<h1>Every chart through every reader</h1>",
             "<p>Each cell: what the reader made of the file, against our own PNG. Nothing may be missing, black, or "
             "moved by more than 1 px; every word must be found where the reader gives back text.</p>"]
    parts += [f'<p class="missing">{escape(note)}</p>' for note in notes]
    parts.append(summary(readers, texts, verdicts))
    for (story, template, name), charts in groups.items():
        parts.append(f"<h2>{escape(story)}, {escape(template)}: {escape(name)}</h2><table><tr><th>reader</th>")
        parts += [f'<th><a href="{link(chart.svg, folder)}">{escape(text)}</a></th>' for text, chart in charts.items()]
        parts.append("</tr>")
        for reader in readers:
            row = [cell(verdicts[reader, chart], chart, folder) for chart in charts.values()
                   if (reader, chart) in verdicts]
            parts.append(f"<tr><th>{escape(reader)}</th>{''.join(row)}</tr>" if row else "")
        parts.append("</table>")
    path.write_text("\n".join(parts) + "\n", encoding="utf-8")
