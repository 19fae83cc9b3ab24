"""typeset.py: flows text over the pages of a paper: paragraphs, hanging numbers, tables, heads and feet."""

from paper import A4, wrap, width

LEADING = 1.15  # of a line, in its size; what word processors take


def spans(words, room, size):
    """Words, each with whether it is bold, in lines of spans that have one weight each."""
    lines, used = [[]], 0
    for word, bold in words:
        wide = width(word + " ", size, bold)
        if lines[-1] and used + wide - width(" ", size, bold) > room:
            lines.append([])
            used = 0
        line = lines[-1]
        if line and line[-1][1] == bold:
            line[-1] = (f"{line[-1][0]} {word}", bold)
        else:
            line.append((word, bold))
        used += wide
    return lines


def words_of(text, bold=False):
    """`text` is a string, or a list of runs as the model has them."""
    if isinstance(text, str):
        return [(word, bold) for word in text.split()]
    return [(word, bold or run.get("style") == "strong") for run in text for word in run["text"].split()]


class Typesetter:
    """`foot(page, number)` draws what stands around the text of a page."""

    def __init__(self, paper, foot=None, size=11, left=72, right=72):
        self.paper, self.size = paper, size
        self.left, self.margin = left, right
        self.foot = foot
        self.page = None

    def new_page(self, shape=A4):
        self.page = self.paper.page(shape)
        self.right = self.page.width - self.margin
        self.bottom = self.page.height - 80
        self.y = 72
        if self.foot:
            self.foot(self.page, len(self.paper.pages))

    def need(self, height):
        """Begins a page where so much doesn't fit on this one."""
        if self.y + height > self.bottom:
            self.new_page((self.page.width, self.page.height))

    def space(self, height):
        self.y += height

    def line_of(self, x, line, size):
        for text, bold in line:
            self.page.text(x, self.y, text, size, bold)
            x += width(text + " ", size, bold)

    def paragraph(self, text, x=None, after=12, bold=False, size=None, align="left", label=None, label_x=None, end=None,
                  keep=1):
        """Text in lines; a label (a number, a bullet) hangs beside the first, `end` stands at the first's right end.
        The first `keep` lines stay together with what follows."""
        size = size or self.size
        x = self.left if x is None else x
        room = self.right - x - (width(end, size) + 12 if end else 0)
        for number, line in enumerate(spans(words_of(text, bold), room, size)):
            self.need(size * LEADING * (keep + 1 if number == 0 else 1))
            self.y += size * LEADING
            wide = sum(width(part, size, heavy) for part, heavy in line)
            start = {"left": x, "centre": (self.left + self.right - wide) / 2, "right": self.right - wide}[align]
            self.line_of(start, line, size)
            if number == 0 and label:
                self.page.text(self.left if label_x is None else label_x, self.y, label, size, bold)
            if number == 0 and end:
                self.page.text(self.right - width(end, size), self.y, end, size)
        self.y += after

    def columns(self, columns, after=8):
        """Short texts side by side in columns of the same width, one below the other."""
        wide = (self.right - self.left) / len(columns)
        lines = [[line for text in column for line in wrap(text, wide - 14, self.size)] for column in columns]
        for row in range(max(map(len, lines))):
            self.need(self.size * LEADING)
            self.y += self.size * LEADING
            for number, column in enumerate(lines):
                if row < len(column):
                    self.page.text(self.left + number * wide, self.y, column[row], self.size)
        self.y += after

    def table(self, rows, shares, head=0, ruled=True, size=None, pad=5, after=10, bold=None):
        """Rows of cells, each wrapped in its column. The first `head` rows are bold and stand on every page; `bold`
        says of which columns the cells are. A row of one cell reaches over all columns."""
        size = size or self.size
        widths = self.column_widths(rows, shares, size, pad)
        starts = [self.left + sum(widths[:i]) for i in range(len(widths) + 1)]
        top = True
        for number, row in enumerate(rows):
            lines = self.row_lines(row, starts, size, number < head, bold or (), pad)
            height = max(len(cell) for cell in lines) * size * LEADING + 2 * pad
            if self.y + height > self.bottom:
                self.need(height)
                top = True
                if number >= head:
                    for repeated in rows[:head]:
                        self.draw_row(self.row_lines(repeated, starts, size, True, (), pad), starts, size, pad, ruled,
                                      top, len(repeated))
                        top = False
            self.draw_row(lines, starts, size, pad, ruled, top, len(row))
            top = False
        self.y += after

    def column_widths(self, rows, shares, size, pad):
        """By their shares of the page's width, but none narrower than its longest word: a word processor breaks the
        cell's lines, and lets no word run into the next column."""
        whole, least = self.right - self.left, [0] * len(shares)
        for row in rows:
            for column, cell in enumerate(row if len(row) > 1 else ()):
                words = [width(word, size, True) for word in str(cell or "").split()]
                least[column] = max([least[column], *(word + 3 * pad for word in words)])
        narrow = set()
        while True:
            room = whole - sum(least[column] for column in narrow)
            total = sum(share for column, share in enumerate(shares) if column not in narrow)
            widths = [least[column] if column in narrow else room * share / total
                      for column, share in enumerate(shares)]
            more = {column for column, wide in enumerate(widths) if wide < least[column]} - narrow
            if not more or len(narrow | more) == len(shares):
                return widths
            narrow |= more

    @staticmethod
    def row_lines(row, starts, size, head, bold, pad):
        ends = starts[1:] if len(row) > 1 else starts[-1:]
        return [[line for part in str(cell or "").split("\n")
                 for line in spans(words_of(part, head or column in bold), ends[column] - starts[column] - 2 * pad,
                                   size)]
                for column, cell in enumerate(row)]

    def draw_row(self, lines, starts, size, pad, ruled, top, cells):
        height = max(len(cell) for cell in lines) * size * LEADING + 2 * pad
        first = self.y
        for column, cell in enumerate(lines):
            self.y = first + pad
            for line in cell:
                self.y += size * LEADING
                self.line_of(starts[column] + pad, line, size)
        self.y = first + height
        if not ruled:
            return
        for y in ([first] if top else []) + [self.y]:
            self.page.rule(starts[0], y, starts[-1], y)
        for x in starts if cells > 1 else (starts[0], starts[-1]):
            self.page.rule(x, first, x, self.y)
