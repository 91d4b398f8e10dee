#!/usr/bin/env python3
"""Runs a command with a PostgreSQL server of its own, which is gone when the command ends.

Usage: with_postgresql.py [--durable] COMMAND [ARGUMENT...]

The command finds the server's address in SAMBAND_TEST_POSTGRESQL. The server lives in a temporary folder and listens on
a socket in it, on no port. Nothing is synced to disk unless --durable asks for it (crash tests and benchmarks do).
As root the server runs as the user postgres, since it refuses to be root. Ends with the command's status.
"""
import argparse
import ctypes
import os
import pathlib
import pwd
import shutil
import signal
import subprocess
import sys
import tempfile
import time
import urllib.parse

START_S_MAX = 30
STOP_S_MAX = 20
PR_SET_PDEATHSIG = 1
# No vacuum by itself: it runs through the catalogue of every test's schema again and again, and the server lives minutes.
SPEED_BEFORE_SAFETY = ["fsync=off", "synchronous_commit=off", "full_page_writes=off", "autovacuum=off"]


def programs():
    """The folder of the newest server installed; Debian keeps it out of PATH."""
    folders = sorted(pathlib.Path("/usr/lib/postgresql").glob("*/bin/initdb"), key=lambda path: int(path.parts[-3]))
    if folders:
        return folders[-1].parent
    found = shutil.which("initdb")
    if found:
        return pathlib.Path(found).parent
    sys.exit("with_postgresql.py: no PostgreSQL server is installed; install the package postgresql")


def other_user():
    """What subprocess needs in order to run the server as somebody else than root."""
    if os.geteuid() != 0:
        return {}
    user = pwd.getpwnam("postgres")
    return {"user": user.pw_uid, "group": user.pw_gid, "extra_groups": []}


def end_with_parent():
    """In the server's process: stop when this script is killed, too."""
    ctypes.CDLL(None).prctl(PR_SET_PDEATHSIG, signal.SIGINT)


class Server:
    def __init__(self, folder, is_durable, connections_max=200):
        self.folder, self.is_durable, self.connections_max, self.programs = folder, is_durable, connections_max, programs()
        self.cluster, self.process = os.path.join(folder, "cluster"), None

    def url(self):
        return f"postgresql://samband@/postgres?host={urllib.parse.quote(self.folder, safe='')}"

    def start(self):
        user = other_user()
        if user:
            os.chown(self.folder, user["user"], user["group"])
        with open(os.path.join(self.folder, "log"), "w") as log:
            # C.UTF-8 orders text by code points, as SQLite does.
            made = subprocess.run([self.programs / "initdb", "-D", self.cluster, "-U", "samband", "-A", "trust", "-E", "UTF8",
                                   "--locale=C.UTF-8", "--no-sync"],
                                  stdout=log, stderr=log, check=False, cwd=self.folder, **user)
        if made.returncode != 0:
            raise RuntimeError("the server's files could not be made; the log:\n" + self.log())
        self.run()

    def run(self):
        settings = ["listen_addresses=", f"unix_socket_directories={self.folder}", f"max_connections={self.connections_max}"]
        settings += [] if self.is_durable else SPEED_BEFORE_SAFETY
        with open(os.path.join(self.folder, "log"), "a") as log:
            self.process = subprocess.Popen(
                [self.programs / "postgres", "-D", self.cluster, *(word for each in settings for word in ("-c", each))],
                stdout=log, stderr=log, cwd=self.folder, start_new_session=True, preexec_fn=end_with_parent, **other_user())
        self.wait_until_it_answers()

    def end_hard(self, number):
        """SIGKILL takes the server as a power cut does; SIGQUIT is its own way of stopping without a goodbye."""
        self.process.send_signal(number)
        self.process.wait(STOP_S_MAX)

    def run_again(self):
        """After end_hard. What is left of the killed server needs a moment to see that it is gone."""
        limit = time.monotonic() + START_S_MAX
        while True:
            try:
                return self.run()
            except RuntimeError:
                if time.monotonic() > limit:
                    raise
                time.sleep(0.1)

    def wait_until_it_answers(self):
        for _ in range(START_S_MAX * 20):
            if self.process.poll() is not None:
                break
            if subprocess.run([self.programs / "pg_isready", "-q", "-h", self.folder], check=False).returncode == 0:
                return
            time.sleep(0.05)
        raise RuntimeError("the server did not start; its log:\n" + self.log())

    def processes(self):
        """The server's own process first, then one for each connection and each of its tasks."""
        children = pathlib.Path(f"/proc/{self.process.pid}/task/{self.process.pid}/children").read_text()
        return [self.process.pid, *map(int, children.split())]

    def log(self):
        return pathlib.Path(self.folder, "log").read_text(errors="replace")

    def stop(self):
        if self.process is None:
            return
        self.process.send_signal(signal.SIGINT)  # Ends connections without waiting for their clients.
        try:
            self.process.wait(STOP_S_MAX)
        except subprocess.TimeoutExpired:
            self.process.kill()
            self.process.wait()


def stop_on_signal(number, _frame):
    sys.exit(128 + number)


def main():
    options = argparse.ArgumentParser(description=__doc__.split("\n", maxsplit=1)[0])
    options.add_argument("--durable", action="store_true", help="sync to disk as in production")
    options.add_argument("command", nargs=argparse.REMAINDER)
    chosen = options.parse_args()
    if not chosen.command:
        options.error("a command is missing")
    for number in (signal.SIGTERM, signal.SIGHUP):
        signal.signal(number, stop_on_signal)
    # A short path: the name of a socket has at most 107 bytes.
    folder = tempfile.mkdtemp(prefix="samband-pg-", dir="/tmp")
    server = Server(folder, chosen.durable)
    try:
        server.start()
        status = subprocess.run(chosen.command, env={**os.environ, "SAMBAND_TEST_POSTGRESQL": server.url()},
                                check=False).returncode
        return 128 - status if status < 0 else status  # Killed by a signal: as the shell says it.
    except (RuntimeError, OSError) as fault:
        print(f"with_postgresql.py: {fault}", file=sys.stderr)
        return 1
    except KeyboardInterrupt:
        return 130
    finally:
        server.stop()
        shutil.rmtree(folder, ignore_errors=True)


if __name__ == "__main__":
    sys.exit(main())
