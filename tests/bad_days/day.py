"""What the bad days share."""
import contextlib
import pathlib
import shutil
import tempfile
import time
import unittest

from program import Program

PATIENCE_S = 60


class Day(unittest.TestCase):
    """One kind of bad day, on the real program."""

    path = None  # of the program; run.py says

    def folder(self):
        """In /tmp, since the name of a socket has at most 107 bytes; gone when the test ends."""
        made = tempfile.mkdtemp(prefix="samband-day-", dir="/tmp")
        self.addCleanup(shutil.rmtree, made, ignore_errors=True)
        return pathlib.Path(made)

    def running(self, **options):
        """A demonstration that is told to end, and must end well. keep=True goes on with what the folder has."""
        keep = ["--keep"] if options.pop("keep", False) else []
        return Ended(Program(self.path, folder=options.pop("folder", None) or self.folder(), **options), keep)

    def until(self, what, is_so):
        """Asks until it is so; whoever waits in vain hears what for."""
        limit = time.monotonic() + PATIENCE_S
        while not is_so():
            self.assertLess(time.monotonic(), limit, f"in vain: {what}")
            time.sleep(0.1)

    def is_ready(self, browser):
        return browser.get("/health/ready").status == 200

    def failed_check(self, browser, name):
        """The code that /health/ready gives for what does not hold."""
        answer = browser.get("/health/ready")
        self.assertEqual(answer.status, 503, answer.text)
        self.assertTrue(answer.header("Retry-After"))
        return next(check["code"] for check in answer.json()["checks"] if check["name"] == name and not check["holds"])

    def assert_problem(self, answer, status, code):
        self.assertEqual((answer.status, answer.json()["code"]), (status, code), answer.text[:500])
        if status == 503:
            self.assertTrue(answer.header("Retry-After"), "a 503 says when to come back")


class Ended(contextlib.AbstractContextManager):
    def __init__(self, program, arguments):
        self.program, self.arguments = program, arguments

    def __enter__(self):
        return self.program.start(*self.arguments)

    def __exit__(self, kind, fault, trace):
        code = self.program.stop()
        if fault is None:
            assert code == 0, f"ended with {code}:\n{self.program.said()[-2000:]}"
        return False
