"""Talks to the program `convert`, which turns any number of texts into HTML."""

import subprocess


class Converter:
    def __init__(self, program):
        self.process = subprocess.Popen([program], stdin=subprocess.PIPE, stdout=subprocess.PIPE)

    def timed(self, flags, markdown):
        """(code, seconds, HTML or message) of `markdown`, a str, by `flags` (see convert.c)."""
        text = markdown.encode()
        self.process.stdin.write(b"%s %d\n" % (flags.encode(), len(text)) + text)
        self.process.stdin.flush()
        code, microseconds, size = self.process.stdout.readline().split()
        return int(code), int(microseconds) / 1e6, self.process.stdout.read(int(size)).decode()

    def __call__(self, flags, markdown):
        """The HTML of `markdown`."""
        code, _, answer = self.timed(flags, markdown)
        if code:
            raise RuntimeError(answer)
        return answer

    def close(self):
        self.process.stdin.close()
        return self.process.wait()
