"""The plug-in for Pelican: the pages of a site become pages of the host, in its theme.

    PLUGINS = ["minutebook"]
    MINUTEBOOK = {"site": "council"}     # the folder that has a site.yaml, beside pelicanconf.py

The panels stand in the menu; the others are reached from them. A page's `template` is the host's "page"."""

import os

from pelican import signals
from pelican.contents import Page as HostPage

from minutebook import Error
from minutebook.host import Source, menu, other_files

_sources = {}  # by folder: a Pelican that watches makes its plug-ins' generators again with each build


def _settings(settings):
    wanted = settings.get("MINUTEBOOK", {})
    folder = wanted.get("site", "council")
    return os.path.abspath(folder), wanted.get("today")


def _open(settings):
    folder, today = _settings(settings)
    if folder not in _sources:
        _sources[folder] = Source(folder, today)
    try:
        return _sources[folder].renew()
    except Error as mistake:
        raise RuntimeError(str(mistake)) from None


def _host_page(generator, site, page):
    metadata = {"title": page.title, "slug": page.route.strip("/") or "index", "save_as": page.path,
                "url": page.route.lstrip("/"), "kind": page.kind, "council_date": page.date}
    try:
        content = site.content(page.route)
    except Error as mistake:
        raise RuntimeError(str(mistake)) from None
    source = os.path.join(generator.settings["PATH"], page.path)
    return HostPage(content, metadata, settings=generator.settings, source_path=source, context=generator.context)


def add_pages(generator):
    """Adds the pages of the site where the host has none of that address."""
    site = _open(generator.settings)
    own = {page.save_as for page in generator.pages + generator.hidden_pages}
    shown = {page.route for page, _ in menu(site)}
    for page in site.pages:
        if page.kind == "not-found" or page.path in own:
            continue
        (generator.pages if page.route in shown else generator.hidden_pages).append(_host_page(generator, site, page))


def add_files(pelican):
    """Writes feeds, calendars and data beside the pages."""
    site = _sources[_settings(pelican.settings)[0]].site
    for path in other_files(site):
        to = os.path.join(pelican.output_path, path)
        os.makedirs(os.path.dirname(to), exist_ok=True)
        with open(to, "wb") as file:
            file.write(site.file(path))


def register():
    signals.page_generator_finalized.connect(add_pages)
    signals.finalized.connect(add_files)
