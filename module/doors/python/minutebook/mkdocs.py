"""The plug-in for MkDocs: the pages of a site stand among a project's own, in its theme.

    plugins:
      - minutebook:
          site: council        # the folder that has a site.yaml, beside mkdocs.yml

A page of the project that has the same file wins over ours. Without a `nav` the menu has the panels and their meetings."""

import logging
import os
from html import escape

from mkdocs.config import config_options
from mkdocs.exceptions import PluginError
from mkdocs.plugins import BasePlugin
from mkdocs.structure.files import File
from mkdocs.structure.toc import get_toc

from . import Error
from .headings import headings_of, tree_of
from .host import Source, contents, menu, other_files


log = logging.getLogger("mkdocs.plugins.minutebook")


def _source_path(page):
    """The Markdown file that MkDocs would make this page of: "meetings/…/index.md"."""
    return os.path.splitext(page.path)[0] + ".md"


class MinutebookPlugin(BasePlugin):
    config_scheme = (
        ("site", config_options.Type(str, default="council")),
        ("today", config_options.Type(str, default="")),
        ("menu", config_options.Type(bool, default=True)),
        ("data", config_options.Type(bool, default=True)),
    )

    source, serving = None, False

    def on_startup(self, *, command, dirty):
        """Having this, the plug-in lives as long as `mkdocs serve` does."""
        self.source, self.serving = None, command == "serve"

    def on_config(self, config):
        folder = os.path.join(os.path.dirname(config["config_file_path"] or "mkdocs.yml"), self.config["site"])
        if not self.source:
            self.source = Source(folder, self.config["today"] or None)
        try:
            self.source.renew()
        except Error as mistake:
            self._refuse(mistake)
        site = self.source.site
        self.pages = {_source_path(page): page for page in site.pages if page.kind != "not-found"}
        if config["nav"] is None and self.config["menu"]:
            config["nav"] = self._menu(site)
        return config

    def on_pre_build(self, config):
        """Ahead of MkDocs, which first empties its folder. The pages that the project has itself needn't be there."""
        own = {path for path in self.pages if os.path.exists(os.path.join(config["docs_dir"], path))}
        self.contents = self._made([page for path, page in self.pages.items() if path not in own], self._files())

    def _made(self, pages, files=()):
        try:
            return contents(self.source.site, pages, files, self._told if self.serving else None)
        except Error as mistake:
            raise PluginError(str(mistake)) from None

    def _refuse(self, mistake):
        """A mistake ends the build, but not a server that shows the site as it was: MkDocs would end that too."""
        if not self.serving or not self.source.site:
            raise PluginError(str(mistake)) from None
        log.error(str(mistake))

    def _told(self, mistake):
        """What a server shows instead of the page that has the mistake."""
        log.error(str(mistake))
        return f"<h1>This page can't be made</h1>\n<pre>{escape(str(mistake))}</pre>\n"

    def _menu(self, site):
        entries = []
        for page, below in menu(site):
            if below:
                listed = [{"Panel": _source_path(page)}, *({one.title: _source_path(one)} for one in below)]
                entries.append({page.title: listed})
            else:
                entries.append({page.title: _source_path(page)})
        return entries

    def on_files(self, files, config):
        own = {file.src_path for file in files}
        self.pages = {path: page for path, page in self.pages.items() if path not in own}
        for path in self.pages:
            files.append(File(path, self.source.folder, config["site_dir"], use_directory_urls=True))
        return files

    def on_page_read_source(self, page, config):
        ours = self.pages.get(page.file.src_path)
        if ours is None:
            return None
        page.title = ours.title
        return ""

    def on_page_content(self, html, page, config, files):
        ours = self.pages.get(page.file.src_path)
        if ours is None:
            return html
        made = self.contents if ours.route in self.contents else self._made([ours])
        content = made.pop(ours.route)
        page.title = ours.title
        page.meta.update(kind=ours.kind, date=ours.date)
        page.toc = get_toc(tree_of(headings_of(content)))
        return content

    def on_post_build(self, config):
        for path in self._files():
            to = os.path.join(config["site_dir"], path)
            os.makedirs(os.path.dirname(to), exist_ok=True)
            with open(to, "wb") as file:
                file.write(self._file(path))

    def _files(self):
        return other_files(self.source.site) if self.config["data"] else []

    def _file(self, path):
        try:
            return self.source.site.file(path)
        except Error as mistake:
            self._refuse(mistake)
            return b""

    def on_serve(self, server, config, builder):
        for folder in self.source.site.source_folders:
            server.watch(folder)
        return server
