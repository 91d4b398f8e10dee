"""SIGTERM under load: what was read is answered, nobody new is taken in, and the program ends with 0."""
import json
import socket
import time
import uuid

from day import PATIENCE_S, Day
from load import Secretary, new_case, number_in

CLIENTS = 8
TIMES = 5


class ToldToStop(Day):
    def test_what_was_read_is_answered(self):
        folder = self.folder()
        with self.running(folder=folder) as program:
            secretary = Secretary(program)
        for _ in range(TIMES):
            with self.running(folder=folder, keep=True) as program:
                secretary.program = program
                secretary.after_restart()
                loads = secretary.begin_loads(CLIENTS)
                halfway = Halfway(secretary)
                time.sleep(0.2)
                program.process.terminate()
                self.until("that nobody new is taken in", lambda: not takes_in(program.port))
                self.assertEqual(halfway.finish(), 201, "a request whose body was on its way is answered")
                self.assertEqual(program.process.wait(PATIENCE_S), 0)
                for load in loads:
                    load.stop()
            with self.running(folder=folder, keep=True) as program:
                secretary.program = program
                secretary.after_restart()
                secretary.look_at(loads)
                self.assert_not_done(secretary, {key: title for load in loads for key, title in load.unanswered.items()})
                secretary.verify()

    def assert_not_done(self, secretary, unanswered):
        """A request that got no answer was not read: its case is new when it is asked for again."""
        newest = secretary.plan_well("Etter omstart")
        for key, title in unanswered.items():
            answer = secretary.plan(title, key)
            self.assertEqual(answer.status, 201, answer.text[:500])
            self.assertGreater(number_in(answer.header("Location")), newest, "the case was planned, and nobody was told")


def takes_in(port):
    try:
        socket.create_connection(("127.0.0.1", port), timeout=5).close()
        return True
    except OSError:
        return False


class Halfway:
    """A request that has sent its head and half its body."""

    def __init__(self, secretary):
        content = json.dumps(new_case(f"Halvveis {uuid.uuid4()}", secretary.body)).encode()
        cookies = "; ".join(f"{name}={value}" for name, value in secretary.browser.cookies.items())
        head = (f"POST /cases HTTP/1.1\r\nHost: 127.0.0.1\r\nContent-Type: application/json\r\nAccept: application/json\r\n"
                f"Cookie: {cookies}\r\nX-CSRF-Token: {secretary.token}\r\nContent-Length: {len(content)}\r\n\r\n").encode()
        self.rest = content[len(content) // 2:]
        self.socket = socket.create_connection(("127.0.0.1", secretary.browser.port), timeout=PATIENCE_S)
        self.socket.sendall(head + content[:len(content) // 2])

    def finish(self):
        self.socket.sendall(self.rest)
        with self.socket, self.socket.makefile("rb") as answer:
            return int(answer.readline().split()[1])
