"""What readers are known to do to text: docs/embedding.md tells people. Nothing else may differ, and these by no more
than is said here."""

from dataclasses import dataclass


@dataclass(frozen=True)
class Limit:
    readers: tuple
    reach: int  # CSS pixels that letters may stand off; None: letters may be any
    why: str
    template: str = ""  # this one only, in every kind of text; empty: all, but not outlines
    beyond: bool = False  # only where texts are in other scripts than Latin, Greek, Cyrillic and Hebrew


# Of live and embedded text, where nothing else is said: outlines are the same everywhere.
LIMITS = [
    Limit(("our PDF (poppler)", "Chromium, in a page with styles"), 2, "the largest type stands up to 2 px off",
          template="poster"),
    Limit(("Inkscape",), None, "other scripts: whatever face fontconfig offers it", beyond=True),
    Limit(("Chromium, twice on a page", "Chromium, in a page with styles", "Chromium, <img>", "rsvg-convert", "DOMPurify",
           "SVGO", "resvg"), 6, "other scripts: up to 6 px off, the stand-in faces are the reader's", beyond=True),
    Limit(("LibreOffice", "LibreOffice, DOCX"), 6,
          "centred and flush-right lines stand up to 6 px off: it measures type in whole pixels"),
    Limit(("CairoSVG",), 14, "lines are up to 2 % too wide: it does not kern"),
]


def is_beyond(chart):
    """Whether the SVG names the faces that other scripts were measured with (docs/svg.md)."""
    return "DejaVu Sans" in chart.svg.read_text(encoding="utf-8")


def limit_of(reader, chart):
    """What this reader may do to this chart; else None."""
    for limit in LIMITS:
        if limit.template != chart.template if limit.template else chart.text == "outlines":
            continue
        if reader in limit.readers and (not limit.beyond or is_beyond(chart)):
            return limit
    return None
