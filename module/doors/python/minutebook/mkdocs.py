"""The plug-in for MkDocs: the pages of a site stand among a project's own, in its theme.

    plugins:
      - minutebook:
          site: council        # the folder that has a site.yaml, beside mkdocs.yml

A page of the project that has the same file wins over ours. Without a `nav` the menu has the panels and their meetings."""

import os

from mkdocs.config import config_options
from mkdocs.exceptions import PluginError
from mkdocs.plugins import BasePlugin
from mkdocs.structure.files import File
from mkdocs.structure.toc import get_toc

from . import Error
from .headings import headings_of, tree_of
from .host import Source, menu, other_files


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

    def on_startup(self, *, command, dirty):
        """Having this, the plug-in lives as long as `mkdocs serve` does."""
        self.source = None

    def on_config(self, config):
        folder = os.path.join(os.path.dirname(config["config_file_path"] or "mkdocs.yml"), self.config["site"])
        if not getattr(self, "source", None):
            self.source = Source(folder, self.config["today"] or None)
        try:
            site = self.source.renew()
        except Error as mistake:
            raise PluginError(str(mistake)) from None
        self.pages = {_source_path(page): page for page in site.pages if page.kind != "not-found"}
        self.contents = {}
        if config["nav"] is None and self.config["menu"]:
            config["nav"] = self._menu(site)
        return config

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
        try:
            content = self.source.site.content(ours.route)
        except Error as mistake:
            raise PluginError(str(mistake)) from None
        page.title = ours.title
        page.meta.update(kind=ours.kind, date=ours.date)
        page.toc = get_toc(tree_of(headings_of(content)))
        return content

    def on_post_build(self, config):
        for path in other_files(self.source.site) if self.config["data"] else []:
            to = os.path.join(config["site_dir"], path)
            os.makedirs(os.path.dirname(to), exist_ok=True)
            with open(to, "wb") as file:
                file.write(self.source.site.file(path))

    def on_serve(self, server, config, builder):
        for folder in self.source.site.source_folders:
            server.watch(folder)
        return server
