"""The machine's clock is set back an hour and forward a day while the program runs (libfaketime, Debian's faketime)."""
import json
import os
import pathlib
import time

from day import PATIENCE_S, Day
from load import Secretary

HOUR_S, DAY_S = 3600, 86400
SLACK_S = 900


def fake_clock():
    found = sorted(pathlib.Path("/usr/lib").glob("*/faketime/libfaketimeMT.so.1"))
    if not found:
        raise AssertionError("the package faketime is missing; install it (tools/setup test)")
    return str(found[0])


class ClockSet(Day):
    def test_times_never_run_backwards_and_nothing_is_lost(self):
        folder = self.folder()
        self.offset = folder / "offset"
        self.set_clock(0)
        environment = {**os.environ, "LD_PRELOAD": fake_clock(), "FAKETIME_TIMESTAMP_FILE": str(self.offset), "FAKETIME_NO_CACHE": "1",
                       "FAKETIME_DONT_FAKE_MONOTONIC": "1", "DONT_FAKE_MONOTONIC": "1"}
        with self.running(folder=folder, environment=environment) as program:
            self.filled_up_to = self.head(program)
            secretary = Secretary(program)
            secretary.plan_well("Før klokken ble stilt")
            self.assertLess(abs(self.newest_time(program) - time.time()), SLACK_S)

            self.turn(program, secretary, -HOUR_S)
            self.assertTrue("event=clock.set_back seconds=36" in program.said() or "event=clock.set_back seconds=35" in program.said(), "the log says so")
            self.assertRegex(program.browser().get("/metrics").text, r"clock_steps_back_total [1-9]")
            self.assertGreater(self.newest_time(program), time.time() - SLACK_S, "time goes on from where it was")
            self.assertEqual(secretary.browser.get("/me").status, 200, "the session goes on")

            self.turn(program, secretary, DAY_S, outlives_session=False)
            self.assertGreater(self.newest_time(program), time.time() + DAY_S - SLACK_S)
            self.turn(program, secretary, 0)

            self.assert_forward(program)
            secretary.verify()

    def set_clock(self, offset_s):
        """Whole or not at all, since the program reads the file all the time."""
        made = self.offset.with_suffix(".new")
        made.write_text(f"{offset_s:+d}s\n")
        made.rename(self.offset)

    def turn(self, program, secretary, offset_s, outlives_session=True):
        """Under load: those who write notice nothing, or that they must log in again."""
        loads = secretary.begin_loads()
        self.until("a case under load", lambda: all(load.acknowledged for load in loads))
        if not outlives_session:
            for load in loads:
                load.stop()
        self.set_clock(offset_s)
        if outlives_session:
            so_far = [len(load.acknowledged) for load in loads]
            self.until("cases after the clock was set", lambda: all(len(load.acknowledged) > before for load, before in zip(loads, so_far)))
            for load in loads:
                load.stop()
        secretary.look_at(loads)
        if not outlives_session:
            self.assert_problem(secretary.plan("Økten er over"), 401, "platform.not_logged_in")
            fresh = Secretary(program)
            fresh.known = secretary.known
            secretary.__dict__.update(fresh.__dict__)
        secretary.plan_well(f"Klokken er stilt {offset_s} s")
        self.assertTrue(self.is_ready(program.browser()))

    def head(self, program):
        """The journal's newest sequence."""
        return json.loads(program.run("export", "journal")[1].splitlines()[-1])["head"]["sequence"]

    def times(self, program):
        """Of the public events that were kept after the demonstration was filled, in their order, as seconds since 1970."""
        code, said = program.run("export", "journal")
        self.assertEqual(code, 0, said[-500:])
        events = [event for event in map(json.loads, said.splitlines()) if "at" in event]
        return [event["at"] / 1e6 for event in events if event["sequence"] > self.filled_up_to]

    def newest_time(self, program):
        return self.times(program)[-1]

    def assert_forward(self, program):
        """An event has the time at which its request came: of those that run side by side, one can be kept before an older."""
        latest = 0
        for time_of_event in self.times(program):
            self.assertGreater(time_of_event, latest - PATIENCE_S, "the journal's times run backwards")
            latest = max(latest, time_of_event)
