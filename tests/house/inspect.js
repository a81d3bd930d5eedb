"use strict";
// Measures charts from what the browser draws, in CSS pixels from the top left of the chart.
// charts = [{name, svg}] is defined before this script; the report goes into the page as JSON.

// What the eye forgives: rounding of glyph positions, and edges that touch without crossing.
const kTouching = 0.2;
const kStep = 0.4;
const kCoarseStep = 8;

function parse(text) {
    const parsed = new DOMParser().parseFromString(text, "image/svg+xml");
    const error = parsed.querySelector("parsererror");
    if (error || parsed.documentElement.localName !== "svg") {
        throw new Error("not an SVG: " + (error ? error.textContent : parsed.documentElement.localName));
    }
    return document.importNode(parsed.documentElement, true);
}

function isDrawn(element) {
    if (element.closest("defs, clipPath, mask, marker, pattern, symbol")) {
        return false;
    }
    const style = getComputedStyle(element);
    return style.display !== "none" && style.visibility === "visible" && style.opacity !== "0";
}

function scaleOf(element) {
    const matrix = element.getScreenCTM();
    return Math.sqrt(Math.abs(matrix.a * matrix.d - matrix.b * matrix.c));
}

// The ink of a string above and below its baseline, in pixels.
const pen = document.createElement("canvas").getContext("2d");
function inkOf(text, style, size) {
    pen.font = `${style.fontStyle} ${style.fontWeight} ${size}px ${style.fontFamily}`;
    return pen.measureText(text);
}

// One entry a piece of text in one font: its cell (advance by font height) and its ink.
function runsOf(svg, origin) {
    const runs = [];
    svg.querySelectorAll("text").forEach((text, index) => {
        const walker = document.createTreeWalker(text, NodeFilter.SHOW_TEXT);
        for (let node = walker.nextNode(); node; node = walker.nextNode()) {
            const parent = node.parentElement;
            if (node.data.trim() === "" || parent.closest("title, desc") || !isDrawn(parent)) {
                continue;
            }
            const range = document.createRange();
            range.selectNodeContents(node);
            const rectangles = [...range.getClientRects()].filter(r => r.width > 0);
            if (rectangles.length === 0) {
                continue;
            }
            const style = getComputedStyle(parent);
            const size = parseFloat(style.fontSize) * scaleOf(parent);
            const ink = inkOf(node.data.trim(), style, size);
            const cell = {
                left: Math.min(...rectangles.map(r => r.left)) - origin.left,
                right: Math.max(...rectangles.map(r => r.right)) - origin.left,
                top: Math.min(...rectangles.map(r => r.top)) - origin.top,
                bottom: Math.max(...rectangles.map(r => r.bottom)) - origin.top,
            };
            let baseline = cell.top + ink.fontBoundingBoxAscent;
            if (parent.firstChild === node) {
                const start = parent.getStartPositionOfChar(0);
                const matrix = parent.getScreenCTM();
                baseline = matrix.b * start.x + matrix.d * start.y + matrix.f - origin.top;
            }
            runs.push({
                element: index, node: parent, text: node.data.trim(), size, cell,
                ink: {
                    left: cell.left, right: cell.right,
                    top: baseline - ink.actualBoundingBoxAscent, bottom: baseline + ink.actualBoundingBoxDescent,
                },
                fill: style.fill, stroke: style.stroke,
            });
        }
    });
    return runs;
}

function overlap(a, b, by) {
    return a.left + by < b.right && b.left + by < a.right && a.top + by < b.bottom && b.top + by < a.bottom;
}

// A stroked copy of a text beneath it, for a halo, is the same text.
function isHalo(a, b) {
    return a.text === b.text && a.stroke !== "none" && Math.abs(a.cell.left - b.cell.left) < 0.5 &&
        Math.abs(a.cell.top - b.cell.top) < 0.5;
}

function overlapsOf(runs, box) {
    const found = [];
    const byTop = [...runs].sort((a, b) => a[box].top - b[box].top);
    byTop.forEach((a, i) => {
        for (let j = i + 1; j < byTop.length && byTop[j][box].top < a[box].bottom; ++j) {
            const b = byTop[j];
            if (overlap(a[box], b[box], kTouching) && !isHalo(a, b) && !isHalo(b, a)) {
                found.push({text: a.text, with: b.text, at: a[box], other: b[box]});
            }
        }
    });
    return found;
}

function clipsOf(element, origin) {
    const boxes = [];
    for (let at = element; at && at.namespaceURI === element.namespaceURI; at = at.parentElement) {
        const url = /url\("?#([^")]+)"?\)/.exec(getComputedStyle(at).clipPath);
        const clip = url && document.getElementById(url[1]);
        if (clip) {
            const matrix = at.getScreenCTM();
            const shapes = [...clip.children].map(shape => shape.getBBox());
            boxes.push({
                left: matrix.a * Math.min(...shapes.map(b => b.x)) + matrix.e - origin.left,
                right: matrix.a * Math.max(...shapes.map(b => b.x + b.width)) + matrix.e - origin.left,
                top: matrix.d * Math.min(...shapes.map(b => b.y)) + matrix.f - origin.top,
                bottom: matrix.d * Math.max(...shapes.map(b => b.y + b.height)) + matrix.f - origin.top,
            });
        }
    }
    return boxes;
}

