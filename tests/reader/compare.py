#!/usr/bin/env python3
"""Compares what Minutebook read in a pack with a reference that a person made.

usage: compare.py MODEL.json REFERENCE.json SOURCE.txt [--least CATEGORY=F1]... [--details]

Both readings are told as facts: "item 22 of 17 June holds a motion of Beatrix Thorne's". A fact is found when both
tell it, missed when only the reference does, invented when only the model does. Precision is found / told by the
model, recall is found / told by the reference. A field that the reference has nowhere was not keyed and is not asked
for. Three categories are measured otherwise: `places` (what both readings hold begins on the same line, page and
sheet), and in words `fidelity` (every word of the source stands once in the model's text) and `furniture` (what was
set aside is what the reference sets aside). Case, white space, punctuation and emphasis never matter.

Exits 1 where an F1 is below its bar.
"""
import argparse
import json
import re
import sys
from collections import Counter, defaultdict

START_LETTERS = 24  # a reference quotes about eight words of a contribution; this many letters tell any two apart


def words(text):
    return re.findall(r"[^\W_]+", re.sub(r"</?u>", "", text or "").casefold())


def folded(value):
    """A value as it is compared: letters, digits and the signs that carry meaning; lists and numbers stay apart."""
    if isinstance(value, list):
        return tuple(folded(part) for part in value)
    if isinstance(value, bool) or value is None:
        return value
    return "".join(re.findall(r"[^\W_]|[£%&@]", str(value).casefold()))


def block_words(blocks):
    """Every word of a list of blocks, or of a list's items, which hold items in turn."""
    for block in blocks or []:
        for name in ("number", "marker", "mark", "caption", "text"):
            yield from words(block.get(name))
        yield from block_words(block.get("items"))
        for cell in (block.get("header") or []) + sum(block.get("rows") or [], []):
            yield from words(cell)


# One shape for both readings: a reference quotes its facts, a model holds them within its text.

def minutes_of(meeting):
    """The record of a meeting: an object of its own in a model, the meeting itself in a reference."""
    if "source" in meeting:
        return meeting if meeting["source"] == "minutes" else None
    return meeting.get("minutes")


def start_of(contribution, item):
    if "starts" in contribution:
        return contribution["starts"]
    return item["blocks"][contribution["first_block"]].get("text")


def paragraph_numbers(report):
    if "numbered_paragraphs" in report:
        return report["numbered_paragraphs"]
    return [block["number"] for section in report.get("sections") or [] for block in section.get("blocks") or []
            if block.get("type") == "paragraph" and block.get("number")]


def keyed_in(thing, path=""):
    """The paths of all fields that a reference has somewhere: `meetings`, `meetings.agenda`, `meetings.agenda.time`."""
    if isinstance(thing, list):
        return set().union(*(keyed_in(part, path) for part in thing))
    if not isinstance(thing, dict):
        return set()
    paths = set()
    for name, value in thing.items():
        paths |= {path + name} | keyed_in(value, f"{path}{name}.")
    return paths


class Facts:
    """The facts of one reading, by category."""

    def __init__(self, keyed):
        self.keyed = keyed
        self.of = defaultdict(Counter)
        self.places = defaultdict(list)

    def tell(self, category, *fact):
        self.of[category][tuple(folded(part) for part in fact)] += 1

    def names(self, path, names):
        """Those of the fields that are keyed: all of them where the list was keyed and nothing is in it."""
        empty = path in self.keyed and not any(field.startswith(f"{path}.") for field in self.keyed)
        return [name for name in names.split() if empty or f"{path}.{name}" in self.keyed]

    def tell_each(self, category, path, where, things, names):
        """One fact for each thing, made of the fields that are named."""
        names = self.names(path, names)
        for thing in things or [] if names else []:
            self.tell(category, *where, *(thing.get(name) for name in names))

    def tell_fields(self, category, path, where, thing, names):
        """One fact for each field that says something."""
        for name in self.names(path, names):
            value = (thing or {}).get(name)
            if value not in (None, "", [], False):
                self.tell(category, *where, name, value)

    def place(self, path, thing, *identity):
        """Where a thing stands that `identity` tells from all others."""
        names = self.names(path, "line page sheet")
        self.places[(path, *map(folded, identity))] += [(name, thing.get(name)) for name in names]

    def place_each(self, path, where, things, names):
        for thing in things or []:
            self.place(path, thing, *where, *(thing.get(name) for name in names.split()))


def facts_of(reading, keyed):
    facts = Facts(keyed)
    for name in ("council", "issued"):
        if name in keyed and reading.get(name):
            facts.tell("pack fields", name, reading[name])
    for meeting in reading.get("meetings") or []:
        tell_meeting(facts, meeting)
    for report in reading.get("reports") or []:
        tell_report(facts, report)
    tell_plan(facts, reading)
    facts.tell_each("glossary", "glossary", [], reading.get("glossary"), "term meaning")
    facts.place_each("glossary", [], reading.get("glossary"), "term")
    tell_blocks(facts, reading)
    return facts


