"""changes_soak.py: what many edits leave behind: nothing. EDITS says how many; a long soak is done by hand:

    EDITS=10000 MINUTEBOOK=… EXAMPLE_SITE=… PYTHONPATH=tests/command:tests/publish python3 tests/preview/changes_soak.py
"""

import os
import shutil
import socket
import unittest

from preview_under_test import PreviewTest, Stream
from site_under_test import EXAMPLE

EDITS = int(os.environ.get("EDITS", "260"))
# The first edits fill what stays: buffers, and the gaps between them.
WARM = EDITS // 4
# What gaps in the heap come to. A leak of one page's HTML at each edit would be three times as much in the short soak.
MOST_GROWTH = 4.0
ODD_ROUNDS = 100

PACK = "site/packs/2025-11-04.txt"


class Soak(PreviewTest):
    def memory(self):
        """The megabytes that the preview holds."""
        with open(f"/proc/{self.process.pid}/statm", encoding="ascii") as file:
            return int(file.read().split()[1]) * os.sysconf("SC_PAGE_SIZE") / 1e6

    def layout(self, number):
        self.write("site/layouts/home.md", f"# Edit {number}\n\n% for _, meeting in ipairs(site.meetings) do\n"
                                           "- ${meeting.date}\n% end\n")

    def broken_layout(self, number):
        self.write("site/layouts/home.md", f"# Edit {number}\n\n${{site.titel}}\n")

    def layout_that_is_no_lua(self, number):
        self.write("site/layouts/home.md", f"# Edit {number}\n\n% for = 1 do\n")

    def pack(self, number):
        self.write(PACK, self.paper + f"\nEdit {number}.\n")

    def broken_pack(self, number):
        self.write(PACK, f"Edit {number} is not a paper at all.\n")

    def new_pack(self, number):
        self.write("site/packs/new.txt", f"Ponds Panel\n\nDate: Tuesday, 4th March, 2025\n\nAGENDA\n\n- 1. EDIT {number}\n\n")

    def pack_gone(self, number):
        os.remove(self.path("site/packs/new.txt"))

    def style(self, number):
        self.write("site/assets/style.css", f"body {{ margin: {number}px }}\n")

    def broken_site(self, number):
        self.change("site/site.yaml", "theme: plain", f"theme: plaine{number}")

    def site_repaired(self, number):
        self.change("site/site.yaml", f"theme: plaine{number - 1}", "theme: plain")

    kinds = (layout, pack, style, broken_layout, layout, new_pack, broken_pack, layout_that_is_no_lua, layout, pack_gone,
             pack, broken_site, site_repaired)

    def test_memory_stays_level(self):
        shutil.copy(os.path.join(EXAMPLE, "people.yaml"), self.path("site"))
        with open(self.path(PACK), encoding="utf-8") as file:
            self.paper = file.read()
        self.start()
        self.page_now()
        print(f"{self.memory():.1f} MB at the start")
        warm = 0
        for number in range(EDITS):
            self.kinds[number % len(self.kinds)](self, number)
            self.wait_for("changed")
            stream = Stream(self.port, 0)
            stream.next()
            for path in ("/", "/people/", "/_minutebook/trace/"):
                self.ask(path)
            stream.close()
            if number == WARM:
                warm = self.memory()
            if number and number % 1000 == 0:
                print(f"{self.memory():.1f} MB after {number}", flush=True)
        end = self.memory()
        print(f"{warm:.1f} MB after {WARM}, {end:.1f} MB after {EDITS} edits")
        self.assertLess(end - warm, MOST_GROWTH)

    def ask_oddly(self):
        """What no browser asks, with headers of a megabyte among it."""
        for path in ("/%zz", "/../secret", "/nowhere/", "/assets/style.css%00.html", "/" + "a" * 9000):
            self.ask(path)
        self.ask("/", Host="council.example")
        for noise in (b"\0\1\2\r\n\r\n", b"GET / HTTP/1.1\r\nX-Much: " + b"x" * (1 << 20) + b"\r\n\r\n", b"GET / HT"):
            with socket.create_connection(("127.0.0.1", self.port), timeout=30) as client:
                try:
                    client.sendall(noise)
                except ConnectionError:
                    pass

    def test_odd_questions_leave_nothing_behind(self):
        self.start()
        for _ in range(ODD_ROUNDS):
            self.ask_oddly()
        warm = self.memory()
        for _ in range(ODD_ROUNDS):
            self.ask_oddly()
        print(f"{warm:.1f} MB and {self.memory():.1f} MB after as many odd questions again")
        self.assertLess(self.memory() - warm, MOST_GROWTH)


if __name__ == "__main__":
    unittest.main()
