"""answers_test.py: what the preview answers to browsers, and to those who are none."""

import json
import os
import shutil
import socket
import unittest

from preview_under_test import SCRIPT, PreviewTest
from site_under_test import EXAMPLE


class Pages(PreviewTest):
    def assert_served_as_built(self):
        self.publish()
        self.start()
        for path, content in self.tree().items():
            if path == ".minutebook":
                continue
            status, _, body = self.ask("/" + path.removesuffix("index.html"))
            self.assertEqual(status, 200, path)
            body, scripts = SCRIPT.subn(b"", body)
            self.assertEqual(scripts, 1 if path.endswith(".html") else 0, path)
            self.assertEqual(body, content, path)

    def test_every_file_is_what_a_build_writes(self):
        self.assert_served_as_built()

    def test_every_file_of_the_example_site_is_what_a_build_writes(self):
        shutil.rmtree(self.path("site"))
        shutil.copytree(EXAMPLE, self.path("site"), ignore=shutil.ignore_patterns("_site"))
        self.assert_served_as_built()

    def test_nothing_is_written(self):
        before = self.tree("site")
        self.start()
        self.page_now()
        self.assertEqual(self.tree("site"), before)

    def test_nothing_is_kept_by_the_browser(self):
        self.start()
        for path in ("/", "/assets/style.css", "/nowhere/", "/_minutebook/reload.js"):
            self.assertEqual(self.ask(path)[1]["Cache-Control"], "no-store", path)

    def test_head_tells_the_size_alone(self):
        self.start()
        whole = self.ask("/")
        status, headers, body = self.ask("/", "HEAD")
        self.assertEqual((status, body), (200, b""))
        self.assertEqual(headers["Content-Length"], str(len(whole[2])))

    def test_other_methods_are_refused(self):
        self.start()
        for method in ("POST", "PUT", "DELETE", "OPTIONS"):
            self.assertGreaterEqual(self.ask("/", method)[0], 400, method)

    def test_a_folder_without_its_slash_leads_to_the_page(self):
        self.start()
        status, headers, _ = self.ask("/panels/communities-transport-and-learning-scrutiny-panel?inspect")
        self.assertEqual(status, 302)
        self.assertEqual(headers["Location"], "/panels/communities-transport-and-learning-scrutiny-panel/?inspect")

    def test_a_page_that_is_missing_says_which_was_meant(self):
        self.start()
        status, _, body = self.ask("/panels/communities-transport-and-learning-scrutiny-panle/")
        self.assertEqual(status, 404)
        self.assertIn("did you mean &#039;/panels/communities-transport-and-learning-scrutiny-panel/&#039;?",
                      body.decode())

    def test_types_are_named(self):
        self.write("site/assets/plan.pdf", b"%PDF-1.4 not really")
        self.start()
        for path, kind in (("/", "text/html; charset=utf-8"), ("/assets/style.css", "text/css; charset=utf-8"),
                           ("/assets/plan.pdf", "application/pdf")):
            self.assertEqual(self.ask(path)[1]["Content-Type"], kind)

    def test_a_part_of_a_file(self):
        self.write("site/assets/plan.pdf", b"0123456789")
        self.start()
        for wanted, status, body, told in (
                ("bytes=2-4", 206, b"234", "bytes 2-4/10"), ("bytes=7-", 206, b"789", "bytes 7-9/10"),
                ("bytes=-3", 206, b"789", "bytes 7-9/10"), ("bytes=0-99", 206, b"0123456789", "bytes 0-9/10"),
                ("bytes=10-", 416, None, "bytes */10"), ("bytes=4-2", 200, b"0123456789", None),
                ("lines=1-2", 200, b"0123456789", None)):
            found = self.ask("/assets/plan.pdf", Range=wanted)
            self.assertEqual((found[0], found[1]["Content-Range"]), (status, told), wanted)
            if body is not None:
                self.assertEqual(found[2], body, wanted)


