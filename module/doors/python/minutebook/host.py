"""What the plug-ins for the different hosts share: a site that is opened again with every build, and its menu."""

import os

from . import Error, Site


class Source:
    """A site for a host that builds again and again."""

    def __init__(self, folder, today=None):
        self.folder, self.today = os.path.normpath(folder), today
        self.site = None

    def renew(self):
        """Opens the site as it is now; packs that are as they were aren't read again. The former one is closed."""
        former, self.site = self.site, Site(self.folder, self.today, self.site)
        if former:
            former.close()
        return self.site


def contents(site, pages, files, instead=None):
    """The content of each page, by its route, made on all processors; and then the files are, until somebody asks. A host
    takes them ahead of what it writes, so that a mistake in a layout leaves what is published. `instead` makes the content
    of a page from the mistake in it; without it the first is raised."""
    site.make_ahead((page.route for page in pages), files)
    made = {}
    for page in pages:
        try:
            made[page.route] = site.content(page.route)
        except Error as mistake:
            if not instead:
                raise
            made[page.route] = instead(mistake)
    return made


def menu(site):
    """The pages that a menu shows: the home page, then each panel with its meetings, the newest first.

    A list of (page, pages below it)."""
    by_route = {page.route: page for page in site.pages}
    shown = [(by_route["/"], [])] if "/" in by_route else []
    for panel in site.data["panels"]:
        page = by_route.get(f"/panels/{panel['id']}/")
        meetings = [by_route.get(f"/meetings/{meeting}/") for meeting in reversed(panel["meetings"])]
        if page:
            shown.append((page, [meeting for meeting in meetings if meeting]))
    return shown


def other_files(site):
    """What is published besides pages and a theme's assets: feeds, calendars, data."""
    pages = {page.path for page in site.pages}
    return [path for path in site.files if path not in pages and not path.startswith("assets/")]
