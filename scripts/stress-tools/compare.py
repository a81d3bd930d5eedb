"""Two pictures of one chart compared as the eye does: is anything missing, black, or moved by more than a CSS pixel?

Pictures are drawn at SCALE device pixels a CSS pixel. A pixel is at fault where, in some colour channel, the one
picture is darker or lighter than everything within a CSS pixel around it in the other. So shifts of up to a pixel,
antialiasing and hinting are forgiven; whatever is gone, added, filled or moved farther is not, be it a hair line.
"""

from dataclasses import dataclass
from functools import lru_cache

import numpy
from PIL import Image, ImageFilter

SCALE = 2
CELL = 8 * SCALE  # faults are counted in cells of 8 x 8 CSS pixels
CONTRAST = 104  # of 255: what letters may be thinner by, and lines between two pixels paler
EDGE = 2 * SCALE  # a page that ends within a pixel is rounded up with the reader's own white: seen on dark pages
SPECKS = 6  # device pixels in a cell: rasterisers disagree on corners; a dot or a digit is more


@dataclass
class Difference:
    cells: int  # that are at fault
    size: tuple  # of the picture, where it is not the reference's; else None
    mask: numpy.ndarray

    def is_same(self):
        return self.cells == 0 and self.size is None

    def in_words(self):
        if self.size:
            return f"{self.size[0]} x {self.size[1]} px"
        return "same" if self.cells == 0 else f"differs in {self.cells} places"


def read(path, size=None):
    """A picture on white as rows of RGB; cut to a size, or its last pixels repeated up to it."""
    with Image.open(path) as file:
        layer = file.convert("RGBA")
    picture = Image.new("RGB", layer.size, "white")
    picture.paste(layer, (0, 0), layer)
    rows = numpy.asarray(picture)
    if size:
        rows = rows[: size[1], : size[0]]
        rows = numpy.pad(rows, ((0, size[1] - rows.shape[0]), (0, size[0] - rows.shape[1]), (0, 0)), mode="edge")
    return rows


@lru_cache(maxsize=4)
def reference_at(path):
    return read(path)


def beyond(picture, other, rows, columns, reach):
    """How far these pixels of a picture lie outside of what the other one shows within `reach` pixels around them."""
    wide = numpy.pad(other, ((reach, reach), (reach, reach), (0, 0)), mode="edge")
    darkest = lightest = other[rows, columns]
    for down in range(2 * reach + 1):
        for right in range(2 * reach + 1):
            near = wide[rows + down, columns + right]
            darkest, lightest = numpy.minimum(darkest, near), numpy.maximum(lightest, near)
    own = picture[rows, columns]
    return numpy.maximum(numpy.maximum(darkest, own) - own, own - numpy.minimum(lightest, own)).max(axis=1)


def difference(path, reference_path, is_cut=False, reach=1):
    """How the picture at `path` differs from the reference. Sizes may differ by two device pixels: rounding. `is_cut`:
    it stands at the top left of a larger page. `reach`: how many CSS pixels things may be moved by."""
    reference = reference_at(reference_path)
    height, width, _ = reference.shape
    with Image.open(path) as file:
        size = file.size
    picture = read(path, (width, height))
    # Whatever is at fault differs from the very same pixel of the other picture too: few need a closer look.
    apart = (numpy.maximum(picture, reference) - numpy.minimum(picture, reference)).max(axis=2)
    rows, columns = numpy.nonzero(apart > CONTRAST)
    reach *= SCALE
    faults = numpy.maximum(beyond(picture, reference, rows, columns, reach),
                           beyond(reference, picture, rows, columns, reach))
    mask = numpy.zeros((height, width), dtype=bool)
    mask[rows, columns] = faults > CONTRAST
    mask[:EDGE] = mask[-EDGE:] = False
    mask[:, :EDGE] = mask[:, -EDGE:] = False
    down, across = -(-height // CELL), -(-width // CELL)
    padded = numpy.pad(mask, ((0, down * CELL - height), (0, across * CELL - width)))
    counts = padded.reshape(down, CELL, across, CELL).sum(axis=(1, 3))
    larger, smaller = (max(side) for side in ((size[0] - width, size[1] - height), (width - size[0], height - size[1])))
    is_other_size = smaller > 2 or (larger > 2 and not is_cut)
    return Difference(int((counts > SPECKS).sum()), size if is_other_size else None, mask)


def picture_of(found, reference_path):
    """The reference in pale grey, the faults in red."""
    pale = Image.fromarray(reference_at(reference_path)).convert("L")
    pale = pale.point(lambda value: 200 + value * 55 // 255).convert("RGB")
    thick = Image.fromarray(found.mask.astype("uint8") * 255).filter(ImageFilter.MaxFilter(2 * SCALE + 1))
    pale.paste((208, 0, 32), (0, 0), thick)
    return pale
