"""Kills the program at random under a writing load, starts it again and asks what is true.

Usage: tests/crash/run.py PROGRAM [KILLS] [DATABASE]      DATABASE: sqlite or postgresql; both when it is left out
Each round: several clients plan cases, each with an idempotency key of its own, and note what was acknowledged; the
program is killed with SIGKILL at a random moment; after the restart every acknowledged case must be there with its
title, and no key may have made two. On PostgreSQL the server is killed too in some rounds and started again, while the
program goes on: it must say that the database is away, and find back to it by itself. `samband verify` must find the
journal whole: now and then and at the end, since a journal once broken stays so. Prints a line of counts.
"""
import os
import pathlib
import random
import shutil
import signal
import sys
import tempfile
import threading
import time
import uuid

sys.path.insert(0, str(pathlib.Path(__file__).resolve().parents[1]))
sys.path.insert(0, str(pathlib.Path(__file__).resolve().parents[2] / "tools"))
from program import Browser, Program  # noqa: E402
import with_postgresql  # noqa: E402

CLIENTS = 4
LOAD_S_MAX = 0.25
ROUNDS_PER_VERIFICATION = 10
ROUNDS_PER_DATABASE_KILL = 40
RECOVERY_S_MAX = 60
AWAY = {503: "platform.database_unavailable", 202: "platform.outcome_unknown"}


class Load:
    """Plans cases until the program is gone. While the database is away, asks again with the same key until it is back."""

    def __init__(self, program, body, cookies, token):
        self.port, self.body, self.cookies, self.token = program.port, body, cookies, token
        self.acknowledged, self.unanswered, self.put_off, self.fault = {}, {}, 0, None
        self.stopping = threading.Event()
        self.thread = threading.Thread(target=self.run)
        self.thread.start()

    def run(self):
        browser = Browser(self.port)
        browser.cookies = dict(self.cookies)
        browser.csrf_token = lambda: self.token
        while not self.stopping.is_set() and not self.fault:
            key = str(uuid.uuid4())
            if not self.plan(browser, key, f"Prøvesak {key}"):
                return

    def plan(self, browser, key, title):
        """False when the program is gone."""
        while not self.fault:
            try:
                answer = browser.post_json("/cases", new_case(title, self.body), Idempotency_Key=key)
            except Exception:  # http.client has many ways of saying that the other side died
                self.unanswered[key] = title
                return False
            if answer.status == 201:
                self.acknowledged[key] = (title, answer.header("Location"))
                return True
            if answer.status not in AWAY or answer.json()["code"] != AWAY[answer.status]:
                self.fault = f"planning a case answered {answer.status}: {answer.text[:500]}"
            self.put_off += 1
            time.sleep(0.05)
        return True

    def stop(self):
        self.stopping.set()
        self.thread.join(RECOVERY_S_MAX + 30)
        assert not self.thread.is_alive(), f"the program did not find back to its database within {RECOVERY_S_MAX} s"
        assert not self.fault, self.fault


def new_case(title, body):
    return {"language": "nb", "title": title, "summary": "Planlagt under last.", "background": "", "themes": [], "isStrategic": False,
            "points": ["Saken tas til orientering."], "owner": "ks", "ownerBodyId": body,
            "steps": [{"bodyId": body, "plannedDay": "2027-03-04"}],
            "concerns": [{"scope": "municipalities", "reason": "Gjelder alle kommuner."}], "shields": []}


