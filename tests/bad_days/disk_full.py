"""The disk is full: reading goes on, saving is refused in clear words, and works again when there is room."""
import os
import subprocess
import uuid

from day import Day
from load import Secretary

MOUNTING = ["-t", "tmpfs", "-o", "size=24M", "samband"]
TEXT_FILE = "Et vedlegg.\n" * 4000


class SmallDisk:
    """A file system of its own for one folder, that can be filled up."""

    def __init__(self, folder, clean_up):
        self.folder = str(folder)
        self.name_space = self.choose_name_space()
        if self.name_space is None:
            subprocess.run(["mount", *MOUNTING, self.folder], check=True)
            clean_up(subprocess.run, ["umount", "-l", self.folder], check=False)

    @staticmethod
    def choose_name_space():
        """The ways in to mounts that only the program sees, best first. None: as root in a chroot, whose mounts the machine shares."""
        for unshare, enter in (([], []), (["-r"], ["-U", "--preserve-credentials"])):
            if subprocess.run(["unshare", "-m", *unshare, "true"], capture_output=True, check=False).returncode == 0:
                return ["unshare", "-m", *unshare], ["-m", *enter]
        if os.geteuid() == 0:
            return None
        raise AssertionError("a disk can be filled up only as root or where users may have name spaces of their own, and here is neither;"
                             " allow them (sysctl kernel.unprivileged_userns_clone=1) or run as root")

    def within(self):
        """What the program runs inside."""
        if not self.name_space:
            return []
        return [*self.name_space[0], "sh", "-c", f'mount {" ".join(MOUNTING)} "$0" && exec "$@"', self.folder]

    def beside(self, program):
        """What runs beside the program, with the same disk."""
        return ["nsenter", "-t", str(program.process.pid), *self.name_space[1], "--"] if self.name_space else []


class FullDisk(Day):
    def test_reading_goes_on_and_saving_comes_back(self):
        folder = self.folder()
        data = folder / "data"
        data.mkdir()
        disk = SmallDisk(data, self.addCleanup)
        with self.running(folder=folder, within=disk.within()) as program:
            program.beside = lambda: disk.beside(program)
            self.inside = lambda script: subprocess.run([*program.beside(), "sh", "-c", script, "sh", str(data)], check=False, capture_output=True)
            self.secretary = Secretary(program)
            self.secretary.plan_well("Før disken ble full")
            for _ in range(2):  # Full, room again; and once more.
                self.fill_up_and_make_room(program)
            self.assertIsNone(program.process.poll())

    def fill_up_and_make_room(self, program):
        self.inside('cat /dev/zero > "$1/filler"')
        self.inside('cat /dev/zero > "$1/last-page"')
        refused, refused_key = self.plan_until_refused()
        self.assert_problem(refused, 503, "platform.disk_full")
        self.assertIn("disk", refused.json()["title"].lower())
        self.assert_problem(self.send_document(), 503, "platform.disk_full")
        self.assertEqual(self.failed_check(self.secretary.browser, "disk"), "platform.disk_full")
        self.assertEqual(program.browser().get("/health/live").status, 200)
        for path in ("/", "/cases", "/cases/19-03109", "/me", f"/search?q={uuid.uuid4()}"):
            self.assertEqual(self.secretary.browser.get(path).status, 200, f"{path} can be read while the disk is full")
        for address in self.secretary.known:
            self.secretary.look_for(address)

        self.inside('rm "$1/filler" "$1/last-page"')
        self.assertTrue(self.is_ready(program.browser()))
        self.assertEqual(self.secretary.plan("Da disken var full", refused_key).status, 201, "the same request, when there is room")
        self.secretary.plan_well("Etter at disken ble tømt")
        sent = self.send_document()
        self.assertIn(sent.status, (201, 303), sent.text[:500])
        self.secretary.verify()

    def plan_until_refused(self):
        """Room that was taken before, such as that of the write-ahead log, is used up first."""
        for _ in range(5000):
            key = str(uuid.uuid4())
            title = f"Mens disken fylles {key}"
            answer = self.secretary.plan(title, key)
            if answer.status != 201:
                return answer, key
            self.secretary.known[answer.header("Location")] = title
        raise AssertionError("a full disk took 5000 cases")

    def send_document(self):
        """A file of its own each time: the same content is kept once."""
        fields = {"csrfToken": self.secretary.token, "title": "Vedlegg", "kind": "vedlegg", "language": "nb", "dated": "2026-11-20"}
        lines = [f'--skille\r\nContent-Disposition: form-data; name="{name}"\r\n\r\n{value}\r\n' for name, value in fields.items()]
        lines.append(f'--skille\r\nContent-Disposition: form-data; name="file"; filename="vedlegg.txt"\r\n\r\n{uuid.uuid4()}{TEXT_FILE}\r\n--skille--\r\n')
        address = next(iter(self.secretary.known))
        return self.secretary.browser.request("POST", address + "/documents", "".join(lines).encode(),
                                              {"Content-Type": "multipart/form-data; boundary=skille", "Accept": "application/json"})
