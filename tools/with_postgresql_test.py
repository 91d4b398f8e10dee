"""Starts real servers: the command sees one, gets its own status back, and nothing is left, however it ends."""
import os
import pathlib
import signal
import subprocess
import sys

TOOL = pathlib.Path(__file__).with_name("with_postgresql.py")
TELL_SERVER = "import os, urllib.parse as u; print(u.parse_qs(u.urlsplit(os.environ['SAMBAND_TEST_POSTGRESQL']).query)['host'][0], flush=True)"


def is_running(pid):
    try:
        os.kill(pid, 0)
    except ProcessLookupError:
        return False
    return True


def server_of(line):
    folder = pathlib.Path(line.strip())
    return folder, int((folder / "cluster" / "postmaster.pid").read_text().split()[0])


def after_end(code):
    """Runs a command that tells its server's folder and process and ends with a status of its own."""
    script = TELL_SERVER + f"; import sys; sys.exit({code})"
    run = subprocess.run([sys.executable, TOOL, sys.executable, "-c", script], capture_output=True, text=True, check=False)
    return run.returncode, pathlib.Path(run.stdout.strip())


def after_signal(number):
    script = TELL_SERVER + "; import sys; sys.stdin.read()"
    with subprocess.Popen([sys.executable, TOOL, sys.executable, "-c", script], stdin=subprocess.PIPE,
                          stdout=subprocess.PIPE, text=True) as run:
        folder, pid = server_of(run.stdout.readline())
        assert is_running(pid)
        run.send_signal(number)
        run.stdin.close()
        run.wait(30)
    return folder, pid


status, place = after_end(7)
assert status == 7, status
assert place.name.startswith("samband-pg-") and not place.exists(), place
place, process = after_signal(signal.SIGTERM)
assert not place.exists() and not is_running(process)
print("2 passed, 0 failed")
