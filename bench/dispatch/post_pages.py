"""How long the pages of digital post take on a filled store: each is asked in turn by who may see it, and the middle and the slowest are told."""
import statistics
import time
import urllib.parse

ROUNDS = 15
SENDER = "Jorunn Meløysund"


def log_in(program, name):
    browser = program.browser()
    person = next(each for each in browser.invented_people() if each["name"] == name)
    answer = browser.form("/login/demonstration", {"personId": person["id"]})
    if answer.status != 303:
        raise RuntimeError(f"nobody is logged in: {answer.status}")
    return browser


def pages_of(letter):
    """Path by what is asked for. Pages of who is logged in are made anew each time."""
    query = lambda **asked: "/outbox?" + urllib.parse.urlencode(asked)
    return {
        "outbox": "/outbox", "outbox, one month": query(**{"from": "2026-10-01", "to": "2026-10-31"}),
        "outbox, by id": query(reference=letter), "outbox, by organisation": query(recipient="964338531"),
        "outbox, by status": query(status="read"), "outbox, by a status that few have": query(status="rejected"),
        "one letter": f"/outbox/{letter}", "statistics": "/outbox/statistics", "silent receivers": "/silent-receivers",
    }


def measure(program, tell):
    browser = log_in(program, SENDER)
    letter = browser.get("/outbox.json", Accept="application/json").json()["sent"][0]["id"]
    for name, path in pages_of(letter).items():
        taken, status = [], 0
        for _ in range(ROUNDS):
            began = time.perf_counter()
            answer = browser.get(path)
            taken.append((time.perf_counter() - began) * 1000)
            status = answer.status
        tell(f"pages: {name}: {status}, {statistics.median(taken):.1f} ms, slowest {max(taken):.1f} ms, {len(answer.text) // 1000} kB")
