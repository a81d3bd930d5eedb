"""A Word document of one page that holds one SVG picture at its natural size, and nothing else."""

import zipfile

TWIPS = 15  # a CSS pixel
EMU = 9525
TALLEST = 22 * 96  # Word knows no higher page

XML = '<?xml version="1.0" encoding="UTF-8" standalone="yes"?>\n'
SCHEMAS = "http://schemas.openxmlformats.org/"
DOCUMENT = SCHEMAS + "officeDocument/2006/relationships"

TYPES = f"""{XML}<Types xmlns="{SCHEMAS}package/2006/content-types">
<Default Extension="rels" ContentType="application/vnd.openxmlformats-package.relationships+xml"/>
<Default Extension="svg" ContentType="image/svg+xml"/>
<Override PartName="/word/document.xml"
 ContentType="application/vnd.openxmlformats-officedocument.wordprocessingml.document.main+xml"/>
</Types>"""

RELATION = f"""{XML}<Relationships xmlns="{SCHEMAS}package/2006/relationships">
<Relationship Id="one" Type="{DOCUMENT}/%s" Target="%s"/></Relationships>"""

BODY = f"""{XML}<w:document xmlns:w="{SCHEMAS}wordprocessingml/2006/main" xmlns:r="{DOCUMENT}"
 xmlns:wp="{SCHEMAS}drawingml/2006/wordprocessingDrawing" xmlns:a="{SCHEMAS}drawingml/2006/main"
 xmlns:pic="{SCHEMAS}drawingml/2006/picture"><w:body>
<w:p><w:pPr><w:spacing w:before="0" w:after="0"/></w:pPr><w:r><w:drawing>
<wp:inline distT="0" distB="0" distL="0" distR="0"><wp:extent cx="%(cx)d" cy="%(cy)d"/><wp:docPr id="1" name="chart"/>
<a:graphic><a:graphicData uri="{SCHEMAS}drawingml/2006/picture"><pic:pic>
<pic:nvPicPr><pic:cNvPr id="1" name="chart"/><pic:cNvPicPr/></pic:nvPicPr>
<pic:blipFill><a:blip r:embed="one"/><a:stretch><a:fillRect/></a:stretch></pic:blipFill>
<pic:spPr><a:xfrm><a:off x="0" y="0"/><a:ext cx="%(cx)d" cy="%(cy)d"/></a:xfrm>
<a:prstGeom prst="rect"><a:avLst/></a:prstGeom></pic:spPr>
</pic:pic></a:graphicData></a:graphic></wp:inline></w:drawing></w:r></w:p>
<w:sectPr><w:pgSz w:w="%(width)d" w:h="%(height)d"/>
<w:pgMar w:top="0" w:right="0" w:bottom="0" w:left="0" w:header="0" w:footer="0" w:gutter="0"/></w:sectPr>
</w:body></w:document>"""


def write(path, svg, size):
    """`size`: of the picture, in CSS pixels. The page is a line higher: a picture stands in a paragraph."""
    width, height = size
    values = {"cx": round(width * EMU), "cy": round(height * EMU),
              "width": round(width * TWIPS), "height": round((height + 24) * TWIPS)}
    with zipfile.ZipFile(path, "w", zipfile.ZIP_DEFLATED) as document:
        document.writestr("[Content_Types].xml", TYPES)
        document.writestr("_rels/.rels", RELATION % ("officeDocument", "word/document.xml"))
        document.writestr("word/_rels/document.xml.rels", RELATION % ("image", "media/chart.svg"))
        document.writestr("word/document.xml", BODY % values)
        document.write(svg, "word/media/chart.svg")
