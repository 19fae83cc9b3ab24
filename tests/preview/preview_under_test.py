"""preview_under_test.py: a preview of the example site that runs while a test changes its files."""

import http.client
import json
import os
import queue
import re
import signal
import subprocess
import threading
import time

from harness import COMMAND
from site_under_test import SiteTest

# What a change takes until it is told, under the slowest sanitizer on a busy machine.
PATIENCE = 20

SCRIPT = re.compile(rb'<script src="/_minutebook/reload\.js" data-edition="\d+"></script>\n'
                    rb'<script src="/_minutebook/inspect\.js"></script>\n')


class Stream:
    """The events that an open page hears."""

    def __init__(self, port, edition):
        self.connection = http.client.HTTPConnection("127.0.0.1", port, timeout=PATIENCE)
        self.connection.request("GET", f"/_minutebook/events?edition={edition}")
        self.answer = self.connection.getresponse()

    def next(self):
        """The number and the data of the next event."""
        fields = {}
        while True:
            line = self.answer.readline().decode()
            if not line:
                raise EOFError("the stream ended")
            name, _, value = line.rstrip("\n").partition(": ")
            fields[name] = value
            if line == "\n" and "id" in fields:
                return int(fields["id"]), fields.get("data", "")

    def close(self):
        self.answer.close()
        self.connection.close()


class PreviewTest(SiteTest):
    options = ()
    under = ()  # the program that watches over it

    def setUp(self):
        super().setUp()
        self.process = None

    def start(self, *options):
        self.process = subprocess.Popen(
            [*self.under, COMMAND, "serve", "site", "--port", "0", "--date", "2025-10-01", "--json", *self.options, *options],
            cwd=self.folder, stdin=subprocess.DEVNULL, stdout=subprocess.PIPE, stderr=subprocess.PIPE)
        self.told = queue.Queue()
        self.listener = threading.Thread(target=self.listen, daemon=True)
        self.listener.start()
        self.addCleanup(self.stop)
        self.port = int(self.wait_for("ready")["address"].rstrip("/").rsplit(":", 1)[1])

    def listen(self):
        for line in self.process.stdout:
            self.told.put(json.loads(line))

    def wait_for(self, name, never=None):
        """The next event of that name; none of the other comes before it."""
        until = time.monotonic() + PATIENCE
        while True:
            event = self.told.get(timeout=max(until - time.monotonic(), 0.001))
            self.assertNotEqual(event["event"], never)
            if event["event"] == name:
                return event

    def told_so_far(self):
        events = []
        while not self.told.empty():
            events.append(self.told.get())
        return events

    def stop(self):
        if not self.process:
            return None
        self.process.send_signal(signal.SIGINT)
        _, said = self.process.communicate(timeout=PATIENCE)
        code, self.process = self.process.returncode, None
        self.assertEqual((code, said), (0, b""))
        return code

    def ask(self, path, method="GET", **headers):
        """The answer's status, headers and body."""
        connection = http.client.HTTPConnection("127.0.0.1", self.port, timeout=PATIENCE)
        connection.putrequest(method, path, skip_host="Host" in headers)
        for name, value in headers.items():
            connection.putheader(name, value)
        connection.endheaders()
        answer = connection.getresponse()
        body = answer.read()
        connection.close()
        return answer.status, answer.headers, body

    def page_now(self, path="/"):
        status, _, body = self.ask(path)
        self.assertEqual(status, 200, body)
        return body.decode()

    def edition(self):
        found = re.search(r'data-edition="(\d+)"', self.ask("/")[2].decode())
        return int(found.group(1))

    def follow(self, edition=None):
        """The stream of a page that is up to date."""
        stream = Stream(self.port, self.edition() if edition is None else edition)
        self.addCleanup(stream.close)
        return stream

    def touch(self, name):
        os.utime(self.path(name))