function cutOf(runs, page, origin) {
    return runs.filter(run => [page, ...clipsOf(run.node, origin)].some(box =>
        run.ink.left < box.left - kTouching || run.ink.right > box.right + kTouching ||
        run.ink.top < box.top - kTouching || run.ink.bottom > box.bottom + kTouching))
        .map(run => ({text: run.text, at: run.ink}));
}

// Everything with an edge to see: strokes with their width, fills with none.
function edgesOf(svg) {
    const edges = [];
    for (const shape of svg.querySelectorAll("line, polyline, polygon, path, rect, circle, ellipse")) {
        const style = getComputedStyle(shape);
        const width = parseFloat(style.strokeWidth);
        const stroked = style.stroke !== "none" && width > 0 && style.strokeOpacity !== "0";
        const filled = style.fill !== "none" && style.fillOpacity !== "0" && shape.localName !== "line";
        if (isDrawn(shape) && (stroked || filled)) {
            edges.push({shape, half: stroked ? width / 2 * scaleOf(shape) : 0});
        }
    }
    return edges;
}

function nameOf(shape) {
    const mark = shape.closest("[id]");
    return shape.localName + (mark ? " in " + mark.id : "");
}

// How far a point lies from a box; 0 inside.
function distance(x, y, box) {
    return Math.hypot(Math.max(box.left - x, 0, x - box.right), Math.max(box.top - y, 0, y - box.bottom));
}

// The point of a shape at a length along it, in pixels from the top left of the chart.
function pointAt(shape, length, matrix, origin) {
    const point = shape.getPointAtLength(length).matrixTransform(matrix);
    return {x: point.x - origin.left, y: point.y - origin.top};
}

// Texts that the edge of a shape runs through: in coarse steps along it, in fine ones where a text is near.
function struckOf(edges, runs, box, origin) {
    const found = [];
    for (const {shape, half} of edges) {
        const outline = shape.getBoundingClientRect();
        const reach = {
            left: outline.left - origin.left - half, right: outline.right - origin.left + half,
            top: outline.top - origin.top - half, bottom: outline.bottom - origin.top + half,
        };
        let near = runs.filter(run => overlap(run[box], reach, -kTouching));
        if (near.length === 0) {
            continue;
        }
        const matrix = shape.getScreenCTM();
        const scale = scaleOf(shape);
        const length = shape.getTotalLength();
        const coarse = kCoarseStep / scale;
        for (let at = 0; at < length && near.length > 0; at += coarse) {
            const middle = pointAt(shape, Math.min(at + coarse / 2, length), matrix, origin);
            const close = near.filter(run => distance(middle.x, middle.y, run[box]) < kCoarseStep / 2 + half);
            for (let fine = at; close.length > 0 && fine <= Math.min(at + coarse, length); fine += kStep / scale) {
                const point = pointAt(shape, fine, matrix, origin);
                for (const run of close) {
                    const inside = {
                        left: run[box].left + kTouching, right: run[box].right - kTouching,
                        top: run[box].top + kTouching, bottom: run[box].bottom - kTouching,
                    };
                    if (near.includes(run) && distance(point.x, point.y, inside) <= half) {
                        near = near.filter(other => other !== run);
                        found.push({text: run.text, by: nameOf(shape), at: point, box: run[box]});
                    }
                }
            }
        }
    }
    return found;
}

// Texts beneath something painted later: what lies uppermost at points along the middle of the ink.
function coveredOf(svg, runs) {
    const found = [];
    for (const run of runs) {
        const y = (run.ink.top + run.ink.bottom) / 2;
        const count = Math.min(9, run.text.length);
        for (let i = 0; i < count; ++i) {
            const x = run.cell.left + (run.cell.right - run.cell.left) * (i + 0.5) / count;
            window.scrollTo(Math.max(0, x - 100), Math.max(0, y - 100));
            const origin = svg.getBoundingClientRect();
            const top = document.elementFromPoint(origin.left + x, origin.top + y);
            if (top && svg.contains(top) && top.localName !== "text" && top.localName !== "tspan" &&
                top.compareDocumentPosition(run.node) & Node.DOCUMENT_POSITION_PRECEDING) {
                found.push({text: run.text, by: nameOf(top)});
                break;
            }
        }
    }
    window.scrollTo(0, 0);
    return found;
}

function inspect(chart) {
    const svg = parse(chart.svg);
    svg.style.display = "block";
    document.body.replaceChildren(svg);
    const origin = svg.getBoundingClientRect();
    const page = {left: 0, top: 0, right: origin.width, bottom: origin.height};
    const runs = runsOf(svg, origin);
    const edges = edgesOf(svg);
    const smallest = runs.reduce((least, run) => (run.size < least.size ? run : least), {size: 1e9, text: ""});
    return {
        name: chart.name,
        width: origin.width,
        height: origin.height,
        texts: runs.map(run => run.text),
        overlaps: overlapsOf(runs, "cell"),
        cut: cutOf(runs, page, origin),
        struck: struckOf(edges, runs, "ink", origin),
        brushed: struckOf(edges, runs, "cell", origin),
        covered: coveredOf(svg, runs),
        smallest: {px: smallest.size, text: smallest.text},
    };
}

const reports = charts.map(chart => {
    try {
        return inspect(chart);
    } catch (error) {
        return {name: chart.name, error: String(error)};
    }
});
const report = document.createElement("pre");
// Text content is escaped on the way out; hexadecimal needs no escape and survives any dump.
report.id = "report";
report.textContent = [...new TextEncoder().encode(JSON.stringify(reports))]
    .map(byte => byte.toString(16).padStart(2, "0")).join("");
document.body.replaceChildren(report);
