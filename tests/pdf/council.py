"""council.py: lays a pack out as a council's PDF, from what was read in its text: front sheet, agenda, minutes, reports
with their heads, work plan on its side; with page numbers, running feet and the stamps of agenda items."""

import re

from paper import A4, Paper, width
from typeset import Typesetter

LANDSCAPE = (A4[1], A4[0])
MONTHS = "January February March April May June July August September October November December".split()


class Style:
    """What councils do differently. `number` and `text` are where numbers and what they number begin; `pages` is whether
    the page range of an agenda item stands at the line's right end; `columns` whether those present stand in columns;
    `label` is the label of an attendance list."""

    def __init__(self, name, number=72, text=108, pages=False, columns=0, ruled=True, size=11):
        self.name, self.number, self.text = name, number, text
        self.pages, self.columns, self.ruled, self.size = pages, columns, ruled, size


STYLES = (Style("hanging"), Style("margin", number=56, text=104, pages=True, columns=3, ruled=False, size=10.5))


def long_date(date):
    year, month, *day = date.split("-")
    return " ".join([str(int(day[0])) if day else "", MONTHS[int(month) - 1], year]).strip()


def short_date(date):
    year, month, *day = date.split("-")
    return " ".join([str(int(day[0])) if day else "", MONTHS[int(month) - 1][:3], year]).strip()


def ordinal_date(date):
    year, month, day = date.split("-")
    number = int(day)
    ending = "th" if 10 < number < 14 else {1: "st", 2: "nd", 3: "rd"}.get(number % 10, "th")
    return f"{number}{ending} {MONTHS[int(month) - 1]} {year}"


def runs_of(block):
    return block.get("runs") or block.get("text") or ""


def words_in(block):
    return " ".join(filter(None, (block.get("number"), block.get("text"))))


