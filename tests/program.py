"""Starts the real program on a free port of the loopback address, talks to it, and ends it by its process id."""
import http.client
import json
import pathlib
import re
import shutil
import signal
import subprocess
import tempfile
import time
import urllib.parse

LISTENING = re.compile(r"Samband svarer på http://(127\.0\.0\.1):(\d+)")
START_S_MAX = 120
INVENTED = pathlib.Path(__file__).resolve().parents[1] / "src/governance/facts/demonstration_people.json"


class Program:
    """`samband VERB` with a data folder of its own.

    `within` stands before the command: what it runs inside. `beside` gives what stands before other verbs, which run
    while the program does."""

    def __init__(self, program, verb="demo", folder=None, flags=(), environment=None, within=()):
        self.program, self.verb, self.flags, self.environment = str(program), verb, list(flags), environment
        self.within, self.people, self.beside = list(within), None, list
        self.own_folder = folder is None
        self.folder = pathlib.Path(folder or tempfile.mkdtemp(prefix="samband-test-"))
        self.process = None
        self.port = 0
        self.output = self.folder / "output.txt"

    def start(self, *more):
        self.folder.mkdir(exist_ok=True)
        command = [*self.within, self.program, self.verb, "--data.folder", str(self.folder / "data"), "--server.port", "0",
                   "--server.requests_per_minute", "10000000", *self.flags, *more]
        with open(self.output, "wb") as out:
            self.process = subprocess.Popen(command, stdout=out, stderr=subprocess.STDOUT, env=self.environment)
        limit = time.monotonic() + START_S_MAX
        while time.monotonic() < limit:
            found = LISTENING.search(self.said())
            if found:
                self.port = int(found[2])
                return self
            if self.process.poll() is not None:
                break
            time.sleep(0.01)
        raise AssertionError(f"the program did not listen; it said:\n{self.said()[-4000:]}")

    def said(self):
        return self.output.read_text(errors="replace") if self.output.exists() else ""

    def kill(self):
        self.process.send_signal(signal.SIGKILL)
        self.process.wait()

    def stop(self, seconds=30):
        if self.process and self.process.poll() is None:
            self.process.terminate()
            try:
                self.process.wait(seconds)
            except subprocess.TimeoutExpired:
                self.kill()
                raise AssertionError(f"the program did not stop within {seconds} s of SIGTERM") from None
        return self.process.returncode if self.process else None

    def run(self, *arguments):
        """Runs another verb on the same data folder; gives the exit code and all it said."""
        done = subprocess.run([*self.beside(), self.program, *arguments, "--data.folder", str(self.folder / "data"), *self.flags],
                              capture_output=True, text=True, timeout=120, check=False, env=self.environment)
        return done.returncode, done.stdout + done.stderr

    def browser(self):
        return Browser(self.port, self.people)

    def __enter__(self):
        return self.start()

    def __exit__(self, *_):
        try:
            self.stop()
        finally:
            if self.own_folder:
                shutil.rmtree(self.folder, ignore_errors=True)


class Answer:
    def __init__(self, status, headers, body):
        self.status, self.headers, self.body = status, headers, body

    @property
    def text(self):
        return self.body.decode("utf-8")

    def json(self):
        return json.loads(self.body)

    def header(self, name):
        return self.headers.get(name, "")


class Browser:
    """One client with cookies; knows how to find a form's hidden fields."""

    def __init__(self, port, people=None):
        """people: those of a demonstration (invented_people()), for a program that knows them by their provider only."""
        self.port, self.people, self.cookies = port, people, {}

    def request(self, method, path, body=None, headers=None):
        connection = http.client.HTTPConnection("127.0.0.1", self.port, timeout=30)
        try:
            sent = {"Accept": "text/html", **(headers or {})}
            if self.cookies:
                sent["Cookie"] = "; ".join(f"{name}={value}" for name, value in self.cookies.items())
            connection.request(method, path, body=body, headers=sent)
            answer = connection.getresponse()
            content = answer.read()
            for value in answer.headers.get_all("Set-Cookie") or []:
                name, _, rest = value.partition("=")
                self.cookies[name] = rest.partition(";")[0]
                if "Max-Age=0" in value:
                    self.cookies.pop(name)
            return Answer(answer.status, answer.headers, content)
        finally:
            connection.close()

    def get(self, path, **headers):
        return self.request("GET", path, headers={name.replace("_", "-"): value for name, value in headers.items()})

    def form(self, path, fields, **headers):
        """Posts as a page's form does, with the session's csrf token."""
        fields = {"csrfToken": self.csrf_token(), **fields} if self.cookies else fields
        return self.request("POST", path, urllib.parse.urlencode(fields, doseq=True),
                            {"Content-Type": "application/x-www-form-urlencoded", **headers})

    def post_json(self, path, value, **headers):
        sent = {"Content-Type": "application/json", "Accept": "application/json"}
        if self.cookies:
            sent["X-CSRF-Token"] = self.csrf_token()
        sent.update({name.replace("_", "-"): text for name, text in headers.items()})
        return self.request("POST", path, json.dumps(value), sent)

    def csrf_token(self):
        found = re.search(r'name="csrfToken" value="([^"]+)"', self.get("/me").text)
        assert found, "no csrf token on /me: is anybody logged in?"
        return found[1]

    def log_in(self, title):
        """As the first invented person whose role's title contains the words: by choice in a demonstration, else through the provider."""
        person = next(p for p in self.people or self.invented_people() if title.lower() in (p["title"] + " " + p["role"]).lower())
        if self.people:
            self.log_in_by_number(identity_number_of(person["name"]))
        else:
            answer = self.form("/login/demonstration", {"personId": person["id"]})
            assert answer.status == 303, (answer.status, answer.text[:500])
        return person

    def invented_people(self):
        return self.get("/login.json", Accept="application/json").json()["people"]

    def log_in_by_number(self, number):
        """Leaves for the OpenID provider, says who one is there, and comes back."""
        left = self.get("/login/start")
        assert left.status == 303, (left.status, left.text[:500])
        back = urllib.parse.urlsplit(redirected(left.header("Location") + "&pid=" + number))
        answer = self.get(f"{back.path}?{back.query}")
        assert answer.status == 303, (answer.status, answer.text[:500])


def redirected(address):
    """Where a page elsewhere sends its visitor."""
    parts = urllib.parse.urlsplit(address)
    connection = http.client.HTTPConnection(parts.netloc, timeout=30)
    try:
        connection.request("GET", f"{parts.path}?{parts.query}")
        return connection.getresponse().getheader("Location")
    finally:
        connection.close()


def identity_number_of(name):
    """The synthetic number that the demonstration registers an invented person with."""
    people = json.loads(INVENTED.read_text())["people"]
    return next(person["identityNumber"] for person in people if person["name"] == name)
