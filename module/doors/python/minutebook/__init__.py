"""Minutebook in Python: council packs as data, and the pages of a site.

    import minutebook

    with minutebook.Site("example-site") as site:
        for page in site.pages:
            print(page.route, page.title)
        print(site.content("/"))

Every failure is a minutebook.Error with message, file, line, route and advice. A site never changes while it is open;
several threads may make pages of one site."""

import json
from ctypes import byref, c_void_p, sizeof
from dataclasses import dataclass

from . import library as _library
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
    data = text.encode()
    return _library.text_of(_lib(), _lib().mb_markdown, data, len(data)).decode()


def pack(path, dialect=None):
    """The model of one pack, as a dictionary with the fields of the reference page."""
    lib, opened, error = _lib(), c_void_p(), _library.CError()
    options = _library.CPackOptions(sizeof(_library.CPackOptions), dialect.encode() if dialect else None)
    _library.check(lib.mb_pack_open(_library.path_of(path), byref(options), byref(opened), byref(error)), error)
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


class Site:
    """The site in a folder that has a site.yaml. `today` is a date as 2025-11-04; `previous` is the same site as it was
    opened before: unchanged packs aren't read again."""

    def __init__(self, folder, today=None, previous=None):
        self._lib, self._site, error = _lib(), c_void_p(), _library.CError()
        earlier = previous._open() if previous else None
        options = _library.CSiteOptions(sizeof(_library.CSiteOptions), today.encode() if today else None, 0, None, earlier)
        code = self._lib.mb_site_open(_library.path_of(folder), byref(options), byref(self._site), byref(error))
        _library.check(code, error)
        self._pages = self._data = None

    def _open(self):
        if not self._site:
            raise Error("the site is closed")
        return self._site

    def close(self):
        """Gives the site back; what was taken from it stays."""
        site, self._site = self._site, None
        if site:
            self._lib.mb_site_close(site)

    def __enter__(self):
        return self

    def __exit__(self, *_):
        self.close()

    def __del__(self):
        if getattr(self, "_site", None):
            self.close()

    @property
    def pages(self):
        """All pages, by route."""
        if self._pages is None:
            site, found = self._open(), _library.CPage()
            self._pages = []
            for index in range(self._lib.mb_site_route_count(site)):
                self._lib.mb_site_page(site, index, byref(found))
                self._pages.append(Page(*(getattr(found, name).decode() for name in ("route", "kind", "title", "date"))))
        return self._pages

    def _render(self, route, form):
        return _library.text_of(self._lib, self._lib.mb_site_render, self._open(), _library.path_of(route), form).decode()

    def html(self, route):
        """The page as it is published."""
        return self._render(route, _library.HTML_PAGE)

    def content(self, route):
        """The page's HTML without the shell, to put into a page of one's own."""
        return self._render(route, _library.HTML_CONTENT)

    def markdown(self, route):
        """The Markdown that the page's layout wrote."""
        return self._render(route, _library.MARKDOWN_PAGE)

    def _list(self, function):
        site, index = self._open(), 0
        while (text := function(site, index)) is not None:
            yield text.decode()
            index += 1

    @property
    def files(self):
        """The paths of all that is published: pages, feeds, data, assets."""
        return list(self._list(self._lib.mb_site_file))

    def file(self, path):
        """The bytes of one of them."""
        return _library.text_of(self._lib, self._lib.mb_site_make_file, self._open(), _library.path_of(path))

    @property
    def source_folders(self):
        """The folders whose files make the site, for who watches them."""
        return list(self._list(self._lib.mb_site_source_folder))

    @property
    def data(self):
        """Everything that the packs tell together: the type Site of the reference page, as a dictionary."""
        if self._data is None:
            self._data = json.loads(_library.text_of(self._lib, self._lib.mb_site_json, self._open()))
        return self._data

    @property
    def findings(self):
        """What the reader found in the packs, pack by pack in the order of their lines."""
        site = self._open()
        found = (self._lib.mb_site_finding(site, i).contents for i in range(self._lib.mb_site_finding_count(site)))
        return [Finding(_SEVERITIES[one.severity], one.code.decode(), one.message.decode(), one.file.decode(), one.line)
                for one in found]
