"""The C interface as ctypes sees it: minutebook.h says what each function does."""

import ctypes.util
import os
from ctypes import CDLL, POINTER, Structure, byref, c_char, c_char_p, c_int, c_size_t, c_uint, c_uint32, c_void_p, string_at

ABI_VERSION = 0
HTML_PAGE, MARKDOWN_PAGE, PAGE_FILES, PAGE_TRACE, HTML_CONTENT, ANY_FILE = range(6)


class CError(Structure):
    _fields_ = [("code", c_int), ("line", c_uint32), ("column", c_uint32), ("file", c_char * 512),
                ("route", c_char * 256), ("pack", c_char * 512), ("pack_line", c_uint32), ("message", c_char * 1024),
                ("advice", c_char * 512), ("trace", c_char * 1024)]


class CFinding(Structure):
    _fields_ = [("severity", c_int), ("code", c_char_p), ("message", c_char_p), ("file", c_char_p), ("line", c_uint32),
                ("page", c_uint32), ("sheet", c_uint32), ("correction", c_char_p), ("corrections", c_char_p)]


class CPage(Structure):
    _fields_ = [("route", c_char_p), ("kind", c_char_p), ("title", c_char_p), ("date", c_char_p)]


class CSiteOptions(Structure):
    _fields_ = [("size", c_size_t), ("today", c_char_p), ("jobs", c_uint), ("cache", c_char_p), ("previous", c_void_p),
                ("problem", c_void_p), ("context", c_void_p)]


class CPackOptions(Structure):
    _fields_ = [("size", c_size_t), ("dialect", c_char_p), ("dialects", c_char_p), ("cache", c_char_p),
                ("corrections", c_char_p)]


class CRequest(Structure):
    _fields_ = [("name", c_char_p), ("format", c_int)]


_text = [POINTER(c_void_p), POINTER(c_size_t), POINTER(CError)]  # what a function that gives a text ends with

# name: (result, parameters)
_functions = {
    "mb_abi_version": (c_uint32, []),
    "mb_version": (c_char_p, []),
    "mb_free": (None, [c_void_p]),
    "mb_markdown": (c_int, [c_char_p, c_size_t, *_text]),
    "mb_pack_open": (c_int, [c_char_p, POINTER(CPackOptions), POINTER(c_void_p), POINTER(CError)]),
    "mb_pack_close": (None, [c_void_p]),
    "mb_pack_json": (c_int, [c_void_p, *_text]),
    "mb_site_open": (c_int, [c_char_p, POINTER(CSiteOptions), POINTER(c_void_p), POINTER(CError)]),
    "mb_site_close": (None, [c_void_p]),
    "mb_site_json": (c_int, [c_void_p, *_text]),
    "mb_site_route_count": (c_size_t, [c_void_p]),
    "mb_site_page": (c_int, [c_void_p, c_size_t, POINTER(CPage)]),
    "mb_site_render": (c_int, [c_void_p, c_char_p, c_int, *_text]),
    "mb_site_file": (c_char_p, [c_void_p, c_size_t]),
    "mb_site_file_origin": (c_char_p, [c_void_p, c_size_t]),
    "mb_site_make_file": (c_int, [c_void_p, c_char_p, *_text]),
    "mb_site_make_ahead": (c_int, [c_void_p, POINTER(CRequest), c_size_t, c_uint, POINTER(CError)]),
    "mb_site_source_folder": (c_char_p, [c_void_p, c_size_t]),
    "mb_site_finding_count": (c_size_t, [c_void_p]),
    "mb_site_finding": (POINTER(CFinding), [c_void_p, c_size_t]),
}


class Error(Exception):
    """What went wrong, where, and what to do about it."""

    def __init__(self, message, code=0, file="", line=0, column=0, route="", pack="", pack_line=0, advice="", trace=""):
        super().__init__(message)
        self.message, self.code = message, code
        self.file, self.line, self.column, self.route = file, line, column, route
        self.pack, self.pack_line, self.advice, self.trace = pack, pack_line, advice, trace

    def __str__(self):
        place = ":".join(str(part) for part in (self.file, self.line, self.column) if part)
        first = f"{place}: {self.message}" if place else self.message
        more = [f"on the page {self.route}" if self.route else "",
                f"from {self.pack}:{self.pack_line}" if self.pack else "", self.advice]
        return "\n".join([first, *(line for line in more if line)])


def _words(text):
    return text.decode("utf-8", "replace")


def check(code, error):
    """Raises the error that the library describes."""
    if code:
        raise Error(_words(error.message), code, _words(error.file), error.line, error.column, _words(error.route),
                    _words(error.pack), error.pack_line, _words(error.advice), _words(error.trace))


def _bytes_of(text, what, encode):
    try:
        found = encode(text)
    except UnicodeEncodeError:
        raise Error(f"{what} {text!r} can't be written in UTF-8") from None
    return found


def _ending_at_nul(data, text, what):
    if b"\0" in data:
        raise Error(f"a NUL stands in {what} {text!r}")
    return data


def utf8(text, what):
    """A text for the library."""
    return _bytes_of(text, what, str.encode)


def path_of(text, what):
    """A path or route for the library, which ends texts at a NUL."""
    return _ending_at_nul(_bytes_of(text, what, os.fsencode), text, what)


def option_of(text, what):
    """The text of an option, which ends at a NUL too; None where it isn't given."""
    return None if text is None else _ending_at_nul(utf8(text, what), text, what)


def load():
    """The shared library: where MINUTEBOOK_LIBRARY says, else where the system has it."""
    path = os.environ.get("MINUTEBOOK_LIBRARY") or ctypes.util.find_library("minutebook")
    if not path:
        raise Error("the library libminutebook isn't installed",
                    advice="Install it, or name its file in the environment variable MINUTEBOOK_LIBRARY.")
    try:
        found = CDLL(path)
        for name, (result, parameters) in _functions.items():
            function = getattr(found, name)
            function.restype, function.argtypes = result, parameters
    except (OSError, AttributeError) as mistake:
        raise Error(f"{path} is no libminutebook of this version: {mistake}",
                    advice="Install the library and this package in the same version.") from None
    if found.mb_abi_version() != ABI_VERSION:
        raise Error(f"{path} has the interface {found.mb_abi_version()}, and this package needs {ABI_VERSION}",
                    advice="Install the library and this package in the same version.")
    return found


def text_of(library, function, *arguments):
    """Calls a function that gives a text, and takes the text over."""
    out, size, error = c_void_p(), c_size_t(), CError()
    check(function(*arguments, byref(out), byref(size), byref(error)), error)
    try:
        return string_at(out, size.value)
    finally:
        library.mb_free(out)
