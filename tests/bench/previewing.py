"""previewing.py BUILD EXAMPLE_SITE [EDITS]: what a save costs in a preview, on the example site and on one of 1,000 packs:
the server's own share (to find the change, to open the site, to make the page) and all of it, from the save to the new
page, which includes the wait for the saving to settle. Then the memory before and after many edits."""

import http.client
import json
import os
import queue
import shutil
import subprocess
import sys
import tempfile
import threading
import time

HERE = os.path.dirname(os.path.abspath(__file__))
ROUNDS = 60
# An event that is due comes within some seconds, also on a machine that has much else to do.
PATIENCE = 60


class Preview:
    def __init__(self, command, site):
        self.site = site
        self.process = subprocess.Popen([command, "serve", site, "--port", "0", "--json", "--date", "2025-10-28", "--cache", ""],
                                        stdout=subprocess.PIPE, stdin=subprocess.DEVNULL, text=True)
        self.lines = queue.SimpleQueue()
        threading.Thread(target=self.read_lines, daemon=True).start()
        address = self.wait_for("ready")["address"]
        self.port = int(address.rstrip("/").rsplit(":", 1)[1])

    def wait_for(self, name):
        while True:
            event = self.next_event(name)
            if event["event"] == name:
                return event

    def next_event(self, wanted):
        try:
            line = self.lines.get(timeout=PATIENCE)
        except queue.Empty:
            self.process.kill()
            sys.exit(f"the preview of {self.site} didn't tell '{wanted}' within {PATIENCE} seconds")
        if not line:
            sys.exit(f"the preview of {self.site} ended before it told '{wanted}'")
        return json.loads(line)

    def read_lines(self):
        for line in self.process.stdout:
            self.lines.put(line)
        self.lines.put("")

    def ask(self, path):
        connection = http.client.HTTPConnection("127.0.0.1", self.port, timeout=PATIENCE)
        connection.request("GET", path)
        body = connection.getresponse().read()
        connection.close()
        return body

    def save(self, name, text, path):
        """Saves a file and asks for the page once the change is told; the server's share and the whole, in seconds."""
        start = time.monotonic()
        with open(os.path.join(self.site, name), "w", encoding="utf-8") as file:
            file.write(text)
        changed = self.wait_for("changed")
        self.ask(path)
        whole = time.monotonic() - start
        return changed["seconds"] + self.wait_for("served")["seconds"], whole

    def memory(self):
        """The megabytes that it holds."""
        with open(f"/proc/{self.process.pid}/statm", encoding="ascii") as file:
            return int(file.read().split()[1]) * os.sysconf("SC_PAGE_SIZE") / 1e6

    def processor(self):
        """The seconds that it has kept a processor busy."""
        with open(f"/proc/{self.process.pid}/stat", encoding="ascii") as file:
            fields = file.read().rsplit(")", 1)[1].split()
        return (int(fields[11]) + int(fields[12])) / os.sysconf("SC_CLK_TCK")

    def end(self):
        self.process.terminate()
        self.process.wait()


def p95(times):
    return sorted(times)[int(len(times) * 0.95)] * 1000


def median(times):
    return sorted(times)[len(times) // 2] * 1000


def layout(number):
    return f"# Edit {number}\n\n% for _, meeting in ipairs(site.meetings) do\n- ${{meeting.date}}\n% end\n"


def measure(command, site, what):
    preview = Preview(command, site)
    for folder in ("layouts", "assets"):
        os.makedirs(os.path.join(site, folder), exist_ok=True)
    name = sorted(os.listdir(os.path.join(site, "packs")))[-1]
    with open(os.path.join(site, "packs", name), encoding="utf-8") as file:
        pack = file.read()
    edits = {
        "a layout": lambda number: preview.save("layouts/home.md", layout(number), "/"),
        "a style": lambda number: preview.save("assets/mine.css", f"/* Edit {number} */\n", "/"),
        "a pack": lambda number: preview.save(f"packs/{name}", pack + f"\nEdit {number}.\n", "/"),
    }
    for edited, edit in edits.items():
        edit(0)
        before = preview.processor()
        own, whole = zip(*(edit(number) for number in range(1, ROUNDS)))
        busy = (preview.processor() - before) / (ROUNDS - 1) * 1000
        print(f"{what}, {edited} saved: own share {p95(own):.1f} ms, until the new page {p95(whole):.0f} ms (p95); "
              f"own share {median(own):.1f} ms (median), {busy:.1f} ms of a processor (mean); load {os.getloadavg()[0]:.1f}")
    preview.end()


def soak(command, site, edits):
    preview = Preview(command, site)
    os.makedirs(os.path.join(site, "layouts"), exist_ok=True)
    marks = []
    for number in range(edits):
        preview.save("layouts/home.md", layout(number), "/")
        if number in (edits // 10, edits // 2, edits - 1):
            marks.append(f"{preview.memory():.1f} MB after {number + 1}")
    print("memory over edits: " + ", ".join(marks))
    preview.end()


def main(build, example, edits="300"):
    command = os.path.join(build, "bin", "minutebook")
    with tempfile.TemporaryDirectory(prefix="minutebook-") as work:
        small, large = os.path.join(work, "example"), os.path.join(work, "large")
        shutil.copytree(example, small, ignore=shutil.ignore_patterns("_site"))
        subprocess.run([sys.executable, "-B", os.path.join(HERE, "make_site.py"), example, large, "1000", "civic"], check=True)
        measure(command, small, "the example site")
        measure(command, large, "1,000 packs")
        soak(command, small, int(edits))


main(*sys.argv[1:])
