"""The ledger of a post office: every id that a sender got, every one that a receiver acknowledged, and what must be true of them."""
import http.client
import json
import pathlib
import sys
import tempfile
import threading
import time
import uuid

sys.path.insert(0, str(pathlib.Path(__file__).resolve().parents[1] / "api"))
from load import RECOVERY_S_MAX  # noqa: E402
from post_office import BERGEN, BOUNDARY, CITIZEN, RECEIVER, SENDER, V1, basic, letter, multipart  # noqa: E402

INN = "/tjenester/svarinn"
DELIVERED = {"receiver": "LEST", "mailbox": "VARSLET"}
RECEIPTS_CHECKED_MAX = 25
# What was under way when the program was killed is taken up again when its lease is over; on SQLite, where no other
# program can be at work, at once.
LEASE_S = 30


class Line:
    """One machine's way to the program: asks, and gives status and content."""

    def __init__(self, port, who):
        self.port, self.who = port, who

    def ask(self, method, path, body=None, **headers):
        connection = http.client.HTTPConnection("127.0.0.1", self.port, timeout=30)
        try:
            connection.request(method, path, body, {"Authorization": basic(self.who), **headers})
            answer = connection.getresponse()
            return answer.status, answer.read()
        finally:
            connection.close()


def send(line, key, body):
    return line.ask("POST", V1 + "/sendForsendelse", body,
                    **{"Content-Type": f"multipart/form-data; boundary={BOUNDARY}", "Idempotency-Key": key})


class Machine:
    """Works in a thread of its own until it is stopped or the program is gone."""

    def __init__(self, port, who):
        self.line, self.fault, self.put_off = Line(port, who), None, 0
        self.stopping = threading.Event()
        self.thread = threading.Thread(target=self.run)
        self.thread.start()

    def run(self):
        while not self.stopping.is_set() and not self.fault:
            try:
                self.work()
            except (OSError, http.client.HTTPException):  # the program is gone
                return
            except AssertionError as fault:
                self.fault = str(fault)

    def well(self, status, content, what):
        """False when it was put off because nothing can be saved for the moment."""
        if status == 503:
            self.put_off += 1
            time.sleep(0.05)
            return False
        assert status in (200, 202), f"{what} answered {status}: {content[:500]}"
        return status == 200

    def stop(self):
        self.stopping.set()
        self.thread.join(RECOVERY_S_MAX + 30)
        assert not self.thread.is_alive(), f"a machine hangs more than {RECOVERY_S_MAX} s"
        assert not self.fault, self.fault


class Sender(Machine):
    """Sends to a citizen and to an organisation in turn, and notes each id with where it goes."""

    def __init__(self, port):
        self.noted, self.unanswered, self.turn = {}, [], 0
        super().__init__(port, SENDER)

    def work(self):
        self.turn += 1
        goes_to = "mailbox" if self.turn % 2 else "receiver"
        recipient = {"fodselsNummer": CITIZEN} if goes_to == "mailbox" else {"organisasjonsNummer": BERGEN}
        sent = (str(uuid.uuid4()), multipart(letter(recipient)), goes_to)
        self.unanswered.append(sent)
        status, content = send(self.line, *sent[:2])
        self.unanswered.pop()
        if self.well(status, content, "sending a letter"):
            self.noted[json.loads(content)["id"]] = goes_to


class Fetcher(Machine):
    """Takes what waits for the receiver and acknowledges it. What it has acknowledged must never come again."""

    def __init__(self, port, acknowledged):
        self.acknowledged, self.taken = acknowledged, 0
        super().__init__(port, RECEIVER)

    def work(self):
        if self.take() == 0:
            time.sleep(0.02)

    def take(self):
        """All that is listed now; gives how many."""
        status, content = self.line.ask("GET", INN + "/mottaker/hentNyeForsendelser")
        if not self.well(status, content, "asking for new letters"):
            return 0
        waiting = json.loads(content)
        for each in waiting:
            assert each["id"] not in self.acknowledged, f"{each['id']} was acknowledged and is delivered again"
            status, content = self.line.ask("GET", "/" + each["downloadUrl"].split("/", 3)[3])
            if not self.well(status, content, "fetching a letter"):
                return 0
            status, content = self.line.ask("POST", f"{INN}/kvitterMottak/forsendelse/{each['id']}")
            if not self.well(status, content, "acknowledging a letter"):
                return 0
            self.acknowledged.add(each["id"])
        return len(waiting)


