"""What is measured with, for all benchmarks of digital post: a document, and a look at what a server uses."""
import contextlib
import os
import pathlib
import random
import threading
import time

TICKS = os.sysconf("SC_CLK_TCK")
PAGE = os.sysconf("SC_PAGESIZE")
NOISE_AT_A_TIME = 1 << 20


def document(size):
    """A PDF of about that many bytes that cannot be packed smaller."""
    source, left = random.Random(size), max(0, size - 700)
    noise = b"".join(source.randbytes(min(NOISE_AT_A_TIME, left - done)) for done in range(0, left, NOISE_AT_A_TIME))
    parts = [b"<< /Type /Catalog /Pages 2 0 R >>", b"<< /Type /Pages /Kids [3 0 R] /Count 1 >>",
             b"<< /Type /Page /Parent 2 0 R /MediaBox [0 0 595 842] /Resources << >> /PieceInfo << /Noise << /Private 4 0 R /LastModified (D:20260101) >> >> >>",
             b"<< /Length %d >>\nstream\n%s\nendstream" % (len(noise), noise)]
    written, places = b"%PDF-1.4\n", []
    for number, part in enumerate(parts, 1):
        places.append(len(written))
        written += b"%d 0 obj\n%s\nendobj\n" % (number, part)
    table = b"xref\n0 5\n0000000000 65535 f \n" + b"".join(b"%010d 00000 n \n" % place for place in places)
    return written + table + b"trailer << /Size 5 /Root 1 0 R >>\nstartxref\n%d\n%%%%EOF\n" % len(written)


class Watch:
    """What a server and its children use while a row is measured, and how often the disk was told to sync."""

    def __init__(self, pid):
        self.pid, self.memory, self.own = pid, 0, 0
        self.began, self.cpu, self.flushes = time.monotonic(), self.cpu_seconds(), flushes()
        self.over = threading.Event()
        self.thread = threading.Thread(target=self.look)
        self.thread.start()

    def processes(self):
        family, rest = {self.pid}, children()
        grown = True
        while grown:
            more = {pid for pid, parent in rest.items() if parent in family} - family
            family |= more
            grown = bool(more)
        return family

    def cpu_seconds(self):
        total = 0
        for pid in self.processes():
            with contextlib.suppress(OSError):
                fields = pathlib.Path(f"/proc/{pid}/stat").read_text().rpartition(")")[2].split()
                total += sum(int(fields[place]) for place in (11, 12, 13, 14))
        return total / TICKS

    def look(self):
        while not self.over.wait(0.2):
            used = {}
            for pid in self.processes():
                with contextlib.suppress(OSError):
                    used[pid] = int(pathlib.Path(f"/proc/{pid}/statm").read_text().split()[1]) * PAGE
            self.memory = max(self.memory, sum(used.values()))
            self.own = max(self.own, used.get(self.pid, 0))

    def end(self):
        self.over.set()
        self.thread.join()
        seconds = time.monotonic() - self.began
        told = flushes()
        syncs = (told - self.flushes) / seconds if told is not None and self.flushes is not None else None
        return {"cpu": (self.cpu_seconds() - self.cpu) / seconds, "memory": self.memory / 1e6, "own": self.own / 1e6, "syncs": syncs}


def children():
    parents = {}
    for stat in pathlib.Path("/proc").glob("[0-9]*/stat"):
        with contextlib.suppress(OSError):
            parents[int(stat.parent.name)] = int(stat.read_text().rpartition(")")[2].split()[1])
    return parents


def flushes():
    """Of all disks; None where the kernel does not count them."""
    rows = [row.split() for row in pathlib.Path("/proc/diskstats").read_text().splitlines()]
    counted = [int(row[18]) for row in rows if len(row) > 18]
    return sum(counted) if counted else None