def tell_plan(facts, reading):
    for row in reading.get("forward_plan") or []:
        facts.tell("work plan", row.get("date"), row.get("ref"), row.get("title"))
        facts.tell_fields("work plan people", "forward_plan", [row.get("title")], row, "decision_maker director")
        facts.tell_each("work plan people", "forward_plan.authors", [row.get("title")], row.get("authors"),
                        "name phone")
        facts.place("forward_plan", row, row.get("date"), row.get("title"))


def tell_meeting(facts, meeting):
    minutes = minutes_of(meeting)
    which = [meeting.get("date"), "minutes" if minutes else "agenda"]
    facts.tell("meetings", *which)
    facts.place("meetings", meeting, *which)
    facts.tell_fields("meeting fields", "meetings", which, meeting, "body time venue pre_meeting online webcast")
    facts.tell_fields("meeting fields", "meetings.contact", which, meeting.get("contact"), "name role phone email")
    facts.tell_each("members", "meetings.members", which, meeting.get("members"),
                    "name honorific capacity organisation office")
    facts.tell_each("notes", "meetings.notes", which, meeting.get("notes"), "number title")
    facts.place_each("meetings.notes", which, meeting.get("notes"), "number")
    tell_deadlines(facts, which, meeting)
    tell_agenda(facts, which, meeting)
    if minutes:
        tell_minutes(facts, which, minutes)


def tell_deadlines(facts, which, meeting):
    facts.tell_each("deadlines", "meetings.deadlines", which, meeting.get("deadlines"), "purpose rule")
    for deadline in meeting.get("deadlines") or []:
        facts.tell_fields("deadlines", "meetings.deadlines", [*which, deadline.get("purpose")], deadline,
                          "days counting calendar time due")
    facts.place_each("meetings.deadlines", which, meeting.get("deadlines"), "purpose")


def tell_agenda(facts, which, meeting):
    facts.tell_each("agenda items", "meetings.agenda", which, meeting.get("agenda"), "number title")
    facts.place_each("meetings.agenda", which, meeting.get("agenda"), "number")
    for item in meeting.get("agenda") or []:
        facts.tell_fields("agenda fields", "meetings.agenda", [*which, item.get("number")], item,
                          "printed_number time pages to_follow presenters minutes_allotted")
        facts.tell_fields("exempt", "meetings.agenda", [*which, item.get("number")], item, "exempt")


def tell_minutes(facts, which, minutes):
    facts.tell_fields("meeting fields", "meetings", which, minutes, "ended members_of_public")
    facts.tell_each("present", "meetings.present", which, minutes.get("present"),
                    "name honorific capacity organisation office substitute_for")
    for member in minutes.get("present") or []:
        facts.tell_fields("present", "meetings.present", [*which, member.get("name")], member, "online")
    facts.tell_each("in attendance", "meetings.in_attendance", which, minutes.get("in_attendance"),
                    "name honorific role")
    facts.tell_each("minute items", "meetings.items", which, minutes.get("items"), "number title")
    facts.place_each("meetings.items", which, minutes.get("items"), "number")
    for item in minutes.get("items") or []:
        tell_item(facts, [*which, item.get("number")], item)


# What is drawn from a minute item, and the fields that make one fact of it.
DRAWN = {
    "substitutes": "absent substitute",
    "declarations": "name kind reason",
    "motions": "proposer seconder",
    "votes": "result in_favour against abstained",
    "decisions": "verb number text",
}


def tell_item(facts, where, item):
    facts.tell_fields("minute items", "meetings.items", where, item, "agenda_item")
    for name in item.get("apologies") or []:
        facts.tell("apologies", *where, name)
    for category, names in DRAWN.items():
        facts.tell_each(category, f"meetings.items.{category}", where, item.get(category), names)
        facts.place_each(f"meetings.items.{category}", where, item.get(category), names)
    for motion in item.get("motions") or []:
        facts.tell_fields("motions", "meetings.items.motions", [*where, motion.get("proposer")], motion, "outcome")
    for vote in item.get("votes") or []:
        facts.tell_fields("votes", "meetings.items.votes", where, vote, "unanimous")
        for way in facts.names("meetings.items.votes.named", "in_favour against abstained"):
            for name in (vote.get("named") or {}).get(way) or []:
                facts.tell("named votes", *where, way, name)
    for contribution in item.get("contributions") or []:
        start = folded(start_of(contribution, item))[:START_LETTERS]
        facts.tell("contributions", *where, contribution.get("person") or contribution.get("speaker"), start)
        facts.tell("contribution kinds", *where, contribution.get("kind"), start)
        facts.place("meetings.items.contributions", contribution, *where, start)


