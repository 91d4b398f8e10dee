"""Two programs on one PostgreSQL and one data folder: what one has taken in, either delivers, and nothing twice."""
import concurrent.futures
import json
import pathlib
import sys
import threading
import time
import unittest
import uuid

sys.path.insert(0, str(pathlib.Path(__file__).resolve().parents[1] / "crash"))
from ledger import Fetcher, Ledger, Line, Sender, send  # noqa: E402
from post_office import BERGEN, CITIZEN, RECEIVER, SENDER, V1, letter, multipart  # noqa: E402
from program import Program  # noqa: E402

LETTERS_MIN = 200
LOAD_S_MAX = 15


class Alternating(Line):
    """Asks one program, then the other."""

    def __init__(self, ports, who):
        super().__init__(ports[0], who)
        self.ports = ports

    def ask(self, method, path, body=None, **headers):
        self.ports = self.ports[1:] + self.ports[:1]
        self.port = self.ports[0]
        return super().ask(method, path, body, **headers)


class WanderingFetcher(Fetcher):
    """Lists at one program, fetches at the other, acknowledges at the first."""

    def __init__(self, ports, acknowledged):
        self.ports = ports
        super().__init__(ports[0], acknowledged)

    def run(self):
        self.line = Alternating(self.ports, RECEIVER)
        super().run()


class TwoPrograms(unittest.TestCase):
    """Started on what a demonstration left, and ended, by `pair`."""
    programs = ()

    def ports(self):
        return [program.port for program in self.programs]

    def test_a_second_key_at_the_other_program_makes_no_second_letter(self):
        for recipient in ({"fodselsNummer": CITIZEN}, {"organisasjonsNummer": BERGEN}):
            key, body = str(uuid.uuid4()), multipart(letter(recipient))
            together = threading.Barrier(len(self.programs))

            def once(port, key=key, body=body, together=together):
                together.wait()
                return send(Line(port, SENDER), key, body)
            with concurrent.futures.ThreadPoolExecutor() as pool:
                answers = list(pool.map(once, self.ports()))
            self.assertEqual({status for status, _ in answers}, {200}, answers)
            self.assertEqual(len({json.loads(content)["id"] for _, content in answers}), 1, answers)

    def test_letters_taken_in_by_both_are_delivered_once_though_one_is_killed(self):
        first, second = self.programs
        ledger = Ledger(first)
        senders = [Sender(port) for port in self.ports() * 2]
        fetcher = WanderingFetcher(self.ports(), ledger.acknowledged)
        limit = time.monotonic() + LOAD_S_MAX
        while sum(len(sender.noted) for sender in senders) < LETTERS_MIN and time.monotonic() < limit:
            time.sleep(0.02)
        fetcher.stop()
        second.kill()
        ledger.end(senders)
        self.assertGreaterEqual(len(ledger.noted), LETTERS_MIN)
        ledger.settle()
        line = Line(first.port, SENDER)
        for identity in list(ledger.noted)[:50]:
            told = json.loads(line.ask("GET", f"{V1}/{identity}/historikk")[1])["hendelsesLogger"]
            words = [each["hendelse"] for each in told]
            self.assertEqual(len(words), len(set(words)), f"something was done twice: {words}")
        code, said = first.run("verify")
        self.assertEqual(code, 0, said)
        print(f"api: two programs: {ledger.counts()}", flush=True)


def pair(path, folder, flags):
    """Two programs that serve what lies in the folder and the database."""
    programs = [Program(path, verb="serve", folder=folder, flags=flags) for _ in range(2)]
    for number, program in enumerate(programs):
        program.output = program.folder / f"output-{number}.txt"
    return programs
