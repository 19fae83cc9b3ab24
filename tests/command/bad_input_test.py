"""bad_input_test.py: files that can't be read get one clear message; odd text is read as far as it goes."""

import os
import shutil
import unittest

from harness import PACK, CommandTest, everything_said

MIB = 1 << 20

# Where a line stands that is put behind PACK.
LAST_LINE = PACK.count("\n") + 1


class Files(CommandTest):
    def assert_unreadable(self, name, message):
        """Both commands that read a pack say the same, once, and exit with 1."""
        for command in ("model", "check"):
            self.assert_refused(self.run_command(command, name), 1, message)

    def test_a_missing_file(self):
        self.assert_unreadable("gone.txt", "gone.txt: can't be read: there is no such file")

    @unittest.skipUnless(os.geteuid() or shutil.which("setpriv"), "root reads every file, and there is no setpriv")
    def test_a_file_that_may_not_be_read(self):
        self.write("secret.txt", PACK)
        os.chmod(self.path("secret.txt"), 0)
        os.chmod(self.folder, 0o755)
        as_nobody = [] if os.geteuid() else ["setpriv", "--reuid=65534", "--regid=65534", "--clear-groups"]
        if as_nobody and self.run_command("--version", before=as_nobody).code:
            # Where the checkout lies in a home that only root may enter, the right to read is all that root gives up.
            as_nobody = ["setpriv", "--bounding-set=-dac_override,-dac_read_search", "--inh-caps=-all"]
        outcome = self.run_command("model", "secret.txt", before=as_nobody)
        self.assert_refused(outcome, 1, "secret.txt: can't be read: permission is denied")

    def test_a_folder(self):
        os.mkdir(self.path("packs"))
        self.assert_unreadable("packs", "packs: can't be read: it is a folder")

    def test_a_device(self):
        self.assert_unreadable("/dev/zero", "/dev/zero: can't be read: it is no regular file")

    def test_a_file_of_300_mib(self):
        with open(self.path("huge.txt"), "wb") as file:
            file.truncate(300 * MIB)
        self.assert_unreadable("huge.txt", "huge.txt: has 314572800 bytes; at most 268435456 are read")

    def test_one_missing_file_does_not_keep_a_check_from_the_others(self):
        self.write("a.txt", PACK)
        outcome = self.run_command("check", "gone.txt", "a.txt")
        self.assertEqual(outcome.code, 1)
        self.assertIn("gone.txt: can't be read", outcome.err)
        self.assertRegex(outcome.out.splitlines()[-1], "^1 pack: ")


