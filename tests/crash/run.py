"""Kills the program at random under a writing load, starts it again and asks what is true.

Usage: tests/crash/run.py PROGRAM [KILLS]
Each round: several clients plan cases, each with an idempotency key of its own, and note what was acknowledged; the
program is killed with SIGKILL at a random moment; after the restart every acknowledged case must be there with its
title, no key may have made two, and `samband verify` must find the journal whole. Prints one line of counts.
"""
import os
import pathlib
import random
import shutil
import sys
import tempfile
import threading
import time
import uuid

sys.path.insert(0, str(pathlib.Path(__file__).resolve().parents[1]))
from program import Browser, Program  # noqa: E402

CLIENTS = 4
LOAD_S_MAX = 0.35


class Load:
    """Plans cases until the program is gone."""

    def __init__(self, program, body, cookies, token):
        self.port, self.body, self.cookies, self.token = program.port, body, cookies, token
        self.acknowledged, self.unanswered = {}, {}
        self.stopping = threading.Event()

    def run(self):
        browser = Browser(self.port)
        browser.cookies = dict(self.cookies)
        browser.csrf_token = lambda: self.token
        while not self.stopping.is_set():
            key = str(uuid.uuid4())
            title = f"Prøvesak {key}"
            try:
                answer = browser.post_json("/cases", new_case(title, self.body), Idempotency_Key=key)
            except (OSError, ValueError, EOFError, AssertionError) as gone:
                self.unanswered[key] = (title, repr(gone))
                return
            except Exception as cut_short:  # http.client's own ways of saying that the other side died
                self.unanswered[key] = (title, repr(cut_short))
                return
            if answer.status == 201:
                self.acknowledged[key] = (title, answer.header("Location"))
            else:
                raise AssertionError(f"planning a case answered {answer.status}: {answer.text[:500]}")


def new_case(title, body):
    return {"language": "nb", "title": title, "summary": "Planlagt under last.", "background": "", "themes": [], "isStrategic": False,
            "points": ["Saken tas til orientering."], "owner": "ks", "ownerBodyId": body,
            "steps": [{"bodyId": body, "plannedDay": "2027-03-04"}],
            "concerns": [{"scope": "municipalities", "reason": "Gjelder alle kommuner."}], "shields": []}


def log_in(program):
    browser = program.browser()
    browser.log_in("secretariat")
    bodies = browser.get("/bodies.json", Accept="application/json").json()["bodies"]
    return browser, bodies[0]["id"], browser.csrf_token()


def one_round(program, session, chance, known):
    browser, body, token = session
    loads = [Load(program, body, browser.cookies, token) for _ in range(CLIENTS)]
    threads = [threading.Thread(target=load.run) for load in loads]
    for thread in threads:
        thread.start()
    time.sleep(chance.uniform(0.0, LOAD_S_MAX))
    program.kill()
    for load, thread in zip(loads, threads):
        load.stopping.set()
        thread.join(30)
    code, said = program.run("verify")
    assert code == 0, f"the journal does not hold after a kill:\n{said}"
    program.start("--keep")
    browser.port = program.port
    acknowledged = {key: entry for load in loads for key, entry in load.acknowledged.items()}
    for title, address in acknowledged.values():
        path = address + ".json"
        answer = browser.get(path, Accept="application/json")
        assert answer.status == 200, f"{path} was acknowledged and is gone ({answer.status})"
        assert answer.json()["title"] == title, f"{path} was acknowledged and is half-there: {answer.text[:300]}"
    repeated = 0
    for key, (title, _) in {k: v for load in loads for k, v in load.unanswered.items()}.items():
        first = browser.post_json("/cases", new_case(title, body), Idempotency_Key=key)
        again = browser.post_json("/cases", new_case(title, body), Idempotency_Key=key)
        assert first.status == again.status == 201, (first.status, first.text[:300], again.status)
        assert first.header("Location") == again.header("Location"), "one key made two cases"
        acknowledged[key] = (title, first.header("Location"))
        repeated += 1
    known.update({address: title for title, address in acknowledged.values()})
    return len(acknowledged), repeated


def kill_many(program, kills, chance):
    known, acknowledged, repeated = {}, 0, 0
    session = log_in(program)
    for number in range(1, kills + 1):
        kept, again = one_round(program, session, chance, known)
        acknowledged, repeated = acknowledged + kept, repeated + again
        if number % 20 == 0 or number == kills:
            print(f"crash: {number} of {kills} kills, {acknowledged} acknowledged, {repeated} asked for again, none missing", flush=True)
    for address, title in chance.sample(sorted(known.items()), min(50, len(known))):
        answer = session[0].get(address + ".json", Accept="application/json")
        assert answer.status == 200 and answer.json()["title"] == title, f"{address} is gone"


def main(path, kills=200):
    seed = int(os.environ.get("SAMBAND_TEST_SEED", time.time_ns() % 1_000_000))
    print(f"crash: seed {seed}, {kills} kills on SQLite")
    folder = tempfile.mkdtemp(prefix="samband-crash-")
    program = Program(path, folder=folder)
    try:
        program.start()
        kill_many(program, kills, random.Random(seed))
    finally:
        program.stop()
        shutil.rmtree(folder, ignore_errors=True)
    print("1 passed, 0 failed")


if __name__ == "__main__":
    main(sys.argv[1], *map(int, sys.argv[2:3]))
