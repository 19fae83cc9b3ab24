"""The plug-in for Pelican: the pages of a site become pages of the host, in its theme.

    PLUGINS = ["minutebook"]
    MINUTEBOOK = {"site": "council"}     # the folder that has a site.yaml, beside pelicanconf.py

The panels stand in the menu; the others are reached from them. A page's `template` is the host's "page"."""

import os

from pelican import signals
from pelican.contents import Page as HostPage
from pelican.utils import FileSystemWatcher

from minutebook import Error
from minutebook.host import Source, contents, menu, other_files

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


def _host_page(generator, page, content):
    metadata = {"title": page.title, "slug": page.route.strip("/") or "index", "save_as": page.path,
                "url": page.route.lstrip("/"), "kind": page.kind, "council_date": page.date}
    source = os.path.join(generator.settings["PATH"], page.path)
    return HostPage(content, metadata, settings=generator.settings, source_path=source, context=generator.context)


def add_pages(generator):
    """Adds the pages of the site where the host has none of that address."""
    site = _open(generator.settings)
    own = {page.save_as for page in generator.pages + generator.hidden_pages}
    shown = {page.route for page, _ in menu(site)}
    wanted = [page for page in site.pages if page.kind != "not-found" and page.path not in own]
    try:
        made = contents(site, wanted, other_files(site))
    except Error as mistake:
        raise RuntimeError(str(mistake)) from None
    for page in wanted:
        listed = generator.pages if page.route in shown else generator.hidden_pages
        listed.append(_host_page(generator, page, made.pop(page.route)))


def add_files(pelican):
    """Writes feeds, calendars and data beside the pages."""
    site = _sources[_settings(pelican.settings)[0]].site
    for path in other_files(site):
        to = os.path.join(pelican.output_path, path)
        os.makedirs(os.path.dirname(to), exist_ok=True)
        with open(to, "wb") as file:
            file.write(site.file(path))


def _newest(folders, left_out):
    """When a file in the folders last changed, and how many there are: one that went has no time."""
    count, newest = 0, 0.0
    for folder in folders:
        for root, below, files in os.walk(folder):
            below[:] = [name for name in below if name[0] not in "._" and os.path.join(root, name) not in left_out]
            for name in files:
                try:
                    count, newest = count + 1, max(newest, os.stat(os.path.join(root, name)).st_mtime)
                except OSError:
                    pass
    return newest, count


def _site_changes(settings):
    """What Pelican's watcher asks twice a second: whether a file of the site has changed since."""
    folder, _ = _settings(settings)
    left_out = {os.path.abspath(settings[name]) for name in ("OUTPUT_PATH", "PATH", "CACHE_PATH")}
    former = None
    while True:
        source = _sources.get(folder)
        found = _newest(source.site.source_folders if source and source.site else [folder], left_out)
        changed, former = found != former, found
        yield changed


def watch_site(pelican):
    """`pelican --autoreload` watches nothing but its content, its theme and its settings, and asks no plug-in what else."""
    update = FileSystemWatcher.update_watchers

    def update_watchers(watcher, settings):
        update(watcher, settings)
        watcher.watchers.setdefault("council", _site_changes(settings))

    if not getattr(update, "is_ours", False):
        update_watchers.is_ours = True
        FileSystemWatcher.update_watchers = update_watchers


def register():
    signals.initialized.connect(watch_site)
    signals.page_generator_finalized.connect(add_pages)
    signals.finalized.connect(add_files)
