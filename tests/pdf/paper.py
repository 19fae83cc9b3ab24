"""paper.py: writes PDFs: lines of text at their places on pages, as a word processor's PDFs have them."""

import unicodedata
import zlib

A4 = (595, 842)

# The advance widths of Helvetica and Helvetica-Bold from the space to the tilde, in thousandths, by Adobe's metrics.
PLAIN = (278, 278, 355, 556, 556, 889, 667, 191, 333, 333, 389, 584, 278, 333, 278, 278,
         556, 556, 556, 556, 556, 556, 556, 556, 556, 556, 278, 278, 584, 584, 584, 556,
         1015, 667, 667, 722, 722, 667, 611, 778, 722, 278, 500, 667, 556, 833, 722, 778,
         667, 778, 722, 667, 611, 722, 667, 944, 667, 667, 611, 278, 278, 278, 469, 556,
         333, 556, 556, 500, 556, 556, 278, 556, 556, 222, 222, 500, 222, 833, 556, 556,
         556, 556, 333, 500, 278, 556, 500, 722, 500, 500, 500, 334, 260, 334, 584)
BOLD = (278, 333, 474, 556, 556, 889, 722, 238, 333, 333, 389, 584, 278, 333, 278, 278,
        556, 556, 556, 556, 556, 556, 556, 556, 556, 556, 333, 333, 584, 584, 584, 611,
        975, 722, 722, 722, 722, 667, 611, 778, 722, 278, 556, 722, 611, 833, 722, 778,
        667, 778, 722, 667, 611, 722, 667, 944, 667, 667, 611, 333, 278, 333, 584, 556,
        333, 556, 611, 556, 611, 556, 333, 611, 611, 278, 278, 556, 278, 889, 611, 611,
        611, 611, 389, 556, 333, 611, 556, 778, 556, 556, 500, 389, 280, 389, 584)
# Of the signs beyond ASCII that a council's papers have.
SIGNS = {"‘": 222, "’": 222, "“": 333, "”": 333, "•": 350, "·": 278, "–": 556, "—": 1000, "£": 556, "…": 1000}


def width(text, size=11, bold=False):
    """How wide the text is in points."""
    table = BOLD if bold else PLAIN
    thousandths = 0
    for sign in text:
        plain = unicodedata.normalize("NFD", sign)[0]  # é is as wide as e
        thousandths += SIGNS.get(sign) or (table[ord(plain) - 32] if " " <= plain <= "~" else 556)
    return thousandths * size / 1000


def wrap(text, room, size=11, bold=False):
    """The text in lines no wider than `room`, but for a word that is wider by itself."""
    lines = []
    for word in text.split():
        if lines and width(f"{lines[-1]} {word}", size, bold) <= room:
            lines[-1] += f" {word}"
        else:
            lines.append(word)
    return lines or [""]


class Page:
    """A page, measured in points from its upper left corner."""

    def __init__(self, size):
        self.width, self.height = size
        self.drawn = []
        self.has_picture = False

    def text(self, x, y, text, size=11, bold=False):
        """Text whose base line begins at (x, y)."""
        if text.strip():
            quoted = text.encode("cp1252", "replace")
            for sign in (b"\\", b"(", b")"):
                quoted = quoted.replace(sign, b"\\" + sign)
            font = b"B" if bold else b"P"
            self.drawn.append(b"BT /%s %g Tf %.2f %.2f Td (%s) Tj ET" % (font, size, x, self.height - y, quoted))

    def rule(self, x0, y0, x1, y1):
        self.drawn.append(b"0.5 w %.2f %.2f m %.2f %.2f l S" % (x0, self.height - y0, x1, self.height - y1))

    def picture(self):
        """A grey picture over the whole page, as a scanner makes it: all that the page has."""
        self.has_picture = True
        self.drawn.append(b"q %d 0 0 %d 0 0 cm /I Do Q" % (self.width, self.height))


class Paper:
    def __init__(self):
        self.pages = []

    def page(self, size=A4):
        self.pages.append(Page(size))
        return self.pages[-1]

    def pdf(self):
        """The file's bytes."""
        objects = [
            b"<< /Type /Catalog /Pages 2 0 R >>",
            b"<< /Type /Pages /Count %d /Kids [%s] >>" % (
                len(self.pages), b" ".join(b"%d 0 R" % (6 + 2 * i) for i in range(len(self.pages)))),
            b"<< /Type /Font /Subtype /Type1 /BaseFont /Helvetica /Encoding /WinAnsiEncoding >>",
            b"<< /Type /Font /Subtype /Type1 /BaseFont /Helvetica-Bold /Encoding /WinAnsiEncoding >>",
            stream(b"/Type /XObject /Subtype /Image /Width 8 /Height 8 /ColorSpace /DeviceGray /BitsPerComponent 8",
                   bytes(range(192, 256))),
        ]
        for i, page in enumerate(self.pages):
            picture = b" /XObject << /I 5 0 R >>" if page.has_picture else b""
            objects.append(b"<< /Type /Page /Parent 2 0 R /MediaBox [0 0 %d %d] /Contents %d 0 R "
                           b"/Resources << /Font << /P 3 0 R /B 4 0 R >>%s >> >>" % (
                               page.width, page.height, 7 + 2 * i, picture))
            objects.append(stream(b"", b"\n".join(page.drawn)))
        return assemble(objects)

    def save(self, path):
        with open(path, "wb") as file:
            file.write(self.pdf())


def stream(entries, content):
    packed = zlib.compress(content)
    return b"<< %s /Filter /FlateDecode /Length %d >>\nstream\n%s\nendstream" % (entries, len(packed), packed)


def assemble(objects):
    """The objects, numbered from 1, and the table that says where each stands."""
    file, places = b"%PDF-1.4\n", []
    for number, content in enumerate(objects, 1):
        places.append(len(file))
        file += b"%d 0 obj\n%s\nendobj\n" % (number, content)
    table = b"".join(b"%010d 00000 n \n" % place for place in places)
    return file + b"xref\n0 %d\n0000000000 65535 f \n%strailer\n<< /Size %d /Root 1 0 R >>\nstartxref\n%d\n%%%%EOF\n" % (
        len(objects) + 1, table, len(objects) + 1, len(file))