class Layout:
    def __init__(self, model, style):
        self.model, self.style = model, style
        self.paper = Paper()
        self.stamp = None  # the agenda item that the next page is stamped with
        self.title = None  # of the paper, for the foot
        self.set = Typesetter(self.paper, self.foot, style.size, left=style.number)

    # --- around the text

    def foot(self, page, number):
        if self.stamp:
            words = f"Agenda Item {self.stamp}"
            page.text(page.width - 56 - width(words, 12, True), 40, words, 12, True)
            self.stamp = None
        if self.title:
            page.text((page.width - width(self.title, 9)) / 2, page.height - 52, self.title, 9)
        words = f"Page {number}"
        page.text((page.width - width(words, 11)) / 2, page.height - 32, words, 11)

    def begin(self, title=None, stamp=None, shape=A4):
        self.title, self.stamp = title, stamp
        self.set.new_page(shape)

    # --- blocks

    def blocks(self, blocks, x):
        for block in blocks or []:
            self.block(block, x)

    def block(self, block, x):
        if block["type"] == "table":
            self.table(block)
        elif block["type"] == "list":
            self.list(block["items"], x)
        elif block.get("number"):
            self.set.paragraph(runs_of(block), self.style.text, label=block["number"], label_x=self.style.number)
        elif block["type"] == "note":
            self.set.paragraph(f"{block['mark']} {block['text']}", x, size=9)
        else:
            self.set.paragraph(runs_of(block), x)

    def list(self, items, x, depth=0):
        for item in items:
            marker = item.get("marker") or ("•" if depth == 0 else "o")
            self.set.paragraph(runs_of(item), x + 40, after=3, label=marker, label_x=x + 20)
            self.list(item.get("items") or [], x + 20, depth + 1)
        if depth == 0:
            self.set.space(5)

    def table(self, block):
        rows = ([block["header"]] if block.get("header") else []) + block["rows"]
        columns = max(map(len, rows))
        rows = [row + [""] * (columns - len(row)) for row in rows]
        shares = [min(max(max(width(word, self.style.size) + 14 for word in cell.split() or [""]),
                          width(cell, self.style.size) + 14, 50) if cell else 50 for cell in column)
                  and max(min(max(width(cell, self.style.size) for cell in column) + 14, 240), 50)
                  for column in zip(*rows)]
        self.set.table(rows, shares, head=int(bool(block.get("header"))), ruled=self.style.ruled)

    # --- the front sheet and the agenda

    def front_sheet(self, meeting):
        self.begin()
        first = (meeting["notes"] or meeting["agenda"])[0]["line"]
        blocks = [block for block in meeting["front_matter"] if block["line"] < first]
        names = 0
        while blocks:
            block = blocks.pop(0)
            # A line of its own, and no paragraph; labels stand apart.
            below = blocks and blocks[0]["line"] == block["line"] + 1 and ":" not in words_in(block)
            field = re.match(r"(Date|Time|Venue): *(.*)", block.get("text") or "")
            if field:
                self.set.paragraph(field[2] or words_in(blocks.pop(0)), 150, label=f"{field[1]}:")
            elif names < 2 and block["type"] == "paragraph" and ":" not in words_in(block):
                self.set.paragraph(words_in(block), size=16 - 2 * names, bold=True, after=0 if below else 16)
                names += 0 if below else 1
            elif below and block["type"] == "paragraph":
                self.set.paragraph(runs_of(block), self.style.number, after=0)
            else:
                self.block(block, self.style.number)

    def notes(self, meeting):
        if not meeting["notes"]:
            return
        self.begin()
        self.set.paragraph("NOTES:", bold=True)
        for note in meeting["notes"]:
            self.set.paragraph(note["title"] or "", self.style.text, bold=True, after=10, label=f"{note['number']}.",
                               label_x=self.style.number)
            self.blocks(note["blocks"], self.style.text)

    def agenda(self, meeting):
        self.begin()
        items = meeting["agenda"]
        first = meeting["notes"][-1]["line"] if meeting["notes"] else items[0]["line"]
        for block in meeting["front_matter"]:
            if first < block["line"] < items[0]["line"]:
                self.set.paragraph(words_in(block), bold=True, align="centre")
        for item in items:
            self.agenda_item(item)
        for block in meeting["front_matter"]:
            if block["line"] > items[-1]["line"]:
                self.block(block, self.style.number)

    def agenda_item(self, item):
        printed = re.sub(r"^(- )?(%s\.? )?" % re.escape(item["printed_number"] or ""), "", item["printed"])
        end = None
        if self.style.pages and item.get("pages"):
            printed = re.sub(r" ?\(Pages .*?\)| ?(Pages )?\d+ ?[-–] ?\d+$", "", printed)
            end = "{} - {}".format(*item["pages"])
        self.set.paragraph(printed, self.style.text, bold=True, after=11, label=f"{item['number']}.",
                           label_x=self.style.number, end=end, keep=2)
        self.blocks(item["blocks"], self.style.text)

    # --- the minutes

    def minutes(self, meeting):
        minutes = meeting["minutes"]
        title = f"{meeting['body']}- {long_date(meeting['date'])}"
        self.begin(title, self.item_of_minutes())
        first, last = minutes["items"][0]["line"], minutes["items"][-1]["line"]
        self.attendance(minutes, first)
        for item in minutes["items"]:
            printed = item["title"]
            if item["number"]:
                self.set.paragraph(printed, self.style.text, bold=True, after=11, label=item["number"],
                                   label_x=self.style.number, keep=2)
            else:
                self.set.paragraph(printed, self.style.text, bold=True, after=11, keep=2)
            self.blocks(item["blocks"], self.style.text)
        for block in minutes["front_matter"]:
            if block["line"] > last:
                self.block(block, self.style.number)

    def item_of_minutes(self):
        """The agenda item that confirms them, whose stamp their first page has."""
        items = [item for meeting in self.model["meetings"] for item in meeting["agenda"]
                 if "MINUTES" in (item["title"] or "").upper()]
        return items[0]["number"] if items else None

    def attendance(self, minutes, first):
        """The head of the minutes: as it is told, or with those present in columns."""
        for block in minutes["front_matter"]:
            if block["line"] > first:
                continue
            text = block.get("text") or ""
            if text.isupper() or re.search(r"^\w+day, \d", text):
                self.set.paragraph(text, bold=True, align="centre")
            elif self.style.columns and re.match("Present.*,", text):
                self.people("PRESENT", [p for p in minutes["present"] if p.get("capacity") in ("councillor", None)])
            else:
                self.block(block, self.style.number)

    def people(self, label, people):
        self.set.paragraph(f"{label}:", bold=True, after=4)
        names = ["Councillor {}{}{}".format(person["name"], f" ({person['office']})" if person.get("office") else "",
                                  f" (in place of {person['substitute_for']})" if person.get("substitute_for") else "")
                 for person in people]
        rows = -(-len(names) // self.style.columns)
        self.set.columns([names[i * rows:(i + 1) * rows] for i in range(self.style.columns)])

    # --- reports

    def report(self, report):
        if self.holds_plan(report):
            self.work_plan(report)
            return
        self.begin(stamp=report.get("agenda_item"))
        first = report["sections"][0]["line"] if report["sections"] else 10 ** 9
        header = report.get("header") or {}
        if header.get("meeting") or header.get("forward_plan_reference"):
            self.report_head(report, header)
        else:
            self.blocks([block for block in report["front_matter"] if block["line"] < first], self.style.number)
        for section in report["sections"]:
            self.section(section)
        self.contact(report)

    def holds_plan(self, report):
        """Whether the work plan's rows stand in this paper: it is the last to begin before them."""
        plan = self.model["forward_plan"]
        before = [one["line"] for one in self.model["reports"] if plan and one["line"] <= plan[0]["line"]]
        return bool(before) and report["line"] == max(before)

    def report_head(self, report, header):
        self.set.paragraph(self.model["council"] or "Wexcombe and Harle Council", bold=True, align="centre", size=13, after=10)
        date = ordinal_date(header["date"]) if header.get("date") else ""
        reference = header.get("forward_plan_reference")
        self.set.table([["MEETING:", header.get("meeting")]], (1, 3.2), after=0, bold=(0,))
        if reference:
            self.set.table([["MEETING DATE:", date, "FORWARD PLAN REFERENCE:", reference]], (1, 1.2, 1, 1), after=0,
                           bold=(0, 2))
        else:
            self.set.table([["MEETING DATE:", date]], (1, 3.2), after=0, bold=(0,))
        rows = [["TITLE:", report["title"]]]
        if header.get("ward"):
            rows.append(["WARD:", header["ward"]])
        self.set.table(rows, (1, 3.2), after=0, bold=(0,))
        last = [["AN OPEN PUBLIC ITEM"]] if header.get("is_public") else []
        if header.get("attachments"):
            last.append(["List of attachments to this report:\n" + "\n".join(header["attachments"])])
        if last:
            self.set.table(last, (1,), after=16)

    def section(self, section):
        if section["title"] and section["number"]:
            self.set.paragraph(section["title"], self.style.text, bold=True, after=11, label=section["number"],
                               label_x=self.style.number, keep=2)
        elif section["title"]:
            self.set.paragraph(section["title"], bold=True, after=11, keep=2)
        self.blocks(section["blocks"], self.style.text)

    def contact(self, report):
        contact = report.get("contact") or {}
        rows = []
        if contact.get("name"):
            who = ", ".join(filter(None, (contact["name"], contact.get("role"))))
            rows.append(["Contact person", " ".join(filter(None, (who, contact.get("phone"), contact.get("email"))))])
        if report.get("background_papers"):
            rows.append(["Background papers", report["background_papers"]])
        if rows:
            self.set.table(rows, (1, 3), bold=(0,))
            self.set.paragraph("Please ask the contact person if you need this report in another format")

    # --- the work plan

    def work_plan(self, report):
        self.begin(stamp=report.get("agenda_item"))
        cells = " ".join(" ".join(filter(None, (
            entry["date"], short_date(entry["date"]) if entry["date"] else None, entry["ref"],
            entry["decision_maker"], entry["title"], entry["director"],
            *(f"{a['name']} {a['phone']}" for a in entry["authors"])))) for entry in self.model["forward_plan"])
        known = set(re.findall(r"\w+", (cells + " Ref Date Decision Maker s Title Report Author Contact Director Lead Tel "
                                        "FUTURE ITEMS " + " ".join(f"{n}TH" for n in range(32))).casefold()))
        rest = []
        for block in report["front_matter"]:
            self.set.paragraph(words_in(block), bold=True, align="centre")
        for section in report["sections"]:
            for block in section["blocks"]:
                if block["type"] == "table":
                    continue
                words = set(re.findall(r"\w+", block.get("text", "").casefold()))
                if words <= known or re.fullmatch(r"\d+\w\w [A-Z]+ \d{4}", block.get("text", "")):
                    continue
                (rest if block["line"] > self.model["forward_plan"][0]["line"] else [block]).append(block)
                if block["line"] <= self.model["forward_plan"][0]["line"]:
                    self.set.paragraph(runs_of(block))
        self.begin(shape=LANDSCAPE)
        self.set.table(self.plan_rows(), (1, 1.5, 2.6, 1.5, 1.5), head=1, size=10)
        for block in rest:
            self.set.paragraph(runs_of(block))

    def plan_rows(self):
        rows, last = [["Ref\nDate", "Decision\nMaker/s", "Title", "Report Author\nContact", "Director Lead"]], None
        for entry in self.model["forward_plan"]:
            date = entry["date"]
            if date != last:
                heading = "FUTURE ITEMS" if not date else long_date(date).upper()
                rows.append([heading])
                last = date
            authors = "\n".join(a["name"] + (f"\nTel: {a['phone']}" if a.get("phone") else "")
                                for a in entry["authors"])
            rows.append(["\n".join(filter(None, (short_date(date) if date else None, entry["ref"]))),
                         entry["decision_maker"], entry["title"], authors, entry["director"]])
        return rows


def lay_out(model, style):
    """The PDF's bytes of a pack, by its model."""
    layout = Layout(model, style)
    things = [(meeting["line"], "meeting", meeting) for meeting in model["meetings"]]
    things += [(report["line"], "report", report) for report in model["reports"]]
    for _, kind, thing in sorted(things, key=lambda thing: thing[0]):
        if kind == "report":
            layout.report(thing)
        elif thing["minutes"]:
            layout.minutes(thing)
        else:
            layout.front_sheet(thing)
            layout.notes(thing)
            layout.agenda(thing)
    return layout.paper.pdf()
