"""bad_pdf_test.py: PDFs are read through pdftotext; each way in which that fails has one clear message."""

import glob
import os
import shutil
import stat
import subprocess
import unittest

from harness import CommandTest, everything_said
from paper import Paper

LINES = ("Example Borough Council", "Parks Panel", "Date: Tuesday, 4th March, 2025", "Time: 10.00 am",
         "Venue: The Old Library", "AGENDA", "1. WELCOME", "2. APOLOGIES FOR ABSENCE", "3. THE STATE OF THE PONDS")
ADDED = "The carp are well."


def pack(*more):
    """A small pack, each text a page."""
    paper = Paper()
    for text in ("\n".join(LINES), *more):
        page = paper.page()
        for number, line in enumerate(text.split("\n")):
            page.text(72, 72 + 30 * number, line)
    return paper.pdf()


def scan():
    paper = Paper()
    for _ in range(3):
        paper.page().picture()
    return paper.pdf()


class PdfTest(CommandTest):
    def setUp(self):
        super().setUp()
        self.environment = {"XDG_CACHE_HOME": self.path("caches")}

    def run_command(self, *arguments, before=()):
        settings = [f"{name}={value}" for name, value in self.environment.items()]
        return super().run_command(*arguments, before=["env", *settings, *before])

    def put_in_path(self, name, script):
        """A program that is found before, and in the place of, the system's."""
        program = self.path(self.write(f"programs/{name}", "#!/bin/sh\n" + script))
        os.chmod(program, stat.S_IRWXU)
        self.environment["PATH"] = self.path("programs") + ":/usr/bin:/bin"

    def kept(self):
        return glob.glob(self.path("caches/minutebook/pdf/*"))