class Killing:
    """One database, killed at many times; remembers all that was ever acknowledged."""

    def __init__(self, program, server, chance):
        self.program, self.server, self.chance = program, server, chance
        self.known, self.put_off, self.repeated = {}, 0, 0
        self.browser = program.browser()
        self.browser.log_in("secretariat")
        self.body = self.browser.get("/bodies.json", Accept="application/json").json()["bodies"][0]["id"]
        self.token = self.browser.csrf_token()
        self.browser.csrf_token = lambda: self.token

    def begin_loads(self):
        return [Load(self.program, self.body, self.browser.cookies, self.token) for _ in range(CLIENTS)]

    def kill_program(self):
        loads = self.begin_loads()
        time.sleep(self.chance.uniform(0.0, LOAD_S_MAX))
        self.program.kill()
        for load in loads:
            load.stop()
        self.program.start("--keep")
        self.browser.port = self.program.port
        self.look_at(loads)

    def kill_database(self):
        loads = self.begin_loads()
        time.sleep(self.chance.uniform(0.0, LOAD_S_MAX))
        self.server.end_hard(self.chance.choice([signal.SIGKILL, signal.SIGQUIT]))
        time.sleep(self.chance.uniform(0.0, LOAD_S_MAX))
        self.server.run_again()
        for load in loads:  # Each ends when what it had begun is acknowledged.
            load.stop()
        assert self.program.process.poll() is None, f"the program fell with its database:\n{self.program.said()[-2000:]}"
        self.put_off += sum(load.put_off for load in loads)
        assert not any(load.unanswered for load in loads), "the program broke a line off when its database went away"
        self.look_at(loads)

    def look_at(self, loads):
        acknowledged = {key: entry for load in loads for key, entry in load.acknowledged.items()}
        for title, address in acknowledged.values():
            self.look_for(title, address)
        for key, title in {key: title for load in loads for key, title in load.unanswered.items()}.items():
            first, again = (self.browser.post_json("/cases", new_case(title, self.body), Idempotency_Key=key) for _ in range(2))
            assert first.status == again.status == 201, (first.status, first.text[:300], again.status)
            assert first.header("Location") == again.header("Location"), "one key made two cases"
            acknowledged[key] = (title, first.header("Location"))
            self.repeated += 1
        self.known.update({address: title for title, address in acknowledged.values()})

    def look_for(self, title, address):
        answer = self.browser.get(address + ".json", Accept="application/json")
        assert answer.status == 200, f"{address} was acknowledged and is gone ({answer.status})"
        assert answer.json()["title"] == title, f"{address} was acknowledged and is half-there: {answer.text[:300]}"

    def verify(self):
        code, said = self.program.run("verify")
        assert code == 0, f"the journal does not hold after a kill:\n{said}"

    def counts(self):
        away = f", {self.put_off} put off while the database was away" if self.server else ""
        return f"{len(self.known)} cases acknowledged, {self.repeated} asked for again{away}, none missing"


def kill_many(name, program, server, kills, chance):
    program.start()
    killing = Killing(program, server, chance)
    database_kills = 0
    for number in range(1, kills + 1):
        killing.kill_program()
        if server and number % ROUNDS_PER_DATABASE_KILL == 0:
            killing.kill_database()
            database_kills += 1
        if number % ROUNDS_PER_VERIFICATION == 0 or number == kills:
            killing.verify()
        if number % 20 == 0 or number == kills:
            beside = f" and {database_kills} of PostgreSQL" if server else ""
            print(f"crash: {name}: {number} kills{beside}, {killing.counts()}", flush=True)
    for address, title in chance.sample(sorted(killing.known.items()), min(50, len(killing.known))):
        killing.look_for(title, address)


def run_on(name, path, kills, chance):
    """A server of its own for PostgreSQL, as durable as in production."""
    folder = tempfile.mkdtemp(prefix="samband-crash-", dir="/tmp")
    server_folder = tempfile.mkdtemp(prefix="samband-pg-", dir="/tmp")
    server = with_postgresql.Server(server_folder, is_durable=True) if name == "PostgreSQL" else None
    program = None
    begun = time.monotonic()
    try:
        if server:
            server.start()
        program = Program(path, folder=folder, flags=["--database", server.url()] if server else [])
        kill_many(name, program, server, kills, chance)
    finally:
        if program:
            program.stop()
        if server:
            server.stop()
        shutil.rmtree(folder, ignore_errors=True)
        shutil.rmtree(server_folder, ignore_errors=True)
    print(f"crash: {name}: {time.monotonic() - begun:.0f} s", flush=True)


def main(path, kills="200", database=None):
    names = [name for name in ("SQLite", "PostgreSQL") if database in (None, name.lower())]
    seed = int(os.environ.get("SAMBAND_TEST_SEED", time.time_ns() % 1_000_000))
    print(f"crash: seed {seed}", flush=True)
    for name in names:
        run_on(name, path, int(kills), random.Random(seed))
    print(f"{len(names)} passed, 0 failed")


if __name__ == "__main__":
    main(*sys.argv[1:])
