"""What the library opened, given back once."""

import threading

from .library import Error


class Handle:
    """A pointer of the library's. `with handle as pointer` keeps it open for as long as the block runs, on whatever thread:
    it is given back when it is closed and the last block has ended."""

    def __init__(self, pointer, give_back, what):
        self._pointer, self._give_back, self._what = pointer, give_back, what
        self._lock, self._users, self._closed = threading.Lock(), 0, False

    def __enter__(self):
        with self._lock:
            if self._closed:
                raise Error(f"the {self._what} is closed")
            self._users += 1
        return self._pointer

    def __exit__(self, *_):
        with self._lock:
            self._users -= 1
            self._free()

    def close(self):
        with self._lock:
            self._closed = True
            self._free()

    __del__ = close

    def _free(self):
        if self._closed and not self._users and self._pointer:
            pointer, self._pointer = self._pointer, None
            self._give_back(pointer)
