"""The servers that digital post is measured beside, each on loopback in a folder of its own, ended by its process id."""
import contextlib
import os
import pathlib
import pwd
import re
import shutil
import signal
import socket
import subprocess
import sys
import time
import urllib.request

sys.path.insert(0, str(pathlib.Path(__file__).resolve().parents[2] / "tools"))
import with_postgresql  # noqa: E402

START_S_MAX = 90
SETTLE_S = 3
PACKAGES = {"rabbitmq-server": "/usr/lib/rabbitmq/bin/rabbitmq-server", "postfix": "/usr/sbin/smtp-sink",
            "librabbitmq-dev": "/usr/include/amqp.h"}


def install():
    """What is missing, without a question and without starting it as a service."""
    missing = [name for name, file in PACKAGES.items() if not os.path.exists(file)]
    if not missing:
        return
    if os.geteuid() != 0:
        sys.exit(f"bench: missing {', '.join(missing)}. Install them, or run this as root once")
    subprocess.run(["debconf-set-selections"], input=b"postfix postfix/main_mailer_type select No configuration\n", check=True)
    subprocess.run(["apt-get", "install", "-y", "-q", "--no-install-recommends", *missing], check=True, stdout=subprocess.DEVNULL,
                   env={**os.environ, "DEBIAN_FRONTEND": "noninteractive", "RUNLEVEL": "1"})


def free_port():
    with socket.socket() as listener:
        listener.bind(("127.0.0.1", 0))
        return listener.getsockname()[1]


def wait_for_port(port, process):
    limit = time.monotonic() + START_S_MAX
    while time.monotonic() < limit:
        with contextlib.suppress(OSError), socket.create_connection(("127.0.0.1", port), 1):
            return
        if process.poll() is not None:
            sys.exit(f"bench: a server ended with {process.returncode} before it listened")
        time.sleep(0.1)
    sys.exit(f"bench: nothing listens on port {port} after {START_S_MAX} s")


@contextlib.contextmanager
def running(command, **options):
    process = subprocess.Popen(command, stdout=subprocess.DEVNULL, stderr=subprocess.DEVNULL, start_new_session=True, **options)
    try:
        yield process
    finally:
        with contextlib.suppress(ProcessLookupError):
            os.killpg(process.pid, signal.SIGTERM)
        try:
            process.wait(30)
        except subprocess.TimeoutExpired:
            os.killpg(process.pid, signal.SIGKILL)
            process.wait()


@contextlib.contextmanager
def samband(program, folder, flags=()):
    """A server with the accounts of the demonstration; gives its process and port. What the demonstration begins with, and
    what a program does first, is over before it is measured."""
    port = free_port()
    common = ["--server.port", str(port), "--data.folder", str(folder / "data"), *flags]
    with running([program, "demo", *common]) as process:
        wait_until_ready(port, process)
        time.sleep(SETTLE_S)
    with running([program, "serve", *common, "--server.requests_per_minute", "10000000"]) as process:
        wait_until_ready(port, process)
        yield process.pid, port


def wait_until_ready(port, process):
    wait_for_port(port, process)
    limit = time.monotonic() + START_S_MAX
    while time.monotonic() < limit:
        with contextlib.suppress(OSError), urllib.request.urlopen(f"http://127.0.0.1:{port}/health/ready", timeout=5) as answer:
            if answer.status == 200:
                return
        time.sleep(0.1)
    sys.exit(f"bench: port {port} was not ready after {START_S_MAX} s")


@contextlib.contextmanager
def postgresql(folder):
    """A server that syncs; gives its process and address."""
    folder.mkdir()
    server = with_postgresql.Server(str(folder), is_durable=True, connections_max=400)
    server.start()
    try:
        yield server.process.pid, server.url()
    finally:
        server.stop()


@contextlib.contextmanager
def rabbitmq(folder):
    """Gives its process and port. Names and ports of its own, so that it meets no other on the machine."""
    folder.mkdir()
    port, between, mapper = free_port(), free_port(), free_port()
    (folder / "plugins").write_text("[].\n")
    environment = {**os.environ, "HOME": str(folder), "RABBITMQ_NODENAME": f"bench{port}@localhost", "RABBITMQ_NODE_IP_ADDRESS": "127.0.0.1",
                   "RABBITMQ_NODE_PORT": str(port), "RABBITMQ_DIST_PORT": str(between), "ERL_EPMD_PORT": str(mapper),
                   "ERL_EPMD_ADDRESS": "127.0.0.1", "RABBITMQ_MNESIA_BASE": str(folder / "mnesia"), "RABBITMQ_LOG_BASE": str(folder / "log"),
                   "RABBITMQ_ENABLED_PLUGINS_FILE": str(folder / "plugins"), "RABBITMQ_CONFIG_FILE": str(folder / "none")}
    with running([PACKAGES["rabbitmq-server"]], env=environment) as process:
        wait_for_port(port, process)
        yield process.pid, port