def tell_report(facts, report):
    which = [report.get("title")]
    facts.tell("reports", report.get("agenda_item"), report.get("kind"), *which)
    facts.place("reports", report, *which, report.get("kind"))
    facts.tell_fields("report fields", "reports", which, report, "pages background_papers")
    facts.tell_fields("report fields", "reports.header", which, report.get("header"),
                      "meeting date forward_plan_reference ward is_public attachments")
    facts.tell_fields("report fields", "reports.contact", which, report.get("contact"), "name role phone email")
    facts.tell_each("sections", "reports.sections", which, report.get("sections"), "number title")
    facts.tell_each("section levels", "reports.sections", which, report.get("sections"), "title level")
    for section in report.get("sections") or []:
        facts.tell_fields("section kinds", "reports.sections", [*which, section.get("title")], section, "kind")
    facts.place_each("reports.sections", which, report.get("sections"), "number title")
    for number in paragraph_numbers(report):
        facts.tell("numbered paragraphs", *which, number)
    facts.tell_each("recommendations", "reports.recommendations", which, report.get("recommendations"),
                    "number label text")
    facts.place_each("reports.recommendations", which, report.get("recommendations"), "number")


# A reference lists what the whole pack has of lists, tables, captions and footnotes; a model holds them in its text.

def blocks_of(thing, kind, passed=("furniture",)):
    """Every block of one type in a model, outside the furniture and other fields that are passed over."""
    if isinstance(thing, dict):
        if thing.get("type") == kind:
            yield thing
        for name, value in thing.items():
            if name not in passed:
                yield from blocks_of(value, kind, passed)
    elif isinstance(thing, list):
        for part in thing:
            yield from blocks_of(part, kind, passed)


def items_of(items, level=1):
    """The items of a model's list with those nested in them: level, marker, text."""
    for item in items or []:
        yield level, item.get("marker"), item.get("text")
        yield from items_of(item.get("items"), level + 1)


def lists_of(reading):
    if "lists" in reading:
        return [list(zip(each["levels"], each["markers"], each["items"])) for each in reading["lists"]]
    return [list(items_of(block.get("items"))) for block in blocks_of(reading, "list")]


def tables_of(reading):
    """Caption, header, rows of each table. A box of labels and values at a paper's head or foot is told by its fields,
    and so are columns of names."""
    if "tables" in reading:
        return [(table.get("caption"), table.get("header") or [], table["cells"]) for table in reading["tables"]]
    tables = list(blocks_of(reading, "table", ("furniture", "front_matter")))
    tables += [block for block in blocks_of(fronts_of(reading), "table")
               if columns_of(block) > 2 and not is_box(block)]
    return [(block.get("caption"), block.get("header") or [], block.get("rows") or []) for block in tables]


def is_box(table):
    rows = [cells for cells in [table.get("header"), *(table.get("rows") or [])] if cells]
    cells = [cell for row in rows for cell in row if cell]
    return (all(row[0].endswith(":") for row in rows)
            or all(cell.startswith(("Councillor ", "Cllr ", "Dr ", "Mr ", "Mrs ", "Ms ")) for cell in cells))


def columns_of(table):
    return max(len(cells) for cells in [table.get("header") or [], *(table.get("rows") or [])])


def fronts_of(thing):
    """The front matter of every document of a model."""
    if isinstance(thing, list):
        return [block for part in thing for block in fronts_of(part)]
    if not isinstance(thing, dict):
        return []
    return (thing.get("front_matter") or []) + [block for part in thing.values() for block in fronts_of(part)]


def tell_blocks(facts, reading):
    if facts.names("lists", "levels"):
        for items in lists_of(reading):
            for item in items:
                facts.tell("lists", items[0][2], *item)
    if facts.names("tables", "cells"):
        for caption, header, rows in tables_of(reading):
            tell_table(facts, caption, header, rows)
    if "captions" in facts.keyed:
        for caption in reading.get("captions") or blocks_of(reading, "caption"):
            facts.tell("captions", caption.get("text"))
            facts.place("captions", caption, caption.get("text"))
    if "footnotes" in facts.keyed:
        for note in reading.get("footnotes") or blocks_of(reading, "note"):
            facts.tell("footnotes", note.get("mark"), note.get("text"))
            facts.place("footnotes", note, note.get("mark"), note.get("text"))


