"""new_test.py: a site begins, and its editor knows what may stand in it."""

import json
import os
import pathlib
import re
import shutil
import subprocess
import unittest

import jsonschema
import yaml

from harness import PACK, CommandTest

MODULE = pathlib.Path(__file__).parents[2] / "module"
SCHEMAS = {"site": "site.yaml", "people": "people.yaml", "corrections": None}


def without_marks(text):
    """The file with its examples put to use: lines such as `# title: …` and `#   - name: …` without their marks."""
    return "\n".join(re.sub(r"^# (?=( *- | *[a-z_]+:( |$)))", "", line) for line in text.splitlines())


class New(CommandTest):
    def begin(self):
        outcome = self.run_command("new", "site")
        self.assertEqual((outcome.code, outcome.err), (0, ""))
        return outcome

    def read(self, name):
        with open(self.path(name), encoding="utf-8") as file:
            return file.read()

    def schema(self, name):
        return json.loads(self.run_command("schema", "--" + name).out)

    def test_a_new_site_is_one_that_can_be_built(self):
        self.assertIn("`minutebook serve site`", self.begin().out)
        self.write("site/packs/2025-03-04.txt", PACK)
        outcome = self.run_command("build", "site")
        self.assertEqual((outcome.code, outcome.err), (0, ""))

    def test_nothing_that_is_there_is_changed(self):
        self.write("site/site.yaml", "title: Ponds\n")
        self.write("site/README.md", "Mine.\n")
        outcome = self.begin()
        self.assertIn("site/site.yaml is there already, and stays as it is\n", outcome.out)
        self.assertEqual((self.read("site/site.yaml"), self.read("site/README.md")), ("title: Ponds\n", "Mine.\n"))
        self.assertTrue(os.path.exists(self.path("site/people.yaml")))

    def test_a_file_in_the_way_is_said(self):
        self.write("site", "")
        self.assert_refused(self.run_command("new", "site"), 1, "site: can't be made")

    def test_the_editor_is_led_to_schemas_and_types_that_are_there(self):
        self.begin()
        for name in ("site", "people"):
            found = re.match(r"# yaml-language-server: \$schema=(.*)\n", self.read(f"site/{SCHEMAS[name]}"))
            with open(self.path("site/" + found[1]), encoding="utf-8") as file:
                self.assertEqual(json.load(file), self.schema(name))
        for folder in json.loads(self.read("site/.luarc.json"))["workspace.library"]:
            self.assertTrue(os.path.exists(self.path(f"site/{folder}/meta/model.lua")), folder)

    def test_no_file_names_a_folder_of_this_machine(self):
        self.begin()
        self.run_command("new", "site", "--theme", "parks")
        build = os.path.dirname(os.path.dirname(os.path.realpath(os.environ["MINUTEBOOK"])))
        for where, _, names in os.walk(self.path("site")):
            for name in names:
                content = pathlib.Path(where, name).read_bytes()
                for folder in (build, str(MODULE.parent)):
                    self.assertNotIn(folder.encode(), content, name)

    def test_what_editors_read_is_of_this_version(self):
        self.begin()
        self.write("site/.minutebook/lua/meta/model.lua", "-- of another version\n")
        self.assertNotIn(".minutebook", self.begin().out)
        self.assertIn("SiteMeeting", self.read("site/.minutebook/lua/meta/model.lua"))

    def test_a_theme_begins_with_pages_that_can_be_built(self):
        self.begin()
        outcome = self.run_command("new", "site", "--theme", "town-hall")
        self.assertEqual((outcome.code, outcome.err), (0, ""))
        self.assertIn("site/themes/town-hall/layouts/home.md\n", outcome.out)
        self.assertIn("Say `theme: town-hall` in site/site.yaml", outcome.out)
        self.write("site/packs/2025-03-04.txt", PACK)
        self.write("site/site.yaml", "title: Ponds\ntheme: town-hall\nsettings:\n  meetings_shown: 1\n")
        outcome = self.run_command("build", "site")
        self.assertEqual((outcome.code, outcome.err), (0, ""))
        self.assertIn("Parks Panel", self.read("site/_site/index.html"))
        self.assertTrue(os.path.exists(self.path("site/_site/assets/styles/town-hall.css")))
        self.assertIn('href="./assets/styles/town-hall.css"', self.read("site/_site/index.html"))
        self.assertNotIn("@NAME@", self.read("site/themes/town-hall/theme.yaml"))

    def test_a_theme_that_begins_can_stand_on_another(self):
        self.begin()
        self.run_command("new", "site", "--theme", "town-hall")
        self.write("site/packs/2025-03-04.txt", PACK)
        self.write("site/site.yaml", "title: Ponds\ntheme: town-hall\n")
        said = self.read("site/themes/town-hall/theme.yaml")
        self.write("site/themes/town-hall/theme.yaml", said.replace("base: plain", "base: civic"))
        outcome = self.run_command("build", "site")
        self.assertEqual((outcome.code, outcome.err), (0, ""))
        page = self.read("site/_site/people/index.html")
        self.assertIn('class="masthead"', page)
        self.assertIn('href="../assets/styles/town-hall.css"', page)

    def test_a_theme_that_ships_keeps_its_name(self):
        self.write("site/site.yaml", "title: Ponds\n")
        outcome = self.run_command("new", "site", "--theme", "plain")
        self.assertNotEqual(outcome.code, 0)
        self.assertIn("'plain' is a theme that ships", outcome.err)
        self.assertIn("`base: plain`", outcome.err)

    def test_a_theme_begins_in_the_site_here_and_changes_nothing_that_is_there(self):
        self.write("site.yaml", "title: Ponds\n")
        self.write("themes/parks/layouts/home.md", "Mine.\n")
        outcome = self.run_command("new", "--theme", "parks")
        self.assertEqual((outcome.code, outcome.err), (0, ""))
        self.assertIn("themes/parks/layouts/home.md is there already", outcome.out)
        self.assertEqual(self.read("themes/parks/layouts/home.md"), "Mine.\n")

    def test_what_can_be_no_theme_is_refused(self):
        self.assert_refused(self.run_command("new", "site", "--theme", "parks"), 2, "site: there is no site.yaml in it")
        self.begin()
        for name in ("../x", "", ".x", "a/b", "-x", "a b"):
            outcome = self.run_command("new", "site", "--theme=" + name)
            self.assert_refused(outcome, 2, f"'{name}' can't be a theme's name")

    @unittest.skipUnless(shutil.which("luacheck"), "there is no luacheck")
    def test_luacheck_knows_what_a_layout_finds(self):
        self.begin()
        self.run_command("new", "site", "--theme", "parks")
        layout = "emit(md'# ', long_date(site.today), meeting_line(site.meetings[1]), tag 'New')\npage.mood = 'fine'\n"
        self.write("site/themes/parks/layouts/people.lua", layout)
        for code, wrong in ((0, ""), (1, "os.exit()\n"), (1, "emit(long_dait(site.today))\n")):
            self.write("site/themes/parks/layouts/people.lua", layout + wrong)
            found = subprocess.run(["luacheck", "--no-cache", "."], cwd=self.path("site"), capture_output=True, check=False)
            self.assertEqual(found.returncode, code, found.stdout.decode())

    def test_the_shipped_schemas_are_current(self):
        for name in SCHEMAS:
            shipped = (MODULE / "schemas" / f"{name}.json").read_text(encoding="utf-8")
            self.assertEqual(shipped, self.run_command("schema", "--" + name).out,
                             f"stale: minutebook schema --{name} > module/schemas/{name}.json")

    def test_every_key_has_an_example_that_holds(self):
        self.begin()
        for name in ("site", "people"):
            file = f"site/{SCHEMAS[name]}"
            self.write(file, without_marks(self.read(file)))
            schema, told = self.schema(name), yaml.load(self.read(file), yaml.BaseLoader)
            shape = schema["anyOf"][0]
            self.compare(shape, told, name)
            jsonschema.validate(told, self.loosened(schema))
        self.write("site/packs/2025-11-04-supplement.pdf", "")
        self.write("site/themes/civic/theme.yaml", "")
        outcome = self.run_command("check", "site")
        self.assertNotIn("site.yaml", outcome.err)
        self.assertNotIn("people.yaml", outcome.err)

    def test_the_page_on_a_sites_files_has_every_key_and_holds(self):
        page = (MODULE / "docs/site.md").read_text(encoding="utf-8")
        examples = [yaml.safe_load(text) for text in re.findall(r"```yaml\n(.*?)```", page, re.S)]
        self.assertGreater(len(examples), 5)

        def keys_of(shape):
            for key, inner in shape.get("properties", {}).items():
                yield key
                yield from keys_of(inner)
            for inner in [shape["items"]] if "items" in shape else []:
                yield from keys_of(inner)
            for inner in shape.get("anyOf", []):
                yield from keys_of(inner)
        for name in ("site", "people"):
            for key in keys_of(self.schema(name)):
                self.assertRegex(page, rf"`{key}`|\b{key}:", name)
        for told in examples:
            if isinstance(told, list):
                jsonschema.validate(told, self.schema("people"))
            elif not set(told) <= {"people", "items", "panels"} or isinstance(told.get("panels"), list):
                told = json.loads(json.dumps(told, default=str))
                jsonschema.validate(told, self.schema("site"))
            else:
                self.write("ids.yaml", yaml.dump(told))

    def loosened(self, schema):
        """The loader leaves all values as text, which a number's schema must take."""
        return json.loads(re.sub(r'"type": "integer", "minimum": 0, "maximum": \d+', '"type": "string"', json.dumps(schema)))

    def compare(self, shape, told, name):
        """Every key of the schema is in what is told."""
        for part in shape.get("anyOf", []):
            self.compare(part, told, name)
        if shape.get("type") == "array" and isinstance(told, list) and "properties" in shape["items"]:
            keys = {key for one in told for key in one}
            self.assertEqual(keys, set(shape["items"]["properties"]), name)
            for one in told:
                for key, value in one.items():
                    self.compare(shape["items"]["properties"][key], value, key)
        if shape.get("type") == "object" and "properties" in shape and isinstance(told, dict):
            self.assertEqual(set(told), set(shape["properties"]), name)
            for key, value in told.items():
                self.compare(shape["properties"][key], value, key)

    def test_what_the_library_refuses_the_schema_refuses(self):
        self.begin()
        schema = self.schema("site")
        for text in ("titel: T\n", "url: council.example\n", "panels: Roads\n", "panels: [{naem: x}]\n",
                     "panels: [{name: x, colour: blue}]\n", "packs: {a: b}\n", "navigation: [{title: x}]\n",
                     "deadlines: [{purpose: question}]\n", "settings: [x]\n", "holidays: {add: []}\n"):
            self.write("site/site.yaml", text)
            self.assertEqual(self.run_command("model", "site").code, 1, text)
            with self.assertRaises(jsonschema.ValidationError, msg=text):
                jsonschema.validate(yaml.safe_load(text), schema)

    def test_all_mistakes_are_said_in_one_run(self):
        self.begin()
        self.write("site/site.yaml", "titel: T\nurl: council.example\npanels: Roads\n")
        for command in ("build", "check", "model"):
            outcome = self.run_command(command, "site")
            self.assertEqual(outcome.code, 1)
            complaints = [line for line in outcome.err.splitlines() if not line.startswith(" ")]
            self.assertEqual([line.split(": ")[1] for line in complaints],
                             ["site/site.yaml:1:1", "site/site.yaml:2:6", "site/site.yaml:3:9"], command)


if __name__ == "__main__":
    unittest.main()
