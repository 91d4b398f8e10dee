"""Clients that are slow, greedy, torn off or sly: each gets a clear answer or none, and the others notice nothing."""
import concurrent.futures
import json
import resource
import socket
import uuid

from day import PATIENCE_S, Day
from load import Secretary, new_case

IDLE_LINES, LINES_OF_ONE_ADDRESS = 10_000, 2000
FILES_NEEDED = 12_000  # Of who opens them; the program needs some thousand more and takes them.
SOFT_LIMIT_OF_FILES = 256  # The program must help itself to more.


class Line:
    """A client as plain as can be."""

    def __init__(self, port, address="127.0.0.1"):
        self.socket = socket.create_connection(("127.0.0.1", port), timeout=PATIENCE_S, source_address=(address, 0))

    def send(self, content):
        """False when the other end does not take it any more."""
        try:
            self.socket.sendall(content)
            return True
        except OSError:
            return False

    def rest(self):
        """What comes until the other end closes."""
        received = b""
        try:
            while piece := self.socket.recv(65536):
                received += piece
        except ConnectionResetError:
            pass
        return received

    def answers(self, content):
        """The statuses of all answers to what is sent."""
        self.send(content)
        return statuses_in(self.rest())

    def __enter__(self):
        return self

    def __exit__(self, *_):
        self.socket.close()


def statuses_in(received):
    return [int(line.split()[1]) for line in received.split(b"\r\n") if line.startswith(b"HTTP/1.1 ")]


def head(*lines, method="POST", path="/cases"):
    return "\r\n".join([f"{method} {path} HTTP/1.1", "Host: 127.0.0.1", "Accept: application/json", *lines, "", ""]).encode()


SMUGGLED = b"GET /health/live HTTP/1.1\r\nHost: 127.0.0.1\r\n\r\n"
TWO_WAYS_TO_READ = {
    "a length and chunks": head("Content-Length: 5", "Transfer-Encoding: chunked") + b"0\r\n\r\n",
    "chunks and a length": head("Transfer-Encoding: chunked", "Content-Length: 5") + b"0\r\n\r\n",
    "two lengths": head("Content-Length: 0", f"Content-Length: {len(SMUGGLED)}"),
    "a list of lengths": head(f"Content-Length: 0, {len(SMUGGLED)}"),
    "a length with a sign": head("Content-Length: +0"),
    "a length in hexadecimal": head("Content-Length: 0x0"),
    "a length below zero": head("Content-Length: -1"),
    "a length with a space before the colon": head("Content-Length : 0"),
    "a folded header": head("X-Folded: one\r\n two", "Content-Length: 0"),
    "a folded coding": head("Transfer-Encoding:\r\n chunked") + b"0\r\n\r\n",
    "chunks that are not last": head("Transfer-Encoding: chunked, identity") + b"0\r\n\r\n",
    "chunks twice": head("Transfer-Encoding: chunked", "Transfer-Encoding: chunked") + b"0\r\n\r\n",
    "a coding that only looks like chunks": head("Transfer-Encoding: xchunked") + b"0\r\n\r\n",
    "no host": b"GET / HTTP/1.1\r\nAccept: text/html\r\n\r\n",
    "two hosts": head("Host: elsewhere.example", method="GET", path="/"),
    "a zero in a header": head("X-Zero: a\0b", method="GET", path="/"),
    "a line that ends early": b"GET / HTTP/1.1\nHost: 127.0.0.1\n\n",
    "a space in the path": head(method="GET", path="/ca ses"),
}
CHUNKS_THAT_ARE_NONE = {
    "no number": b"zz\r\nabc\r\n0\r\n\r\n",
    "a number below zero": b"-1\r\na\r\n0\r\n\r\n",
    "a number past all bounds": b"fffffffffffffffff\r\na\r\n0\r\n\r\n",
    "more than was announced": b"1\r\nabc\r\n0\r\n\r\n",
    "a remark without end": b"1;" + b"x" * 100_000 + b"\r\na\r\n0\r\n\r\n",
}