class Traces(PreviewTest):
    def trace(self, path):
        status, headers, body = self.ask("/_minutebook/trace" + path)
        self.assertEqual((status, headers["Content-Type"]), (200, "application/json"), body)
        return json.loads(body)

    def test_a_trace_names_the_files_the_objects_and_the_findings(self):
        self.write("site/layouts/meeting.md", "# ${meeting.panel.name}\n\n% for _, item in ipairs(meeting.agenda) do\n"
                                              "- ${line(item)}\n% end\n")
        self.write("site/components/line.md", "% local item = ...\n${item.title}\n")
        self.start()
        page = "/meetings/2025-11-04-communities-transport-and-learning-scrutiny-panel/"
        made = self.trace(page)
        self.assertEqual(made["route"], page)
        runs = {file["file"]: file["runs"] for file in made["files"]}
        self.assertEqual(runs["site/layouts/meeting.md"], 1)
        items = [found for found in made["objects"] if found["type"] == "AgendaItem"]
        self.assertEqual(runs["site/components/line.md"], len(items))
        self.assertIn("# Communities", made["markdown"])
        with open(self.path("site/packs/2025-11-04.txt"), encoding="utf-8") as file:
            lines = file.read().split("\n")
        for item in items:
            self.assertEqual(item["file"], "site/packs/2025-11-04.txt")
            self.assertRegex(lines[item["line"] - 1], r"\S")
        for found in made["findings"]:
            self.assertEqual(found["file"], "site/packs/2025-11-04.txt")

    def test_a_page_that_is_missing_has_none(self):
        self.start()
        self.assertEqual(self.ask("/_minutebook/trace/nowhere/")[0], 404)


class Strangers(PreviewTest):
    def test_another_host_is_not_answered(self):
        self.start()
        for host in ("council.example", "127.0.0.1.council.example", f"localhost:{self.port + 1}", "localhost.", ""):
            self.assertEqual(self.ask("/", Host=host)[0], 421, host)
        for host in (f"localhost:{self.port}", "LOCALHOST", f"[::1]:{self.port}"):
            self.assertEqual(self.ask("/", Host=host)[0], 200, host)

    def test_nothing_outside_the_site_is_reached(self):
        self.write("secret.txt", "the key")
        self.write("site/secret.txt", "the other key")
        os.symlink("../../secret.txt", self.path("site/packs/link.md"))
        self.start()
        for path in ("/../secret.txt", "/%2e%2e/secret.txt", "/assets/../../secret.txt", "/assets/%2e%2e%2fsecret.txt",
                     "/..%5csecret.txt", "/secret.txt", "//secret.txt", "/site.yaml", "/assets/style.css%00.html",
                     "/assets//style.css", "/./index.html", "/%", "/%zz", "/layouts/home.md", "/packs/link.md"):
            status, _, body = self.ask(path)
            self.assertIn(status, (400, 404), path)
            self.assertNotIn(b"key", body, path)

    def said_to(self, text):
        with socket.create_connection(("127.0.0.1", self.port), timeout=30) as client:
            try:
                client.sendall(text)
                answer = b""
                while piece := client.recv(65536):
                    answer += piece
            except ConnectionError:
                pass
            return answer

    def test_a_header_of_a_megabyte_is_refused(self):
        self.start()
        answer = self.said_to(b"GET / HTTP/1.1\r\nHost: localhost\r\nX-Much: " + b"x" * (1 << 20) + b"\r\n\r\n")
        self.assertNotIn(b" 200 ", answer[:20])
        self.page_now()

    def test_noise_is_refused(self):
        self.start()
        for noise in (b"\0\1\2\3\r\n\r\n", b"GET\r\n\r\n", b"GET / HTTP/9.9\r\n\r\n", b"\r\n" * 1000, b"GET " + b"/a" * 9000):
            self.assertNotIn(b" 200 ", self.said_to(noise + b"\r\n\r\n")[:20])
        self.page_now()

    def test_slow_and_many_clients_keep_nobody_waiting(self):
        self.start()
        clients = []
        for _ in range(200):
            client = socket.create_connection(("127.0.0.1", self.port), timeout=30)
            client.sendall(b"GET / HTTP/1.1\r\nHost: local")
            clients.append(client)
        self.page_now()
        for client in clients:
            client.sendall(b"host\r\nConnection: close\r\n\r\n")
        for client in clients:
            self.assertIn(b" 200 ", client.recv(65536))
            client.close()


class Addresses(PreviewTest):
    def test_a_port_in_use_is_named(self):
        self.start()
        outcome = self.run_command("serve", "site", "--port", str(self.port))
        self.assert_refused(outcome, 1, f"port {self.port} is in use")
        self.assertIn("--port 0 takes any that is free", outcome.err)

    def test_a_port_that_is_none(self):
        for port in ("-1", "70000", "http", ""):
            self.assertEqual(self.run_command("serve", "site", "--port", port).code, 2, port)

    def test_an_address_that_is_none(self):
        self.assert_refused(self.run_command("serve", "site", "--address", "home"), 2, "'home' is no IP address")

    def test_an_address_that_others_reach_is_told(self):
        self.start("--address", "0.0.0.0")
        self.assertEqual(self.ask("/", Host="localhost")[0], 200)


if __name__ == "__main__":
    unittest.main()
