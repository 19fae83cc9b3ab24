"""The headings of a page's HTML, for the contents lists of hosts."""

from html.parser import HTMLParser


class _Reader(HTMLParser):
    def __init__(self):
        super().__init__()
        self.found, self.inside = [], None

    def handle_starttag(self, tag, attrs):
        name = dict(attrs).get("id")
        if len(tag) == 2 and tag[0] == "h" and tag[1].isdigit() and name:
            self.inside = {"level": int(tag[1]), "id": name, "name": ""}

    def handle_data(self, data):
        if self.inside is not None:
            self.inside["name"] += data

    def handle_endtag(self, tag):
        if self.inside is not None and tag == f"h{self.inside['level']}":
            self.found.append(self.inside)
            self.inside = None


def headings_of(html):
    """The headings that have an id, in order: dictionaries with `level`, `id` and `name`."""
    reader = _Reader()
    reader.feed(html)
    return reader.found


def tree_of(headings):
    """The same as a tree: each has `children`, the headings below it."""
    top, open_ones = [], []
    for heading in headings:
        heading = dict(heading, children=[])
        while open_ones and open_ones[-1]["level"] >= heading["level"]:
            open_ones.pop()
        (open_ones[-1]["children"] if open_ones else top).append(heading)
        open_ones.append(heading)
    return top
