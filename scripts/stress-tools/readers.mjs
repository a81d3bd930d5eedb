// readers.mjs dompurify|svgo|resvg FOLDER FILE.svg...: what these make of SVG files by their defaults, into FOLDER.

import { readFileSync, writeFileSync } from "node:fs";
import { basename, join } from "node:path";

async function sanitizer() {
    const [{ JSDOM }, { default: createDOMPurify }] = await Promise.all([import("jsdom"), import("dompurify")]);
    const purify = createDOMPurify(new JSDOM("").window);
    return svg => [".svg", purify.sanitize(svg)];
}

async function optimizer() {
    const { optimize } = await import("svgo");
    return svg => [".svg", optimize(svg).data];
}

async function painter() {
    const { Resvg } = await import("@resvg/resvg-js");
    // It asks no fontconfig, so it knows no stand-in for Arial but the one named here.
    const options = {
        fitTo: { mode: "zoom", value: 2 },
        font: { loadSystemFonts: true, defaultFontFamily: "Liberation Sans" },
    };
    return svg => [".png", new Resvg(svg, options).render().asPng()];
}

const [what, folder, ...files] = process.argv.slice(2);
const treat = await { dompurify: sanitizer, svgo: optimizer, resvg: painter }[what]();
for (const file of files) {
    try {
        const [suffix, made] = treat(readFileSync(file, "utf8"));
        writeFileSync(join(folder, basename(file, ".svg") + suffix), made);
    } catch (error) {
        console.error(`${basename(file)}: ${error}`);
    }
}
