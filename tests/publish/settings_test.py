"""settings_test.py: what a theme lets the owner of a site set."""

import unittest

from harness import CommandTest

THEME = """name: Mine
base: plain
settings:
  accent: {type: colour, default: "#0b4f5c", help: The colour of the band.}
  shown: {type: integer, default: 4, help: "How many: at most."}
  order: {type: choice, choices: [newest, oldest], default: newest, help: Which come first.}
  note: {type: string, default: "", help: A note at the end.}
  search: {type: boolean, default: true, help: Whether there is a search.}
"""

LAYOUT = """% for name, value in pairs(settings) do
- ${name} = ${tostring(value)} (${math.type(value) or type(value)})
% end
"""


class Settings(CommandTest):
    def setUp(self):
        super().setUp()
        self.write("site/themes/mine/theme.yaml", THEME)
        self.write("site/themes/mine/layouts/home.md", LAYOUT)
        self.site("")

    def site(self, settings):
        self.write("site/site.yaml", "title: T\ntheme: mine\n" + settings)

    def home(self):
        return self.run_command("render", "site", "/", "--markdown")

    def refused(self, message):
        self.assert_refused(self.home(), 1, message)

    def test_a_setting_has_the_themes_value_until_the_owner_says_another(self):
        values = ["accent = \\#0b4f5c (string)", "note =  (string)", "order = newest (string)",
                  "search = true (boolean)", "shown = 4 (integer)"]
        self.assertEqual(self.home().out, "".join(f"- {value}\n" for value in values))
        self.site("settings:\n  shown: -12\n  search: false\n  note: 42\n")
        said = self.home().out
        for value in ("shown = \\-12 (integer)", "search = false (boolean)", "note = 42 (string)"):
            self.assertIn(value, said)

    def test_a_name_that_the_theme_has_not_is_a_mistake_with_a_suggestion(self):
        self.site("settings:\n  shwn: 3\n")
        self.refused("site/site.yaml:4:3: the theme has no setting 'shwn'\n  did you mean 'shown'?")
        self.site("settings:\n  tree: 3\n")
        self.refused("site/site.yaml:4:3: the theme has no setting 'tree'\n"
                     "  its settings are accent, shown, order, note, search")

    def test_a_value_of_another_type_is_a_mistake(self):
        for name, value, wanted in (("shown", "many", "wants a whole number, such as 4"),
                                    ("shown", "4.5", "wants a whole number, such as 4"),
                                    ("search", "yes", "wants true or false"),
                                    ("accent", "blue", "wants a colour such as '#0b4f5c', in quotes"),
                                    ("order", "newst", "wants one of its choices")):
            self.site(f"settings:\n  {name}: {value}\n")
            self.refused(f"site/site.yaml:4:3: the setting '{name}' {wanted}, and has '{value}'")

    def test_all_mistakes_are_said_at_once(self):
        self.site("settings:\n  shown: many\n  tree: 3\n")
        said = self.run_command("build", "site").err
        self.assertIn("site.yaml:4:3: the setting 'shown'", said)
        self.assertIn("site.yaml:5:3: the theme has no setting 'tree'", said)

    def test_a_theme_has_the_settings_of_the_one_that_it_stands_on(self):
        self.write("site/themes/upper/theme.yaml", "name: Upper\nbase: mine\nsettings:\n"
                   "  shown: {type: integer, default: 9, help: More.}\n")
        self.write("site/site.yaml", "title: T\ntheme: upper\n")
        said = self.home().out
        self.assertIn("shown = 9", said)
        self.assertIn("order = newest", said)

    def test_a_layout_that_asks_for_another_is_told_at_its_line(self):
        self.write("site/themes/mine/layouts/home.md", "\n${settings.shwn}\n")
        self.refused("site/themes/mine/layouts/home.md:2: the theme declares no setting 'shwn' (did you mean 'shown'?)")
        self.write("site/themes/mine/layouts/home.md", "% settings.shown = 5; settings.tree = 5\n")
        self.refused("site/themes/mine/layouts/home.md:1: settings can't be changed")

    def test_a_theme_says_all_of_a_setting(self):
        for declared, message in (
                ("{default: 4, help: H}", "the setting 'shown' has no 'type'"),
                ("{type: number, default: 4, help: H}", "there is no type of settings 'number'"),
                ("{type: integer, help: H}", "the setting 'shown' has no 'default'"),
                ("{type: integer, default: four, help: H}", "the setting 'shown' wants a whole number, such as 4, and has 'four'"),
                ("{type: integer, default: 4}", "the setting 'shown' has no 'help'"),
                ("{type: choice, default: a, help: H}", "a setting of the type 'choice' has 'choices'"),
                ("{type: integer, default: 4, help: H, max: 9}", "unknown key 'max'"),
                ("4", "the setting 'shown' has a type, a default and help")):
            self.write("site/themes/mine/theme.yaml", f"name: Mine\nbase: plain\nsettings:\n  shown: {declared}\n")
            said = self.home().err
            self.assertIn(message, said, declared)
            self.assertIn("site/themes/mine/theme.yaml:4:", said, declared)

    def test_check_prints_them_to_paste(self):
        self.site("settings:\n  shown: 7\n")
        said = self.run_command("check", "site", "--settings")
        self.assertEqual((said.code, said.err), (0, ""))
        self.assertIn("  # How many: at most.\n  # integer; default 4\n  shown: 7\n", said.out)
        self.assertIn("  # choice: newest, oldest; default newest\n  order: \"newest\"\n", said.out)
        self.site(said.out)
        self.assertEqual(self.run_command("check", "site", "--settings").out, said.out)

    def test_check_prints_those_of_one_site(self):
        self.write("a.txt", "AGENDA\n")
        self.assertEqual(self.run_command("check", "a.txt", "--settings").code, 2)


if __name__ == "__main__":
    unittest.main()
