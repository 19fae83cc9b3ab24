# A site of Pelican that has the council's pages among its own: pip install minutebook, then
# pelican -s pelicanconf.py
SITENAME = "Wexcombe and Harle residents"
TIMEZONE = "Europe/London"
PATH = "content"
THEME = "simple"
THEME_TEMPLATES_OVERRIDES = ["templates"]
FEED_ALL_ATOM = CATEGORY_FEED_ATOM = TRANSLATION_FEED_ATOM = AUTHOR_FEED_ATOM = AUTHOR_FEED_RSS = None

PLUGINS = ["minutebook"]
MINUTEBOOK = {"site": "../.."}
