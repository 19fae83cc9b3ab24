"""python_test.py: the Python package: what it gives, and how it fails."""

import os
import shutil
import tempfile
import threading
import time
import unittest

import minutebook
from door import ENVIRONMENT, SITE, DoorTest, main

os.environ.update(ENVIRONMENT)


class Python(DoorTest):
    def setUp(self):
        self.site = minutebook.Site(SITE)
        self.addCleanup(self.site.close)

    def test_pages_are_those_of_the_command(self):
        for page in self.site.pages[:5]:
            self.assertEqual(self.site.html(page.route).encode(), self.page(page.route))
            self.assertEqual(self.site.markdown(page.route).encode(), self.page(page.route, "--markdown"))

    def test_content_is_a_page_without_its_shell(self):
        content = self.site.content("/")
        self.assertIn(content.strip(), self.site.html("/"))
        self.assertNotIn("<html", content)

    def test_pages_tell_what_they_are(self):
        kinds = {page.kind for page in self.site.pages}
        self.assertLessEqual({"home", "panel", "meeting"}, kinds)
        meeting = next(page for page in self.site.pages if page.kind == "meeting")
        self.assertRegex(meeting.date, r"^\d{4}-\d\d-\d\d$")
        self.assertTrue(meeting.title)
        self.assertEqual(meeting.path, meeting.route.lstrip("/") + "index.html")

    def test_what_is_made_ahead_is_what_is_asked_for(self):
        contents = {page.route: self.site.content(page.route) for page in self.site.pages[:20]}
        self.site.make_ahead([*contents, "/nowhere/"], ["calendar.ics"])
        for route, content in reversed(contents.items()):
            self.assertEqual(self.site.content(route), content)
        self.assertIn(b"BEGIN:VCALENDAR", self.site.file("calendar.ics"))
        with self.assertRaises(minutebook.Error):
            self.site.content("/nowhere/")
        self.site.make_ahead(contents)

    def test_files_are_all_that_is_published(self):
        self.assertIn("assets/style.css", self.site.files)
        self.assertEqual(self.site.file("index.html").decode(), self.site.html("/"))

    def test_data_is_the_site(self):
        self.assertEqual(self.site.data["title"], "Wexcombe and Harle scrutiny")

    def test_findings_have_their_places(self):
        found = self.site.findings[0]
        self.assertIn(found.severity, ("note", "warning", "error"))
        self.assertTrue(os.path.exists(found.file))

    def test_markdown_is_ours(self):
        self.assertIn("<table", minutebook.markdown("| a |\n|---|\n| b |\n"))
        self.assertIn("&lt;script&gt;", minutebook.markdown("<script>"))

    def test_a_pack_is_its_model(self):
        packs = sorted(os.listdir(os.path.join(SITE, "packs")))
        model = minutebook.pack(os.path.join(SITE, "packs", packs[0]))
        self.assertTrue(model["meetings"])

    def test_a_site_that_is_opened_again_outlives_the_former(self):
        again = minutebook.Site(SITE, previous=self.site)
        self.site.close()
        self.assertIn("<main", again.html("/"))
        again.close()

    def test_threads_share_a_site(self):
        expected, wrong = self.site.html("/"), []

        def work():
            for _ in range(20):
                if self.site.html("/") != expected:
                    wrong.append(1)

        threads = [threading.Thread(target=work) for _ in range(8)]
        for thread in threads:
            thread.start()
        for thread in threads:
            thread.join()
        self.assertEqual(wrong, [])


    def test_a_site_that_is_closed_while_threads_make_pages_breaks_none(self):
        site, ended = minutebook.Site(SITE), []

        def work():
            try:
                while True:
                    site.html("/people/")
            except minutebook.Error as mistake:
                ended.append(str(mistake))

        threads = [threading.Thread(target=work) for _ in range(8)]
        for thread in threads:
            thread.start()
        time.sleep(0.05)
        site.close()
        for thread in threads:
            thread.join()
        self.assertEqual(ended, ["the site is closed"] * 8)

    def test_a_site_in_a_folder_that_is_no_utf8(self):
        with tempfile.TemporaryDirectory() as work:
            folder = os.fsdecode(os.path.join(os.fsencode(work), b"caf\xe9"))
            shutil.copytree(SITE, folder)
            with minutebook.Site(folder) as site:
                self.assertIn(folder, site.source_folders)
                self.assertTrue(os.path.exists(site.findings[0].file))
                self.assertTrue(site.data["title"])


class Mistakes(unittest.TestCase):
    def mistake(self, call, *arguments, **more):
        with self.assertRaises(minutebook.Error) as caught:
            call(*arguments, **more)
        return caught.exception

    def test_a_wrong_path(self):
        mistake = self.mistake(minutebook.Site, "/nowhere")
        self.assertIn("/nowhere", str(mistake))
        self.assertTrue(mistake.advice)

    def test_a_wrong_route_names_the_nearest(self):
        with minutebook.Site(SITE) as site:
            self.assertIn("/people/", str(self.mistake(site.html, "/peple/")))

    def test_a_wrong_day(self):
        self.assertIn("yesterday", str(self.mistake(minutebook.Site, SITE, today="yesterday")))

    def test_a_nul_in_a_path(self):
        self.assertIn("NUL", str(self.mistake(minutebook.Site, "a\0b")))
        with minutebook.Site(SITE) as site:
            self.assertIn("NUL", str(self.mistake(site.html, "/\0")))

        self.assertIn("NUL", str(self.mistake(minutebook.Site, SITE, today="2025-11-04\0")))
        self.assertIn("NUL", str(self.mistake(minutebook.pack, "a\0b")))
        self.assertIn("NUL", str(self.mistake(minutebook.pack, SITE + "/packs/2025-11-04.txt", dialect="uk\0")))

    def test_texts_that_are_no_utf8_and_no_texts(self):
        with minutebook.Site(SITE) as site:
            self.assertIn("no page", str(self.mistake(site.html, b"/\xff")))
            self.assertIn("can't be written in UTF-8", str(self.mistake(site.html, "/\ud800")))
            self.assertIn("no file", str(self.mistake(site.file, "\udcff")))
            self.assertRaises(TypeError, site.html, 5)
        self.assertIn("'\\ud800'", str(self.mistake(minutebook.Site, SITE, today="\ud800")))
        self.assertIn("can't be written in UTF-8", str(self.mistake(minutebook.markdown, "\ud800")))
        self.assertRaises(TypeError, minutebook.Site, SITE, today=5)
        self.assertEqual(minutebook.markdown("a\0b"), "<p>a\ufffdb</p>\n")

    def test_a_closed_site(self):
        site = minutebook.Site(SITE)
        site.close()
        site.close()
        uses = (lambda: site.html("/"), lambda: site.pages, lambda: site.data, lambda: site.files, lambda: site.file("index.html"),
                lambda: site.findings, lambda: site.source_folders, lambda: minutebook.Site(SITE, previous=site))
        for use in uses:
            self.assertEqual(str(self.mistake(use)), "the site is closed")

    def test_a_missing_pack(self):
        self.assertIn("none.txt", str(self.mistake(minutebook.pack, "none.txt")))

    def test_a_missing_or_strange_library(self):
        from minutebook import library
        for path in ("/nowhere/libminutebook.so", __file__):
            os.environ["MINUTEBOOK_LIBRARY"], former = path, os.environ["MINUTEBOOK_LIBRARY"]
            try:
                self.assertIn(path, str(self.mistake(library.load)))
            finally:
                os.environ["MINUTEBOOK_LIBRARY"] = former


if __name__ == "__main__":
    main()