class HostileLines(Day):
    @classmethod
    def setUpClass(cls):
        cls.place = cls("test_the_others_notice_nothing")
        files = ["sh", "-c", f'ulimit -Sn {SOFT_LIMIT_OF_FILES}; exec "$0" "$@"']
        cls.ended = cls.place.running(within=files)
        cls.program = cls.ended.__enter__()
        cls.secretary = Secretary(cls.program)

    @classmethod
    def tearDownClass(cls):
        try:
            cls.ended.__exit__(None, None, None)
        finally:
            cls.place.doCleanups()

    def setUp(self):
        """Cases are numbered one after the other: a number in between would be of a case that nobody was told of."""
        self.newest = self.secretary.plan_well("Før linjen")

    def tearDown(self):
        self.assertEqual(self.secretary.plan_well("Etter linjen"), self.newest + 1, "something was half-done")
        self.assertTrue(self.is_ready(self.program.browser()))

    def line(self):
        return Line(self.program.port)

    def planning(self):
        """A request that plans a case, as its head and its body."""
        content = json.dumps(new_case(f"Linje {uuid.uuid4()}", self.secretary.body)).encode()
        cookies = "; ".join(f"{name}={value}" for name, value in self.secretary.browser.cookies.items())
        return head("Content-Type: application/json", f"Cookie: {cookies}", f"X-CSRF-Token: {self.secretary.token}", f"Content-Length: {len(content)}"), content

    def test_what_can_be_read_in_two_ways_is_refused_and_nothing_behind_it_is_read(self):
        for name, request in TWO_WAYS_TO_READ.items():
            with self.subTest(name), self.line() as line:
                self.assertEqual(line.answers(request + SMUGGLED), [400])

    def test_chunks_that_are_none_are_refused(self):
        for name, chunks in CHUNKS_THAT_ARE_NONE.items():
            with self.subTest(name), self.line() as line:
                start, _ = self.planning()
                start = b"\r\n".join(part for part in start.split(b"\r\n") if not part.startswith(b"Content-Length"))
                statuses = line.answers(start[:-2] + b"Transfer-Encoding: chunked\r\n\r\n" + chunks)
                self.assertIn(statuses, ([400], [413], [431]))

    def test_a_head_that_is_too_large_is_refused(self):
        for name, request, status in (("one line", head("X-Long: " + "x" * 200_000), 431), ("many lines", head(*(f"X-{n}: x" for n in range(2000))), 431),
                                      ("the address", head(method="GET", path="/" + "x" * 100_000), 414)):
            with self.subTest(name), self.line() as line:
                self.assertEqual(line.answers(request), [status])

    def test_a_body_that_is_too_large_is_refused_before_it_is_sent(self):
        start, _ = self.planning()
        with self.line() as line:
            self.assertEqual(line.answers(b"\r\n".join(part if not part.startswith(b"Content-Length") else b"Content-Length: 99999999999" for part in start.split(b"\r\n"))), [413])

    def test_a_request_that_is_cut_off_does_nothing(self):
        start, content = self.planning()
        for length in (10, len(start) - 1, len(start), len(start) + len(content) // 2, len(start) + len(content) - 1):
            with self.line() as line:
                line.send((start + content)[:length])

    def test_who_is_too_slow_is_told_so(self):
        """All wait at the same time: it takes as long as the slowest."""
        start, content = self.planning()
        with concurrent.futures.ThreadPoolExecutor() as together:
            slow = {
                "a body that stalls": together.submit(self.stall, start + content[:20]),
                "a head that stalls": together.submit(self.stall, start[:40]),
                "a head with a byte a second": together.submit(self.drip, start),
                "a body with a byte a second": together.submit(self.drip, content, start),
            }
            for name, waiting in slow.items():
                with self.subTest(name):
                    self.assertEqual(waiting.result(), [408])

    def stall(self, content):
        with self.line() as line:
            return line.answers(content)

    def drip(self, slow, at_once=b""):
        with self.line() as line:
            line.send(at_once)
            line.socket.settimeout(1)
            received = b""
            for position in range(len(slow)):
                line.send(slow[position:position + 1])
                try:
                    piece = line.socket.recv(65536)
                    if not piece:
                        break
                    received += piece
                except TimeoutError:
                    continue
                except OSError:
                    break
            return statuses_in(received)

    def test_the_others_notice_nothing(self):
        """Ten thousand lines that say nothing, and people who read and write beside them."""
        soft, hard = resource.getrlimit(resource.RLIMIT_NOFILE)
        self.assertTrue(hard == resource.RLIM_INFINITY or hard >= FILES_NEEDED, f"a process may have {hard} files here; {FILES_NEEDED} are needed (ulimit -Hn)")
        resource.setrlimit(resource.RLIMIT_NOFILE, (FILES_NEEDED, hard))
        lines = []
        try:
            for number in range(IDLE_LINES):
                lines.append(Line(self.program.port, f"127.0.0.{2 + number // LINES_OF_ONE_ADDRESS}"))
            for _ in range(20):
                self.assertEqual(self.program.browser().get("/cases/19-03109").status, 200)
            self.newest = self.secretary.plan_well("Blant ti tusen tause linjer")
        finally:
            for line in lines:
                line.socket.close()
            resource.setrlimit(resource.RLIMIT_NOFILE, (soft, hard))
