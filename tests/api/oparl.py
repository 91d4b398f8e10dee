"""OParl over real HTTP, both ways: what the program publishes is read by another copy of it, and systems that fail, lie or lead
astray are read without harm."""
import contextlib
import http.server
import json
import pathlib
import tempfile
import threading

from program import Program
from visiting import Visiting

SCHEMA = "https://schema.oparl.org/1.1/"


class System:
    """An OParl system of one's own on a free port: paths and what stands there, as (status, bytes) or a value."""

    def __init__(self):
        self.pages, self.asked = {}, []
        outer = self

        class Handler(http.server.BaseHTTPRequestHandler):
            def do_GET(self):  # noqa: N802, the library's name
                outer.asked.append(self.path)
                found = outer.pages.get(self.path.split("?modified_since")[0].split("&modified_since")[0], (404, b"gone"))
                status, body = found if isinstance(found, tuple) else (200, json.dumps(found).encode())
                self.send_response(status)
                if status == 302:
                    self.send_header("Location", body.decode())
                self.send_header("Content-Length", str(len(body)))
                self.end_headers()
                self.wfile.write(body)

            def log_message(self, *_):
                pass

        self.server = http.server.ThreadingHTTPServer(("127.0.0.1", 0), Handler)
        self.home = f"http://127.0.0.1:{self.server.server_port}"
        self.thread = threading.Thread(target=self.server.serve_forever, daemon=True)

    def __enter__(self):
        self.thread.start()
        self.pages["/system"] = self.object("System", "/system", body=self.home + "/bodies")
        self.pages["/bodies"] = {"data": [self.object("Body", "/body", name="Drawn town", paper=self.home + "/papers")]}
        self.pages["/papers"] = {"data": [self.object("Paper", "/paper/1", name="Fibre")]}
        return self

    def __exit__(self, *_):
        self.server.shutdown()
        self.server.server_close()
        self.thread.join()

    def object(self, kind, path, **members):
        return {"id": self.home + path, "type": SCHEMA + kind, "modified": "2026-01-01T00:00:00Z", **members}


@contextlib.contextmanager
def empty_program(path):
    with tempfile.TemporaryDirectory(prefix="samband-oparl-") as folder:
        yield Program(path, verb="serve", folder=folder)


class Oparl(Visiting):
    def read(self, program, address, *flags):
        code, said = program.run("import", "oparl", address, *flags)
        return code, said

    def test_what_is_published_reads_back_to_the_same_graph(self):
        with empty_program(self.program.program) as outsider:
            address = f"http://127.0.0.1:{self.program.port}/oparl/v1.1/system"
            code, said = self.read(outsider, address, "--source", "first")
            self.assertEqual(code, 0, said)
            self.assertIn(" 0 ikke tatt med", said)
            code, said = self.read(outsider, address, "--source", "first", "--full")
            self.assertIn("0 nye, 0 endret, 0 fjernet, 0 ikke tatt med, 0 transaksjoner", said)

            folders = [outsider.folder / name for name in ("one", "two")]
            self.assertEqual(outsider.run("export", "oparl", "first", str(folders[0]))[0], 0)
            self.assertEqual(self.read(outsider, str(folders[0]), "--source", "second")[0], 0)
            self.assertEqual(outsider.run("export", "oparl", "second", str(folders[1]))[0], 0)
            files = [{path.name: path.read_bytes() for path in pathlib.Path(folder).iterdir()} for folder in folders]
            self.assertGreater(len(files[0]), 8)
            self.assertEqual(files[0], files[1])

    def test_a_system_that_fails_is_gone_on_with(self):
        with System() as system, empty_program(self.program.program) as outsider:
            second = system.home + "/papers?page=2"
            system.pages["/papers"]["links"] = {"next": second}
            system.pages["/papers?page=2"] = (503, b"later")
            code, said = self.read(outsider, system.home + "/system")
            self.assertEqual(code, 1)
            self.assertIn("oparl.answer_refused", said)
            system.asked.clear()
            system.pages["/papers?page=2"] = {"data": [system.object("Paper", "/paper/2")]}
            code, said = self.read(outsider, system.home + "/system")
            self.assertEqual(code, 0, said)
            self.assertIn("1 nye", said)
            self.assertNotIn("/papers", system.asked)

    def test_a_system_that_leads_astray_is_not_followed(self):
        with System() as system, System() as other, empty_program(self.program.program) as outsider:
            other.pages["/papers"] = {"data": [other.object("Paper", "/paper/9")]}
            system.pages["/papers"] = (302, (other.home + "/papers").encode())
            system.pages["/bodies"]["data"][0]["meeting"] = other.home + "/papers"
            system.pages["/bodies"]["data"].append(other.object("Body", "/body"))
            code, said = self.read(outsider, system.home + "/system")
            self.assertEqual(code, 1)
            for told in ("oparl.answer_refused", "oparl.address_foreign", "oparl.id_foreign"):
                self.assertIn(told, said)
            self.assertEqual(other.asked, [])

    def test_a_system_without_end_or_sense_ends(self):
        with System() as system, empty_program(self.program.program) as outsider:
            good = json.dumps(system.object("Paper", "/paper/1")).encode()
            system.pages["/papers"] = (200, b'{"data":[' + good + b',{"id":"\xff"}],"links":{"next":"' + system.home.encode() + b'/papers"}}')
            code, said = self.read(outsider, system.home + "/system")
            self.assertEqual(code, 1)
            self.assertIn("platform.bad_encoding", said)
            self.assertIn("oparl.paging_endless", said)
            self.assertIn("3 nye", said)
            self.assertEqual(system.asked.count("/papers"), 1)
