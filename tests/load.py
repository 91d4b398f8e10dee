"""A writing load: clients that plan cases and remember what was acknowledged."""
import threading
import time
import uuid

from program import Browser

RECOVERY_S_MAX = 60
AWAY = {503: ("platform.database_unavailable", "platform.disk_full"), 202: ("platform.outcome_unknown",)}


class Secretary:
    """Logged in at a program, with what is needed to plan cases; remembers all that was acknowledged."""

    def __init__(self, program):
        self.program, self.known = program, {}
        self.browser = program.browser()
        self.browser.log_in("secretariat")
        self.body = self.browser.get("/bodies.json", Accept="application/json").json()["bodies"][0]["id"]
        self.token = self.browser.csrf_token()
        self.browser.csrf_token = lambda: self.token

    def after_restart(self):
        self.browser.port = self.program.port

    def plan(self, title, key=None):
        return self.browser.post_json("/cases", new_case(title, self.body), Idempotency_Key=key or str(uuid.uuid4()))

    def plan_well(self, title):
        """The number of the new case, which are given one after the other."""
        answer = self.plan(title)
        assert answer.status == 201, (answer.status, answer.text[:500])
        self.known[answer.header("Location")] = title
        return number_in(answer.header("Location"))

    def begin_loads(self, count=4):
        return [Load(self.program, self.body, self.browser.cookies, self.token) for _ in range(count)]

    def look_at(self, loads):
        for title, address in [entry for load in loads for entry in load.acknowledged.values()]:
            self.known[address] = title
            self.look_for(address)

    def look_for(self, address):
        answer = self.browser.get(address + ".json", Accept="application/json")
        assert answer.status == 200, f"{address} was acknowledged and is gone ({answer.status})"
        assert answer.json()["title"] == self.known[address], f"{address} was acknowledged and is half-there: {answer.text[:300]}"

    def verify(self):
        code, said = self.program.run("verify")
        assert code == 0, f"the journal does not hold:\n{said}"


def number_in(address):
    """26-00031 in an address counts as 31."""
    return int(address.rpartition("-")[2])


class Load:
    """Plans cases until the program is gone. While nothing can be saved, asks again with the same key until it is."""

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
            if answer.json()["code"] not in AWAY.get(answer.status, ()):
                self.fault = f"planning a case answered {answer.status}: {answer.text[:500]}"
            elif answer.status == 503 and not answer.header("Retry-After"):
                self.fault = f"a 503 without Retry-After: {answer.text[:500]}"
            self.put_off += 1
            time.sleep(0.05)
        return True

    def stop(self):
        self.stopping.set()
        self.thread.join(RECOVERY_S_MAX + 30)
        assert not self.thread.is_alive(), f"the program could not save again within {RECOVERY_S_MAX} s"
        assert not self.fault, self.fault


def new_case(title, body):
    return {"language": "nb", "title": title, "summary": "Planlagt under last.", "background": "", "themes": [], "isStrategic": False,
            "points": ["Saken tas til orientering."], "owner": "ks", "ownerBodyId": body,
            "steps": [{"bodyId": body, "plannedDay": "2027-03-04"}],
            "concerns": [{"scope": "municipalities", "reason": "Gjelder alle kommuner."}], "shields": []}