class Pdfs(PdfTest):
    def assert_read(self, name):
        model = self.model(name)
        self.assertEqual([item["number"] for item in model["meetings"][0]["agenda"]], ["1", "2", "3"])
        return model

    def test_a_pdf_is_read_like_its_text(self):
        content = pack(ADDED, "", ADDED)
        self.write("pack.pdf", content)
        model = self.assert_read("pack.pdf")
        source = model["source"]
        self.assertEqual((source["format"], source["bytes"], source["sheets"]), ("pdf", len(content), 4))
        sha256 = subprocess.run(["sha256sum", self.path("pack.pdf")], capture_output=True, text=True, check=True)
        self.assertEqual(source["sha256"], sha256.stdout.split()[0])
        self.assertEqual(model["meetings"][0]["agenda"][0]["sheet"], 1)

    def test_the_file_s_name_may_look_like_an_option(self):
        self.write("-layout.pdf", pack())
        outcome = self.run_command("check", "--", "-layout.pdf")
        self.assertEqual((outcome.code, outcome.err), (0, ""))

    def test_a_pdf_is_known_by_its_bytes(self):
        self.write("pack", pack())
        self.assertEqual(self.assert_read("pack")["source"]["format"], "pdf")

    def test_a_pdf_that_opens_without_its_password_is_read(self):
        self.write("open.pdf", pack())
        self.encrypt("open.pdf", "marked.pdf", user="")
        self.assert_read("marked.pdf")

    def encrypt(self, name, to, user):
        subprocess.run(["qpdf", "--encrypt", user, "owner", "256", "--", self.path(name), self.path(to)], check=True)

    def test_an_encrypted_pdf(self):
        self.write("open.pdf", pack())
        self.encrypt("open.pdf", "locked.pdf", user="secret")
        self.assert_unreadable("locked.pdf", "it is encrypted, and opens with a password only", "qpdf --decrypt")

    def test_a_pdf_that_was_cut(self):
        content = pack()
        for size in (20, len(content) // 2, len(content) - 100):
            self.write("cut.pdf", content[:size])
            self.assert_unreadable("cut.pdf", "it is damaged or cut short (pdftotext: ", "download it again")

    def test_a_pdf_with_a_damaged_page_is_read_and_reported(self):
        content = bytearray(pack(*[f"Page {number} of the state of the ponds" for number in range(9)]))
        middle = len(content) // 2
        content[middle:middle + 60] = bytes(byte ^ 0x55 for byte in content[middle:middle + 60])
        self.write("hurt.pdf", content)
        for _ in ("extracted", "kept"):
            self.assert_read("hurt.pdf")
            self.assertRegex(self.run_command("check", "hurt.pdf").out,
                             r"(?m)^hurt\.pdf:1: warning: .*damaged.*\(pdftotext: .*Error.*\) \[damaged-pdf\]$")

    def test_a_scanned_pdf(self):
        self.write("scan.pdf", scan())
        outcome = self.run_command("model", "scan.pdf")
        self.assert_refused(outcome, 1, "scan.pdf: holds no text, only pictures")
        self.assertIn("ocrmypdf", outcome.err)

    def test_a_web_page_that_was_saved_as_a_pdf(self):
        self.write("page.pdf", "<html><title>This document is gone</title></html>\n")
        self.assert_unreadable("page.pdf", "it is no PDF, though its name says so", "download it again")

    def test_a_pdf_of_300_mib(self):
        with open(self.path("huge.pdf"), "wb") as file:
            file.write(pack())
            file.truncate(300 << 20)
        self.assert_refused(self.run_command("model", "huge.pdf"), 1,
                            "huge.pdf: has 314572800 bytes; at most 268435456 are read")

    def assert_unreadable(self, name, reason, advice):
        for command in ("model", "check"):
            outcome = self.run_command(command, name)
            self.assert_refused(outcome, 1, f"{name}: can't be read: {reason}")
            self.assertIn(advice, outcome.err)
        self.assertEqual(self.kept(), [])

    def test_without_pdftotext(self):
        self.write("pack.pdf", pack())
        self.environment["PATH"] = self.path("nowhere")
        outcome = self.run_command("model", "pack.pdf")
        self.assert_refused(outcome, 1, "pack.pdf: can't be read: a PDF takes the program pdftotext")
        self.assertIn("poppler-utils", outcome.err)

    def test_one_bad_pdf_does_not_keep_a_check_from_the_others(self):
        self.write("scan.pdf", scan())
        self.write("pack.pdf", pack())
        outcome = self.run_command("check", "scan.pdf", "pack.pdf")
        self.assertEqual(outcome.code, 1)
        self.assertRegex(outcome.out.splitlines()[-1], "^1 pack: ")

    @unittest.skipUnless("LUA_CPATH" in os.environ, "a sanitized library can't be loaded by Lua")
    def test_lua_reads_a_pdf(self):
        self.write("pack.pdf", pack())
        program = """local pack = require "minutebook".pack("pack.pdf", { cache = "mine" })
                     print(pack.source.format, #pack.meetings[1].agenda)"""
        told = subprocess.run(["lua5.4", "-e", program], cwd=self.folder, capture_output=True, text=True, check=True)
        self.assertEqual(told.stdout, "pdf\t3\n")
        self.assertEqual(len(os.listdir(self.path("mine"))), 1)

    def test_a_site_has_pdfs_among_its_packs(self):
        self.write("site/site.yaml", "title: Ponds\ntheme: plain\n")
        self.write("site/packs/2025-03-04.pdf", pack())
        outcome = self.run_command("build", "site")
        self.assertEqual((outcome.code, outcome.err), (0, ""))
        self.assertTrue(os.path.isdir(self.path("site/_site/meetings/2025-03-04-parks-panel")))

    def test_a_site_s_bad_pdf_is_named(self):
        self.write("site/site.yaml", "title: Ponds\ntheme: plain\n")
        self.write("site/packs/2025-03-04.pdf", scan())
        self.assert_refused(self.run_command("build", "site"), 1, "site/packs/2025-03-04.pdf: holds no text")


class Cache(PdfTest):
    """The text of a PDF is extracted once."""

    def setUp(self):
        super().setUp()
        self.write("pack.pdf", pack(ADDED))
        self.put_in_path("pdftotext", f"echo run >>'{self.path('runs')}'\nexec {shutil.which('pdftotext')} \"$@\"\n")

    def assert_read(self, runs, *options):
        """The pack is read, and pdftotext ran that often since the test began."""
        self.assertIn(ADDED, everything_said(self.model("pack.pdf", *options)))
        with open(self.path("runs"), encoding="utf-8") as file:
            self.assertEqual(len(file.readlines()), runs)

    def test_a_text_is_kept_for_every_later_run(self):
        self.assert_read(1)
        self.assert_read(1)
        shutil.copy(self.path("pack.pdf"), self.path("copy.pdf"))
        self.model("copy.pdf")
        self.assert_read(1)

    def test_a_changed_file_is_another_one(self):
        self.assert_read(1)
        self.write("pack.pdf", pack(ADDED, ADDED))
        self.assert_read(2)

    def test_a_text_that_was_changed_behind_our_back_is_extracted_again(self):
        self.assert_read(1)
        entry, = self.kept()
        with open(entry, "r+", encoding="utf-8") as file:
            text = file.read().replace("carp are well", "carp are dead")
            file.seek(0)
            file.write(text)
        self.assert_read(2)
        self.assert_read(2)

    def test_a_text_that_was_cut_is_extracted_again(self):
        self.assert_read(1)
        entry, = self.kept()
        os.truncate(entry, os.path.getsize(entry) - 1)
        self.assert_read(2)

    def test_the_folder_may_be_given(self):
        self.assert_read(1, "--cache", "mine")
        self.assert_read(1, "--cache", "mine")
        self.assertEqual((len(os.listdir(self.path("mine"))), self.kept()), (1, []))

    def test_without_a_folder_nothing_is_kept(self):
        self.assert_read(1, "--cache", "")
        self.assert_read(2, "--cache", "")
        self.environment["XDG_CACHE_HOME"] = self.environment["HOME"] = ""
        self.assert_read(3)

    def test_a_folder_that_cannot_be_written_does_no_harm(self):
        self.write("caches", "a file in the way")
        self.assert_read(1)
        self.assert_read(2)


if __name__ == "__main__":
    unittest.main()
