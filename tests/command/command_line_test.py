"""command_line_test.py: help, versions, results, and command lines that make no sense."""

import json
import re
import unittest

from harness import PACK, CommandTest

COMMANDS = ("build", "check", "model", "schema")


class Help(CommandTest):
    def test_help_lists_every_command_and_the_exit_codes(self):
        outcome = self.run_command("--help")
        self.assertEqual((outcome.code, outcome.err), (0, ""))
        for name in COMMANDS:
            self.assertRegex(outcome.out, rf"(?m)^  {name} +\S")
        self.assertIn("exits with 0", outcome.out)

    def test_every_command_explains_itself(self):
        for name in COMMANDS:
            outcome = self.run_command(name, "--help")
            self.assertEqual((outcome.code, outcome.err), (0, ""))
            self.assertTrue(outcome.out.startswith(f"usage: minutebook {name}"), outcome.out)

    def test_help_of_a_command_names_its_options_with_their_arguments(self):
        self.assertRegex(self.run_command("model", "--help").out, r"(?m)^  --dialect NAME +\S")

    def test_the_version_is_three_numbers(self):
        self.assertRegex(self.run_command("--version").out, r"^minutebook \d+\.\d+\.\d+\n$")


class WrongUse(CommandTest):
    def assert_wrong(self, arguments, message):
        outcome = self.run_command(*arguments)
        self.assertEqual((outcome.code, outcome.out), (2, ""))
        self.assertIn(message, outcome.err)

    def test_no_command_at_all_shows_the_help(self):
        self.assert_wrong([], "usage: minutebook COMMAND")

    def test_a_misspelt_command_is_told_the_nearest(self):
        self.assert_wrong(["modle", "x"], "there is no command 'modle' (did you mean 'model'?)")

    def test_a_command_like_no_other_gets_no_suggestion(self):
        self.assert_wrong(["frobnicate"], "there is no command 'frobnicate'\n")

    def test_a_misspelt_option_is_told_the_nearest(self):
        self.assert_wrong(["model", "x", "--dialcet=uk"],
                          "there is no option '--dialcet=uk' (did you mean '--dialect'?)")

    def test_an_option_before_the_command_is_unknown(self):
        self.assert_wrong(["--dialect", "uk", "model"], "there is no option '--dialect'")

    def test_an_option_without_its_value(self):
        self.assert_wrong(["model", "x", "--dialect"], "the option '--dialect' needs a value")

    def test_a_model_of_nothing(self):
        self.assert_wrong(["model"], "FILE is missing")

    def test_a_model_of_two_files(self):
        self.assert_wrong(["model", "a.txt", "b.txt"], "'b.txt' is too much")

    def test_a_check_of_nothing(self):
        self.assert_wrong(["check"], "FILE… is missing")

    def test_a_page_without_its_route(self):
        self.assert_wrong(["render", "a-site"], "render: ROUTE is missing")

    def test_a_dialect_for_a_site(self):
        self.write("a-site/site.yaml", "title: Ponds\n")
        self.assert_wrong(["check", "a-site", "--dialect", "uk"], "its site.yaml names the dialect")
        self.assert_wrong(["check", "a-site", "--corrections", "mine.yaml"], "its folders 'dialects' and 'corrections'")

    def test_a_schema_of_something(self):
        self.assert_wrong(["schema", "x"], "'x' is too much: it takes options only")

    def test_a_dialect_that_is_not_there_lists_those_that_are(self):
        self.write("a.txt", PACK)
        self.assert_wrong(["model", "a.txt", "--dialect", "welsh"], "uk")


class Results(CommandTest):
    def test_a_model_is_laid_out_for_people(self):
        self.write("a.txt", 'AGENDA\n\n1. "PONDS", {a} [b] \\\n\nTo be read: now, and then (Pages 5 - 18)\n')
        out = self.run_command("model", "a.txt").out
        indented = json.dumps(json.loads(out), indent=2, ensure_ascii=False)
        flat = re.sub(r"\[\s+([^][{}]*?)\s+\]", lambda one: "[" + re.sub(r",\s+", ", ", one[1]) + "]", indented)
        self.assertEqual(out, flat + "\n")

    def test_a_model_names_its_schema_and_its_file(self):
        model = self.model(self.write("a.txt", PACK))
        self.assertEqual(model["schema"], "minutebook/1")
        self.assertEqual(model["source"]["file"], "a.txt")
        self.assertEqual(model["source"]["bytes"], len(PACK))

    def test_a_dialect_may_be_asked_for_behind_the_file(self):
        model = self.model(self.write("a.txt", PACK), "--dialect", "uk")
        self.assertEqual(model["source"]["dialect"], "uk")

    def test_a_dialect_may_lie_in_a_folder_of_ones_own(self):
        self.write("mine/village.yaml", "name: village\nextends: uk\n")
        model = self.model(self.write("a.txt", PACK), "--dialects", "mine", "--dialect", "village")
        self.assertEqual(model["source"]["dialect"], "village")

    def test_a_check_ends_with_a_count(self):
        self.write("a.txt", PACK)
        outcome = self.run_command("check", "a.txt", "a.txt")
        self.assertRegex(outcome.out.splitlines()[-1], r"^2 packs: \d+ errors?, \d+ warnings?, \d+ notes?$")

    def test_a_check_tells_of_each_pack_how_much_has_its_place(self):
        self.write("a.txt", PACK)
        self.write("letter.txt", "Dear Sir,\n\nthe ponds are green.\n")
        outcome = self.run_command("check", "a.txt", "letter.txt")
        shares = re.findall(r"(?m)^  (\S+): ([\d.]+)% of (\d+) words placed, ([\d.]+)% without", outcome.out)
        self.assertEqual([share[0] for share in shares], ["a.txt", "letter.txt"])
        self.assertGreater(float(shares[0][1]), 0)
        self.assertEqual(shares[1][1:], ("0.0", "6", "100.0"))

    def test_a_check_that_read_nothing_counts_nothing(self):
        self.assertEqual(self.run_command("check", "lost.txt").out, "")

    def test_every_finding_of_a_check_has_a_place_a_severity_and_a_code(self):
        self.write("letter.txt", "Dear Sir,\n\nthe ponds are green.\n")
        findings = self.run_command("check", "letter.txt").out.splitlines()[:-1]
        self.assertNotEqual(findings, [])
        for finding in findings:
            if not finding.startswith("  "):
                self.assertRegex(finding, r"^letter\.txt(:\d+)?: (note|warning|error): .+ \[[a-z0-9-]+\]$")

    def test_a_check_and_a_model_tell_the_same_findings(self):
        told = self.model(self.write("letter.txt", "Dear Sir,\n\nthe ponds are green.\n"))["diagnostics"]
        checked = [line for line in self.run_command("check", "letter.txt").out.splitlines()[:-1] if line[0] != " "]
        self.assertEqual([f"[{finding['code']}]" for finding in told], [line.split()[-1] for line in checked])

    def test_the_schema_is_json_schema_of_2020(self):
        schema = json.loads(self.run_command("schema").out)
        self.assertEqual(schema["$schema"], "https://json-schema.org/draft/2020-12/schema")

    def test_the_reference_is_a_page_of_markdown(self):
        self.assertRegex(self.run_command("schema", "--reference").out, r"(?m)^# ")

    def test_a_result_that_can_not_be_written_is_said(self):
        outcome = self.run_command("schema", before=["sh", "-c", 'exec "$@" >/dev/full', "sh"])
        self.assertEqual(outcome.code, 1)
        self.assertIn("the output can't be written: No space left on device", outcome.err)


if __name__ == "__main__":
    unittest.main()
