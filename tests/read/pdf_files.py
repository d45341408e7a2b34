"""PDF files for tests, written by hand: each line of text at its place."""

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass


@dataclass(frozen=True)
class Line:
    """A line of text, in points from the left and the foot of the page."""

    text: str
    left: float = 50
    base: float = 700
    size: float = 10


def column(lines: Iterable[str], *, left: float = 50, top: float = 700, size: float = 10) -> list[Line]:
    """Return lines below one another; a line that begins with blanks is indented, an empty one leaves room."""
    return [
        Line(line.strip(), left + 5 * (len(line) - len(line.lstrip())), top - 1.2 * size * number, size)
        for number, line in enumerate(lines)
        if line.strip()
    ]


def pdf(pages: Sequence[Sequence[Line] | None], *, known: Mapping[str, str] | None = None) -> bytes:
    """Return a PDF file with these lines on its pages; None is a page that is a picture."""
    objects = ["", "", "<</Type/Font/Subtype/Type1/BaseFont/Helvetica/Encoding/WinAnsiEncoding>>"]
    objects.append("<<{}>>".format("".join(f"/{name}({value})" for name, value in (known or {}).items())))
    kids = []
    for page in pages:
        shown = "".join(map(_shown, page or ()))
        objects.append(f"<</Length {len(shown.encode('cp1252'))}>>stream\n{shown}\nendstream")
        picture = "" if page is not None else "/XObject<</Im0 3 0 R>>"
        kids.append(f"{len(objects) + 1} 0 R")
        objects.append(
            f"<</Type/Page/Parent 2 0 R/MediaBox[0 0 595 842]/Contents {len(objects)} 0 R"
            f"/Resources<</Font<</F1 3 0 R>>{picture}>>>>"
        )
    objects[0] = "<</Type/Catalog/Pages 2 0 R>>"
    objects[1] = f"<</Type/Pages/Kids[{' '.join(kids)}]/Count {len(kids)}>>"
    return _file(objects)


def _shown(line: Line) -> str:
    text = line.text.replace("\\", "\\\\").replace("(", "\\(").replace(")", "\\)")
    return f"BT /F1 {line.size} Tf 1 0 0 1 {line.left} {line.base} Tm ({text}) Tj ET\n"


def _file(objects: Sequence[str]) -> bytes:
    written, places = b"%PDF-1.4\n", []
    for number, content in enumerate(objects, start=1):
        places.append(len(written))
        written += f"{number} 0 obj{content}endobj\n".encode("cp1252")
    table = "".join(f"{place:010} 00000 n \n" for place in places)
    return (
        written
        + f"xref\n0 {len(objects) + 1}\n0000000000 65535 f \n{table}".encode()
        + f"trailer<</Size {len(objects) + 1}/Root 1 0 R/Info 4 0 R>>\nstartxref\n{len(written)}\n%%EOF".encode()
    )
