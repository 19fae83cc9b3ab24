"""make_site.py EXAMPLE_SITE FOLDER MEETINGS THEME: a large site of the same kind as the example site, the same each time.

Its packs are the example's under other panels and dates. Each pack has the minutes of its panel's meeting before, as
a council's packs have, so that most meetings are told by two packs."""

import datetime
import os
import random
import sys

PANEL = "Communities, Transport and Learning Scrutiny Panel"
SUBJECTS = [
    "Ageing", "Bridges", "Carers", "Drainage", "Equalities", "Fostering", "Growth", "Housing", "Innovation", "Justice",
    "Kerbs", "Leisure", "Markets", "Nurseries", "Orchards", "Planning", "Quarries", "Regeneration", "Schools", "Tourism",
]

# The one weekday that does not fit its date, and the one that does.
WRONG, RIGHT = "Wednesday, 17th June, 2025", "Tuesday, 17th June, 2025"

# The example's packs: the meeting that each calls, and the earlier one whose minutes it holds.
TEMPLATES = {
    "2025-09-09.txt": (datetime.date(2025, 9, 9), datetime.date(2025, 6, 17)),
    "2025-11-04.txt": (datetime.date(2025, 11, 4), datetime.date(2025, 9, 9)),
}

# A panel's first meeting, and how far apart the next ones are.
FIRST = datetime.date(2005, 1, 10)
FEWEST_DAYS, MOST_DAYS = 35, 70

MEETINGS_OF_A_PANEL = 50


def ordinal(day):
    endings = {1: "st", 2: "nd", 3: "rd"}
    return f"{day}{'th' if 10 < day < 20 else endings.get(day % 10, 'th')}"


def forms(date):
    """A date in the ways in which the example's packs write it."""
    day, month, year = ordinal(date.day), f"{date:%B}", date.year
    written = [f"{date:%A}, {day} {month}, {year}", f"{day} {month}, {year}", f"{day} {month} {year}",
               f"{date.day} {date:%b} {year}"]
    return written + [text.upper() for text in written]


def pack(template, own, before, panel, date, date_before):
    """The template's text with another panel and other dates."""
    changes = [(PANEL, panel), (PANEL.upper(), panel.upper())]
    changes += zip(forms(own), forms(date))
    changes += zip(forms(before), forms(date_before))
    # The marks keep a new date from being taken for an old one.
    for place, (old, _) in enumerate(changes):
        template = template.replace(old, f"\0{place}\0")
    for place, (_, new) in enumerate(changes):
        template = template.replace(f"\0{place}\0", new)
    return template


def panel_names(chance, count):
    names = set()
    while len(names) < count:
        names.add("{}, {} and {} Scrutiny Panel".format(*sorted(chance.sample(SUBJECTS, 3))))
    return sorted(names)


def main(example, folder, meetings, theme):
    chance = random.Random(1)
    packs = os.path.join(folder, "packs")
    os.makedirs(packs)
    with open(os.path.join(folder, "site.yaml"), "w", encoding="utf-8") as file:
        file.write(f"title: Many meetings\ncouncil: Wexcombe and Harle Council\ntheme: {theme}\npacks: packs/*.txt\n")
    templates = []
    for name, dates in TEMPLATES.items():
        with open(os.path.join(example, "packs", name), encoding="utf-8") as file:
            templates.append((file.read().replace(WRONG, RIGHT), *dates))

    for number, panel in enumerate(panel_names(chance, meetings // MEETINGS_OF_A_PANEL)):
        # The first one has no pack of its own: only its minutes are known.
        date = FIRST + datetime.timedelta(days=chance.randrange(365))
        for _ in range(1, MEETINGS_OF_A_PANEL):
            before, date = date, date + datetime.timedelta(days=chance.randint(FEWEST_DAYS, MOST_DAYS))
            with open(os.path.join(packs, f"{number:02}-{date}.txt"), "w", encoding="utf-8") as file:
                file.write(pack(*chance.choice(templates), panel, date, before))


if __name__ == "__main__":
    main(sys.argv[1], sys.argv[2], int(sys.argv[3]), sys.argv[4])