class OddText(CommandTest):
    def assert_found(self, name, pattern):
        """A line of the check of that file matches."""
        self.assertRegex(self.run_command("check", name).out, "(?m)" + pattern)

    def assert_pack_is_read(self, model):
        self.assertEqual([item["number"] for item in model["meetings"][0]["agenda"]], ["1", "2", "3"])

    def test_an_empty_file_is_an_error_in_the_papers(self):
        self.write("empty.txt", "")
        outcome = self.run_command("check", "empty.txt")
        self.assertEqual((outcome.code, outcome.err), (1, ""))
        self.assertRegex(outcome.out, r"^empty\.txt(:\d+)?: error: .+ \[[a-z-]+\]\n")
        self.assertRegex(outcome.out, r"\n1 pack: 1 error, ")

    def test_the_model_of_an_empty_file_says_the_error_on_stderr(self):
        self.write("empty.txt", "")
        outcome = self.run_command("model", "empty.txt")
        self.assertEqual(outcome.code, 1)
        self.assertRegex(outcome.err, r"^empty\.txt(:\d+)?: error: ")
        self.assertIn('"minutebook/1"', outcome.out)

    def test_a_file_of_white_space_is_an_error_in_the_papers(self):
        self.write("blank.txt", " \n\t\n\f\n")
        self.assertEqual(self.run_command("check", "blank.txt").code, 1)

    def test_bytes_that_are_no_utf_8_are_replaced_and_reported_with_their_line(self):
        name = self.write("latin.txt", PACK.encode() + b"Tea in the caf\xe9 at noon.\n")
        model = self.model(name)
        self.assert_pack_is_read(model)
        self.assertIn("Tea in the caf\N{REPLACEMENT CHARACTER} at noon.", everything_said(model))
        self.assert_found(name, rf"^latin\.txt:{LAST_LINE}: warning: .*UTF-8.* \[[a-z0-9-]+\]$")

    def test_a_nul_is_replaced_and_reported_with_its_line(self):
        name = self.write("nul.txt", PACK + "The word\0here has a hole.\n")
        model = self.model(name)
        self.assert_pack_is_read(model)
        self.assertIn("here has a hole.", everything_said(model))
        self.assertNotIn("\0", everything_said(model))
        self.assert_found(name, rf"^nul\.txt:{LAST_LINE}: (note|warning): .+ \[[a-z0-9-]+\]$")

    def test_a_lone_cr_ends_no_line(self):
        model = self.model(self.write("cr.txt", PACK + "The first words\rand the last.\n"))
        self.assert_pack_is_read(model)
        self.assertEqual(model["source"]["lines"], LAST_LINE)
        self.assertIn("and the last.", everything_said(model))

    def test_lines_that_end_with_cr_and_lf_are_read_like_others(self):
        model = self.model(self.write("dos.txt", PACK.replace("\n", "\r\n")))
        self.assert_pack_is_read(model)
        self.assertNotIn("\r", everything_said(model))

    def test_a_line_of_50_mb_is_read_whole(self):
        line = b"pond " * 10_000_000
        model = self.model(self.write("long.txt", PACK.encode() + line + b"\n"))
        self.assert_pack_is_read(model)
        self.assertEqual(everything_said(model).count("pond"), 10_000_000)

    def test_a_file_without_any_agenda_is_read_and_reported(self):
        name = self.write("letter.txt", "Dear Sir,\n\nThe ponds are green again.\n\nYours, A Walker\n")
        self.assertIn("The ponds are green again.", everything_said(self.model(name)))
        self.assert_found(name, r"^letter\.txt(:\d+)?: warning: .*agenda.* \[[a-z0-9-]+\]$")

    def test_control_characters_of_a_paper_do_not_reach_the_terminal(self):
        name = self.write("escape.txt", PACK.replace("4th March", "4th March \x1b]0;owned\x07"))
        outcome = self.run_command("check", name)
        self.assertNotRegex(outcome.out, "[\x07\x1b]")


class Dialects(CommandTest):
    def read_with(self, dialect):
        self.write("mine/village.yaml", dialect)
        self.write("a.txt", PACK)
        return self.run_command("model", "a.txt", "--dialects", "mine", "--dialect", "village")

    def test_a_yaml_error_is_named_with_line_and_column(self):
        outcome = self.read_with("name: village\nphrases: [one, two\n")
        self.assert_refused(outcome, 1, "mine/village.yaml:")
        self.assertRegex(outcome.err, r"^minutebook: mine/village\.yaml:[23]:\d+: ")

    def test_an_unknown_key_is_named_with_the_nearest(self):
        outcome = self.read_with("name: village\nphrasse: {}\n")
        self.assert_refused(outcome, 1, "mine/village.yaml:2:1: ")
        self.assertIn("phrasse", outcome.err)
        self.assertIn("phrases", outcome.err)

    def test_an_unknown_group_of_phrases_is_named_with_the_nearest(self):
        outcome = self.read_with("name: village\nextends: uk\nphrases:\n  furnitrue: [Page]\n")
        self.assert_refused(outcome, 1, "mine/village.yaml:4:3: ")
        self.assertIn("furniture", outcome.err)

    def test_a_folder_of_dialects_that_is_not_there(self):
        self.write("a.txt", PACK)
        self.assert_refused(self.run_command("model", "a.txt", "--dialects", "gone"), 1, "gone: ")


if __name__ == "__main__":
    unittest.main()
