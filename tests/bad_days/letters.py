"""Digital post on bad days: the disk is full, senders stall and break off. What got no id is not there; what got one is, once."""
import json
import pathlib
import subprocess
import sys
import uuid

sys.path.insert(0, str(pathlib.Path(__file__).resolve().parents[1] / "crash"))
from day import Day  # noqa: E402
from disk_full import SmallDisk  # noqa: E402
from hostile_lines import Line, statuses_in  # noqa: E402
from ledger import Line as Machine, send  # noqa: E402
from post_office import BOUNDARY, CITIZEN, SENDER, SOAP, V1, basic, letter, multipart  # noqa: E402

LARGE = b"%PDF-1.4\n" + b"%" + b"x" * 300_000 + b"\n%%EOF\n"


class Letters(Day):
    def a_letter(self, **more):
        """Its reference and its body."""
        reference = str(uuid.uuid4())
        return reference, multipart({**letter({"fodselsNummer": CITIZEN}), "eksternReferanse": reference}, **more)

    def ids_of(self, program, reference):
        status, content = Machine(program.port, SENDER).ask("GET", f"{V1}/eksternref/{reference}")
        self.assertEqual(status, 200, content)
        return [each["id"] for each in json.loads(content)["forsendelseIder"]]

    def test_a_full_disk_takes_no_letters_and_loses_none(self):
        folder = self.folder()
        data = folder / "data"
        data.mkdir()
        disk = SmallDisk(data, self.addCleanup)
        with self.running(folder=folder, within=disk.within()) as program:
            inside = lambda script: subprocess.run([*disk.beside(program), "sh", "-c", script, "sh", str(data)], check=False, capture_output=True)
            line = Machine(program.port, SENDER)
            kept = [self.accepted(line)]
            inside('cat /dev/zero > "$1/filler"')
            inside('cat /dev/zero > "$1/last-page"')
            refused = self.send_until_refused(line, kept)
            inside('rm "$1/filler" "$1/last-page"')
            self.until("room again", lambda: self.is_ready(program.browser()))
            key, reference, body = refused
            self.assertEqual(self.ids_of(program, reference), [], "what was refused is not there")
            for _ in range(2):
                self.assertEqual(send(line, key, body)[0], 200)
            self.assertEqual(len(self.ids_of(program, reference)), 1, "sent again with its key it is there once")
            for reference in kept:
                self.assertEqual(len(self.ids_of(program, reference)), 1, "what was acknowledged is there")
            kept.append(self.accepted(line))

    def accepted(self, line):
        reference, body = self.a_letter()
        status, content = send(line, str(uuid.uuid4()), body)
        self.assertEqual(status, 200, content)
        return reference

    def send_until_refused(self, line, kept):
        """Room that was taken before is used up first."""
        for _ in range(2000):
            key, (reference, body) = str(uuid.uuid4()), self.a_letter(content=LARGE)
            status, content = send(line, key, body)
            if status != 200:
                self.assertEqual(status, 503, content)
                self.assertEqual(set(json.loads(content)), {"errorcode", "message"}, "in the words of the interface")
                return key, reference, body
            kept.append(reference)
        raise AssertionError("a full disk took 2000 large letters")

    def test_a_letter_that_stalls_or_breaks_off_is_no_letter(self):
        with self.running() as program:
            cut = {"stalls": 0.5, "breaks off": 0.9}
            for name, share in cut.items():
                with self.subTest(name):
                    reference, body = self.a_letter()
                    start = ("\r\n".join([f"POST {V1}/sendForsendelse HTTP/1.1", "Host: 127.0.0.1", f"Authorization: {basic(SENDER)}",
                                          f"Content-Type: multipart/form-data; boundary={BOUNDARY}", f"Content-Length: {len(body)}", "", ""])).encode()
                    with Line(program.port) as slow:
                        slow.send(start + body[:int(len(body) * share)])
                        if name == "stalls":
                            self.assertEqual(statuses_in(slow.rest()), [408])
                    self.assertEqual(self.ids_of(program, reference), [])
                    self.assertEqual(send(Machine(program.port, SENDER), str(uuid.uuid4()), body)[0], 200)
                    self.assertEqual(len(self.ids_of(program, reference)), 1)
            self.assert_torn_envelope_is_told(program)

    def assert_torn_envelope_is_told(self, program):
        """A SOAP message that ends in the middle is a fault in SOAP's own words."""
        status, content = Machine(program.port, SENDER).ask("POST", SOAP, b"<Envelope><Body>", **{"Content-Type": "application/soap+xml"})
        self.assertGreaterEqual(status, 400)
        self.assertIn(b"Fault", content)
