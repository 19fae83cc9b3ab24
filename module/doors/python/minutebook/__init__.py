"""Minutebook in Python: council packs as data, and the pages of a site.

    import minutebook

    with minutebook.Site("example-site") as site:
        for page in site.pages:
            print(page.route, page.title)
        print(site.content("/"))

Every failure is a minutebook.Error with message, file, line, route and advice. A site never changes while it is open;
several threads may make pages of one site."""

import json
import os
from ctypes import byref, c_void_p, sizeof
from dataclasses import dataclass

from . import library as _library
from .handle import Handle as _Handle
from .library import Error

__all__ = ["Error", "Finding", "Page", "Site", "markdown", "pack", "version"]

_loaded = None


def _lib():
    global _loaded
    if _loaded is None:
        _loaded = _library.load()
    return _loaded


def version():
    """The library's version, such as "0.0.1"."""
    return _lib().mb_version().decode()


def markdown(text):
    """HTML of Markdown with our additions; raw HTML in it shows as text."""
    data = _library.utf8(text, "the Markdown")
    return _library.text_of(_lib(), _lib().mb_markdown, data, len(data)).decode()


def pack(path, dialect=None):
    """The model of one pack, as a dictionary with the fields of the reference page."""
    lib, opened, error = _lib(), c_void_p(), _library.CError()
    options = _library.CPackOptions(sizeof(_library.CPackOptions), _library.option_of(dialect, "the dialect"))
    path = _library.path_of(path, "the path")
    _library.check(lib.mb_pack_open(path, byref(options), byref(opened), byref(error)), error)
    try:
        return json.loads(_library.text_of(lib, lib.mb_pack_json, opened))
    finally:
        lib.mb_pack_close(opened)


@dataclass(frozen=True)
class Page:
    """A page before it is made: its route, the name of its layout, its title, and its meeting's date or ""."""

    route: str
    kind: str
    title: str
    date: str

    @property
    def path(self):
        """The page's file in the published site: "meetings/2025-11-04-roads-panel/index.html"."""
        path = self.route.lstrip("/")
        return path + "index.html" if path == "" or path.endswith("/") else path


@dataclass(frozen=True)
class Finding:
    """What a person should know about the reading; `severity` is "note", "warning" or "error"."""

    severity: str
    code: str
    message: str
    file: str
    line: int


_SEVERITIES = {1: "note", 2: "warning", 3: "error"}


def _finding(one):
    return Finding(_SEVERITIES[one.severity], one.code.decode(), one.message.decode("utf-8", "replace"), os.fsdecode(one.file),
                   one.line)


class Site:
    """The site in a folder that has a site.yaml. `today` is a date as 2025-11-04; `previous` is the same site as it was
    opened before: unchanged packs aren't read again."""

    def __init__(self, folder, today=None, previous=None):
        self._lib, self._pages, self._data = _lib(), None, None
        options = _library.CSiteOptions(sizeof(_library.CSiteOptions), _library.option_of(today, "the day"))
        folder = _library.path_of(folder, "the folder")
        if previous:
            with previous._handle as former:
                options.previous = former
                self._handle = self._opened(folder, options)
        else:
            self._handle = self._opened(folder, options)

    def _opened(self, folder, options):
        site, error = c_void_p(), _library.CError()
        _library.check(self._lib.mb_site_open(folder, byref(options), byref(site), byref(error)), error)
        return _Handle(site, self._lib.mb_site_close, "site")

    def close(self):
        """Gives the site back, once no thread makes a page of it; what was taken from it stays."""
        self._handle.close()

    def __enter__(self):
        return self

    def __exit__(self, *_):
        self.close()

    @property
    def pages(self):
        """All pages, by route."""
        if self._pages is None:
            found = _library.CPage()
            with self._handle as site:
                self._pages = [self._page(site, index, found) for index in range(self._lib.mb_site_route_count(site))]
        return self._pages

    def _page(self, site, index, found):
        self._lib.mb_site_page(site, index, byref(found))
        return Page(*(getattr(found, name).decode() for name in ("route", "kind", "title", "date")))

    def _made(self, function, *arguments):
        with self._handle as site:
            return _library.text_of(self._lib, function, site, *arguments)

    def _render(self, route, form):
        return self._made(self._lib.mb_site_render, _library.path_of(route, "the route"), form).decode()

    def html(self, route):
        """The page as it is published."""
        return self._render(route, _library.HTML_PAGE)

    def content(self, route):
        """The page's HTML without the shell, to put into a page of one's own."""
        return self._render(route, _library.HTML_CONTENT)

    def markdown(self, route):
        """The Markdown that the page's layout wrote."""
        return self._render(route, _library.MARKDOWN_PAGE)

    def _paths(self, function):
        found = []
        with self._handle as site:
            while (path := function(site, len(found))) is not None:
                found.append(os.fsdecode(path))
        return found

    @property
    def files(self):
        """The paths of all that is published: pages, feeds, data, assets."""
        return self._paths(self._lib.mb_site_file)

    def file(self, path):
        """The bytes of one of them."""
        return self._made(self._lib.mb_site_make_file, _library.path_of(path, "the path"))

    def make_ahead(self, contents=(), files=(), jobs=0):
        """Begins to make the contents of these routes, then these files, on threads of the library's: for a program that asks
        for one after the other, and has work of its own between."""
        wanted = [(_library.path_of(route, "the route"), _library.HTML_CONTENT) for route in contents]
        wanted += [(_library.path_of(path, "the path"), _library.ANY_FILE) for path in files]
        requests, error = (_library.CRequest * len(wanted))(*wanted), _library.CError()
        with self._handle as site:
            _library.check(self._lib.mb_site_make_ahead(site, requests, len(wanted), jobs, byref(error)), error)

    @property
    def source_folders(self):
        """The folders whose files make the site, for who watches them."""
        return self._paths(self._lib.mb_site_source_folder)

    @property
    def data(self):
        """Everything that the packs tell together: the type Site of the reference page, as a dictionary."""
        if self._data is None:
            self._data = json.loads(self._made(self._lib.mb_site_json))
        return self._data

    @property
    def findings(self):
        """What the reader found in the packs, pack by pack in the order of their lines."""
        with self._handle as site:
            return [_finding(self._lib.mb_site_finding(site, index).contents)
                    for index in range(self._lib.mb_site_finding_count(site))]
