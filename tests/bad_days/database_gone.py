"""PostgreSQL is stopped for a while under load, or hangs: the program says so, goes on living, and finds back by itself."""
import os
import signal
import time
import uuid

import with_postgresql
from day import Day
from load import Secretary

AWAY_S = 3
TOLD_S_MAX = 15  # the two seconds of the program's patience, on a busy machine


class GoneDatabase(Day):
    def setUp(self):
        self.server = with_postgresql.Server(str(self.folder()), is_durable=False)
        self.addCleanup(self.server.stop)
        self.server.start()

    def test_it_says_so_and_finds_back(self):
        with self.running(flags=["--database", self.server.url()]) as program:
            secretary = Secretary(program)
            secretary.plan_well("Før databasen ble borte")
            loads = secretary.begin_loads()
            self.server.stop()
            self.look_while_away(program, secretary)
            time.sleep(AWAY_S)
            self.server.run_again()
            self.until("readiness", lambda: self.is_ready(program.browser()))
            for load in loads:
                load.stop()
            self.assertGreater(sum(load.put_off for load in loads), 0, "somebody asked while it was away")
            self.assertFalse([load.unanswered for load in loads if load.unanswered], "every request was answered")
            secretary.look_at(loads)
            secretary.plan_well("Etter at databasen kom tilbake")
            secretary.verify()

    def test_a_database_that_hangs_is_told_in_time(self):
        with self.running(flags=["--database", self.server.url()]) as program:
            browser = program.browser()
            self.assertTrue(self.is_ready(browser))
            processes = self.server.processes()
            for process in processes:
                os.kill(process, signal.SIGSTOP)
            try:
                began = time.monotonic()
                self.assertEqual(self.failed_check(browser, "database"), "platform.probe_unanswered")
                self.assertLess(time.monotonic() - began, TOLD_S_MAX)
                self.assertEqual(browser.get("/health/live").status, 200)
            finally:
                for process in processes:
                    os.kill(process, signal.SIGCONT)
            self.until("readiness", lambda: self.is_ready(browser))

    def look_while_away(self, program, secretary):
        anonymous = program.browser()
        self.assertEqual(self.failed_check(anonymous, "database"), "platform.database_unavailable")
        self.assertEqual(anonymous.get("/health/live").status, 200)
        self.assertIn("http_requests_total", anonymous.get("/metrics").text)
        never_seen = f"/search?q={uuid.uuid4()}"
        self.assert_problem(anonymous.get(never_seen, Accept="application/json"), 503, "platform.database_unavailable")
        page = anonymous.get("/nn" + never_seen)
        self.assertEqual(page.status, 503)
        self.assertIn("<h1", page.text)
        self.assertTrue(page.header("Retry-After"))
        self.assert_problem(secretary.plan("Mens databasen er borte"), 503, "platform.database_unavailable")
        self.assert_problem(secretary.browser.get("/me", Accept="application/json"), 503, "platform.database_unavailable")
        self.assertEqual(anonymous.get("/assets/nowhere.css").status, 404, "what needs no database is answered")
