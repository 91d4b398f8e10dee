"""Bad days, on the real program: what it says, what it keeps, and how it finds back by itself.

Usage: tests/bad_days/run.py PROGRAM [DAY…]      DAY: a file of this folder, without .py
"""
import pathlib
import sys
import unittest

sys.path.insert(0, str(pathlib.Path(__file__).resolve().parents[1]))
sys.path.insert(0, str(pathlib.Path(__file__).resolve().parents[2] / "tools"))
from day import Day  # noqa: E402

DAYS = ("disk_full", "database_gone", "clock_set", "hostile_lines", "letters", "told_to_stop")


def main(path, *days):
    Day.path = str(pathlib.Path(path).resolve())
    suite = unittest.TestSuite(unittest.defaultTestLoader.loadTestsFromName(name) for name in days or DAYS)
    result = unittest.TextTestRunner(stream=sys.stdout, verbosity=2).run(suite)
    failed = len(result.failures) + len(result.errors)
    print(f"{result.testsRun - failed} passed, {failed} failed")
    return 1 if failed else 0


if __name__ == "__main__":
    sys.exit(main(*sys.argv[1:]))