def tell_table(facts, caption, header, rows):
    """One fact for the caption and for each cell: its row begins with `label`, its column is the n-th."""
    which = [next((cell for cell in [*header, *sum(rows, [])] if cell), None)]
    facts.tell_fields("tables", "tables", which, {"caption": caption}, "caption")
    for row, cells in [("header", header), *((cells[0] if cells else None, cells) for cells in rows)]:
        for column, cell in enumerate(cells):
            if cell:
                facts.tell("tables", *which, row, column, cell)


def text_of(model):
    """How often the model's text holds each word; what is drawn from that text (members, decisions) does not count."""
    meetings, reports = model.get("meetings") or [], model.get("reports") or []
    records = [meeting.get("minutes") or {} for meeting in meetings]
    held = Counter(block_words(model.get("furniture")))
    for document in [*meetings, *records, *reports]:
        held.update(block_words(document.get("front_matter")))
        for note in document.get("notes") or []:
            held.update(words(note.get("number")) + words(note.get("title")))
        for part in ("notes", "agenda", "items", "sections"):
            for thing in document.get(part) or []:
                held.update(words(thing.get("printed")))
                held.update(block_words(thing.get("blocks")))
    return held


def furniture_of(reference, source):
    lines = source.split("\n")
    return Counter(word for first, last in reference.get("furniture") or []
                   for line in lines[first - 1:last] for word in words(line))


class Score:
    """How two multisets of facts agree."""

    def __init__(self, wanted, told):
        self.missed, self.invented = wanted - told, told - wanted
        self.found = (wanted & told).total()
        self.wanted, self.told = wanted.total(), told.total()
        self.precision = self.found / self.told if self.told else float(not self.wanted)
        self.recall = self.found / self.wanted if self.wanted else float(not self.told)
        self.f1 = 2 * self.found / (self.wanted + self.told) if self.wanted + self.told else 1.0


def compare(model, reference, source):
    """The scores by category, in the order in which a reading tells its facts."""
    keyed = keyed_in(reference)
    wanted, told = facts_of(reference, keyed), facts_of(model, keyed)
    categories = list(wanted.of) + sorted(told.of.keys() - wanted.of.keys())
    scores = {category: Score(wanted.of[category], told.of[category]) for category in categories}
    if any(wanted.places.values()):
        scores["places"] = places_score(wanted.places, told.places)
    scores["fidelity"] = Score(Counter(words(source)), text_of(model))
    if "furniture" in reference:
        scores["furniture"] = Score(furniture_of(reference, source), Counter(block_words(model.get("furniture"))))
    return scores


def places_score(wanted, told):
    """What only one reading holds is missed or invented in its own category: it has no place to compare."""
    both = wanted.keys() & told.keys()
    return Score(*(Counter((*identity, *fact) for identity in both for fact in places[identity])
                   for places in (wanted, told)))


def mean(scores):
    return sum(score.f1 for score in scores.values()) / len(scores)


def table(scores, details=False):
    yield f"{'category':22}{'precision':>10}{'recall':>8}{'F1':>8}   found/reference/model"
    for category, score in scores.items():
        yield (f"{category:22}{score.precision:10.3f}{score.recall:8.3f}{score.f1:8.3f}"
               f"   {score.found}/{score.wanted}/{score.told}")
        for sign, facts in (("-", score.missed), ("+", score.invented)) if details else ():
            yield from (f"    {sign} {fact}{f' ({count} times)' if count > 1 else ''}" for fact, count in facts.items())
    yield f"{'mean':40}{mean(scores):8.3f}"


def judge(scores, bars, details=False):
    """Prints the scores and names each bar that is not reached; 1 where there is one, else 0."""
    print(*table(scores, details), sep="\n")
    reached_by = {category: score.f1 for category, score in scores.items()} | {"mean": mean(scores)}
    failures = [category for category, least in bars.items() if reached_by.get(category, -1) < least]
    for category in failures:
        f1 = reached_by.get(category)
        reached = "neither reading tells any such fact" if f1 is None else f"F1 is {f1:.3f}"
        print(f"below the bar of {bars[category]:g}: {category}: {reached}")
    return 1 if failures else 0


def bar(text):
    category, _, least = text.rpartition("=")
    return category.strip(), float(least)


def main(arguments):
    parser = argparse.ArgumentParser(description=__doc__.split("\n")[0])
    for name in ("model", "reference", "source"):
        parser.add_argument(name)
    parser.add_argument("--least", metavar="CATEGORY=F1", type=bar, action="append", default=[])
    parser.add_argument("--details", action="store_true", help="also list what was missed (-) and invented (+)")
    given = parser.parse_args(arguments)
    with open(given.model, encoding="utf-8") as model, open(given.reference, encoding="utf-8") as reference, \
            open(given.source, encoding="utf-8", errors="replace") as source:
        scores = compare(json.load(model), json.load(reference), source.read())
    return judge(scores, dict(given.least), given.details)


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