class Postfix:
    """Takes letters by SMTP, keeps each synced in its queue, and hands them to a sink."""

    def __init__(self, folder):
        self.folder, self.port, self.sink_port = folder, free_port(), free_port()

    def write_settings(self):
        (self.folder / "conf").mkdir(parents=True)
        for name in ("queue", "state"):
            (self.folder / name).mkdir()
        os.chown(self.folder / "state", pwd.getpwnam("postfix").pw_uid, 0)
        self.folder.chmod(0o755)
        (self.folder / "conf/main.cf").write_text(f"""
compatibility_level = 3.6
queue_directory = {self.folder}/queue
data_directory = {self.folder}/state
inet_interfaces = 127.0.0.1
inet_protocols = ipv4
myhostname = bench.example
mydestination =
mynetworks = 127.0.0.0/8
relayhost = [127.0.0.1]:{self.sink_port}
smtp_dns_support_level = disabled
smtpd_relay_restrictions = permit_mynetworks, reject
default_process_limit = 300
smtp_destination_concurrency_limit = 64
default_destination_concurrency_limit = 64
initial_destination_concurrency = 64
smtpd_client_connection_count_limit = 0
smtpd_client_connection_rate_limit = 0
message_size_limit = 60000000
in_flow_delay = 0
local_recipient_maps =
alias_maps =
maillog_file = {self.folder}/log
maillog_file_prefixes = {self.folder}
""")
        services = [f"127.0.0.1:{self.port} inet n - n - - smtpd", "pickup unix n - n 60 1 pickup", "cleanup unix n - n - 0 cleanup",
                    "qmgr unix n - n 300 1 qmgr", "rewrite unix - - n - - trivial-rewrite", "bounce unix - - n - 0 bounce",
                    "defer unix - - n - 0 bounce", "trace unix - - n - 0 bounce", "flush unix n - n 1000? 0 flush", "smtp unix - - n - - smtp",
                    "error unix - - n - - error", "retry unix - - n - - error", "anvil unix - - n - 1 anvil", "scache unix - - n - 1 scache",
                    "postlog unix-dgram n - n - 1 postlogd", "showq unix n - n - - showq", "proxymap unix - - n - - proxymap",
                    "tlsmgr unix - - n 1000? 1 tlsmgr", "verify unix - - n - 1 verify"]
        (self.folder / "conf/master.cf").write_text("\n".join(services) + "\n")

    @contextlib.contextmanager
    def started(self):
        self.write_settings()
        with running(["postfix", "-c", str(self.folder / "conf"), "start-fg"]) as process:
            wait_for_port(self.port, process)
            yield process.pid

    def send(self, connections, letters, size):
        """Sends so many; gives the seconds until all were accepted and until the sink had them all."""
        sink = subprocess.Popen(["smtp-sink", "-c", "-u", "nobody", f"127.0.0.1:{self.sink_port}", "1024"], stdout=subprocess.PIPE,
                                stderr=subprocess.DEVNULL, start_new_session=True)
        try:
            wait_for_port(self.sink_port, sink)
            began = time.monotonic()
            subprocess.run(["smtp-source", "-s", str(connections), "-m", str(letters), "-l", str(size), "-f", "a@bench.example",
                            "-t", "b@bench.example", f"127.0.0.1:{self.port}"], check=True, stdout=subprocess.DEVNULL)
            accepted = time.monotonic() - began
            self.wait_for_sink(sink, letters)
            return accepted, time.monotonic() - began
        finally:
            sink.kill()
            sink.wait()

    @staticmethod
    def wait_for_sink(sink, letters):
        said = b""
        os.set_blocking(sink.stdout.fileno(), False)
        limit = time.monotonic() + 120
        while time.monotonic() < limit:
            said = (said + (sink.stdout.read() or b""))[-200:]
            counts = re.findall(rb"(\d+)", said)
            if counts and int(counts[-1]) >= letters:
                return
            time.sleep(0.01)
        sys.exit("bench: Postfix did not deliver all within two minutes")


def can_run_postfix():
    return os.geteuid() == 0 and shutil.which("postfix", path=os.environ["PATH"] + ":/usr/sbin")
