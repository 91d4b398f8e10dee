"""How long the pages of digital post take on a filled store: each is asked in turn by who may see it, and the middle and the slowest are told."""
import statistics
import time
import urllib.parse

ROUNDS = 15
SENDER = "Jorunn Meløysund"
CITIZEN, CITIZEN_NUMBER = "Solveig Tveitanemo", "26878810189"  # of the demonstration


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


def time_each(browser, paths, tell):
    for name, path in paths.items():
        taken, status = [], 0
        for _ in range(ROUNDS):
            began = time.perf_counter()
            answer = browser.get(path)
            taken.append((time.perf_counter() - began) * 1000)
            status = answer.status
        tell(f"pages: {name}: {status}, {statistics.median(taken):.1f} ms, slowest {max(taken):.1f} ms, {len(answer.text) // 1000} kB")


def measure(program, tell):
    browser = log_in(program, SENDER)
    letter = browser.get("/outbox.json", Accept="application/json").json()["sent"][0]["id"]
    time_each(browser, pages_of(letter), tell)


def measure_mailbox(program, letters, tell):
    """When all the letters have come into the mailbox of the citizen."""
    browser = log_in(program, CITIZEN)
    newest = lambda: browser.get("/mailbox.json", Accept="application/json").json()["letters"]
    before, since = None, time.monotonic()
    while time.monotonic() - since < 2:  # nothing new for two seconds
        now = [letter["id"] for letter in newest()]
        if now != before:
            before, since = now, time.monotonic()
        time.sleep(0.1)
    tell(f"mailbox: {letters} letters sent to one person")
    query = lambda **asked: "/mailbox?" + urllib.parse.urlencode(asked)
    time_each(browser, {"mailbox": "/mailbox", "mailbox, behind the first page": query(behind=before[-1]), "mailbox, looking for a word that all have": query(words="stort"),
                        "mailbox, looking for a word that none has": query(words="flyttemelding"), "mailbox, put away": query(archived="true"),
                        "one letter of the mailbox": f"/mailbox/{before[0]}"}, tell)