class Ledger:
    """What was sent and fetched through all the program's ends."""

    def __init__(self, program):
        self.program, self.noted, self.acknowledged, self.repeated = program, {}, set(), 0
        self.patience_s = RECOVERY_S_MAX + (2 * LEASE_S if "--database" in program.flags else 0)

    def begin(self):
        return [Sender(self.program.port), Sender(self.program.port), Fetcher(self.program.port, self.acknowledged)]

    def end(self, machines):
        """After the restart: every id that was given is known."""
        line = Line(self.program.port, SENDER)
        for machine in machines:
            machine.stop()
            for identity, goes_to in getattr(machine, "noted", {}).items():
                self.noted[identity] = goes_to
                status, content = line.ask("GET", f"{V1}/{identity}/status")
                assert status == 200, f"{identity} was accepted and is gone ({status}: {content[:300]})"
            for key, body, goes_to in getattr(machine, "unanswered", []):
                self.send_again(line, key, body, goes_to)

    def send_again(self, line, key, body, goes_to):
        """A letter whose answer was lost: with the same key it is the same letter, however often."""
        first, again = (send(line, key, body) for _ in range(2))
        assert first == again and first[0] == 200, f"one key, two answers: {first} and {again}"
        self.noted[json.loads(first[1])["id"]] = goes_to
        self.repeated += 1

    def settle(self):
        """Takes the rest, and waits until each stands where it must end, as long as it gets on."""
        waiting = dict(self.noted)
        fewest, limit = len(waiting), time.monotonic() + self.patience_s
        fetcher = Fetcher(self.program.port, self.acknowledged)
        line = Line(self.program.port, SENDER)
        while waiting and time.monotonic() < limit:
            status, content = line.ask("POST", V1 + "/statuser", json.dumps(list(waiting)[:500]), **{"Content-Type": "application/json"})
            assert status == 200, (status, content[:300])
            for each in json.loads(content)["statuser"]:
                identity = each["forsendelsesId"]["id"]
                if each["status"] == DELIVERED[waiting[identity]]:
                    waiting.pop(identity)
            if len(waiting) < fewest:
                fewest, limit = len(waiting), time.monotonic() + self.patience_s
        fetcher.stop()
        assert not waiting, f"{len(waiting)} letters are under way and none got on for {self.patience_s} s, the first is {next(iter(waiting))}"

    def verify(self, chance):
        """Receipts of some, by the program's own verb on the files alone."""
        line = Line(self.program.port, SENDER)
        with tempfile.TemporaryDirectory(prefix="samband-ledger-") as folder:
            keys, receipt = pathlib.Path(folder) / "keys.json", pathlib.Path(folder) / "receipt.jws"
            keys.write_bytes(line.ask("GET", "/receipt-keys")[1])
            for identity in chance.sample(sorted(self.noted), min(RECEIPTS_CHECKED_MAX, len(self.noted))):
                status, content = line.ask("GET", f"/dispatches/{identity}/receipt")
                assert status == 200, (status, content[:300])
                receipt.write_bytes(content)
                code, said = self.program.run("verify", "--receipt", str(receipt), "--keys", str(keys))
                assert code == 0, f"the receipt of {identity} does not hold:\n{said}"

    def counts(self):
        return f"{len(self.noted)} letters accepted, {self.repeated} of them sent again, {len(self.acknowledged)} acknowledged by their receiver, none missing, none twice"
