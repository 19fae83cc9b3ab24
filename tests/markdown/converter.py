"""Talks to the program `convert`, which turns any number of texts into HTML."""

import subprocess


class Converter:
    def __init__(self, program):
        self.process = subprocess.Popen([program], stdin=subprocess.PIPE, stdout=subprocess.PIPE)

    def __call__(self, flags, markdown):
        """The HTML of `markdown`, a str, by `flags` (see convert.c)."""
        text = markdown.encode()
        self.process.stdin.write(b"%s %d\n" % (flags.encode(), len(text)) + text)
        self.process.stdin.flush()
        code, size = self.process.stdout.readline().split()
        answer = self.process.stdout.read(int(size)).decode()
        if code != b"0":
            raise RuntimeError(answer)
        return answer

    def close(self):
        self.process.stdin.close()
        return self.process.wait()
