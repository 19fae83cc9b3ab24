"""pages.py SITE FORMAT ROUTE…: makes pages of a site, each with a NUL behind it."""

import sys

import minutebook

folder, form, *routes = sys.argv[1:]
with minutebook.Site(folder) as site:
    for route in routes:
        sys.stdout.buffer.write(getattr(site, form)(route).encode() + b"\0")
