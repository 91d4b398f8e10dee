"""Kills the program at random under a writing load, starts it again and asks what is true.

Usage: tests/crash/run.py PROGRAM [KILLS] [DATABASE]      DATABASE: sqlite or postgresql; both when it is left out
Each round: several clients plan cases, each with an idempotency key of its own, and note what was acknowledged; the
program is killed with SIGKILL at a random moment; after the restart every acknowledged case must be there with its
title, and no key may have made two. Others send and fetch digital post meanwhile: every letter that got an id must be
there, reach its end and have a receipt that holds, and none may come again that its receiver acknowledged. On PostgreSQL the server is killed too in some rounds and started again, while the
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
import time

sys.path.insert(0, str(pathlib.Path(__file__).resolve().parents[1]))
sys.path.insert(0, str(pathlib.Path(__file__).resolve().parents[2] / "tools"))
from ledger import Ledger  # noqa: E402
from load import Secretary  # noqa: E402
from program import Program  # noqa: E402
import with_postgresql  # noqa: E402

CLIENTS = 4
LOAD_S_MAX = 0.2
ROUNDS_PER_VERIFICATION = 20
ROUNDS_PER_DATABASE_KILL = 40


class Killing:
    """One database, killed at many times."""

    def __init__(self, program, server, chance):
        self.program, self.server, self.chance = program, server, chance
        self.secretary, self.ledger = Secretary(program), Ledger(program)
        self.put_off, self.repeated = 0, 0

    def kill_program(self):
        loads, machines = self.secretary.begin_loads(CLIENTS), self.ledger.begin()
        time.sleep(self.chance.uniform(0.0, LOAD_S_MAX))
        self.program.kill()
        for load in loads:
            load.stop()
        self.program.start("--keep")
        self.ledger.end(machines)
        self.secretary.after_restart()
        self.secretary.look_at(loads)
        for key, title in {key: title for load in loads for key, title in load.unanswered.items()}.items():
            self.ask_again(key, title)

    def ask_again(self, key, title):
        first, again = (self.secretary.plan(title, key) for _ in range(2))
        assert first.status == again.status == 201, (first.status, first.text[:300], again.status)
        assert first.header("Location") == again.header("Location"), "one key made two cases"
        self.secretary.known[first.header("Location")] = title
        self.repeated += 1

    def kill_database(self):
        loads, machines = self.secretary.begin_loads(CLIENTS), self.ledger.begin()
        time.sleep(self.chance.uniform(0.0, LOAD_S_MAX))
        self.server.end_hard(self.chance.choice([signal.SIGKILL, signal.SIGQUIT]))
        time.sleep(self.chance.uniform(0.0, LOAD_S_MAX))
        self.server.run_again()
        for load in loads:  # Each ends when what it had begun is acknowledged.
            load.stop()
        assert self.program.process.poll() is None, f"the program fell with its database:\n{self.program.said()[-2000:]}"
        assert not any(load.unanswered for load in loads), "the program broke a line off when its database went away"
        self.ledger.end(machines)
        self.put_off += sum(load.put_off for load in loads + machines)
        self.secretary.look_at(loads)

    def counts(self):
        away = f", {self.put_off} put off while the database was away" if self.server else ""
        cases = f"{len(self.secretary.known)} cases acknowledged, {self.repeated} asked for again, none missing"
        return f"{cases}; {self.ledger.counts()}{away}"


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
            killing.secretary.verify()
        if number % 20 == 0 or number == kills:
            beside = f" and {database_kills} of PostgreSQL" if server else ""
            print(f"crash: {name}: {number} kills{beside}, {killing.counts()}", flush=True)
    killing.ledger.settle()
    killing.ledger.verify(chance)
    print(f"crash: {name}: all letters reached their end; {killing.ledger.counts()}", flush=True)
    known = sorted(killing.secretary.known)
    for address in chance.sample(known, min(50, len(known))):
        killing.secretary.look_for(address)


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
