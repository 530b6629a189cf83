"""PostgreSQL clusters for the scripts that break them: made, followed, killed and promoted."""
import os
import pathlib
import shutil
import signal
import subprocess
import time


def programs():
    """The folder of the newest installed server's programs."""
    newest = sorted(pathlib.Path("/usr/lib/postgresql").glob("*/bin/initdb"),
                    key=lambda path: int(path.parts[-3]))
    if newest:
        return newest[-1].parent
    found = shutil.which("initdb")
    if found is None:
        raise SystemExit("PostgreSQL's server programs are missing (Debian: postgresql)")
    return pathlib.Path(found).resolve().parent


def children(parent):
    """The processes that a process has started."""
    found = []
    for path in pathlib.Path("/proc").glob("[0-9]*/stat"):
        try:
            # pid (name) state parent …, and a name may hold anything.
            fields = path.read_text().rpartition(")")[2].split()
        except OSError:
            continue
        if int(fields[1]) == parent:
            found.append(int(path.parent.name))
    return found


class Cluster:
    """A server on a Unix socket in its own folder, as somebody else would run it."""

    def __init__(self, folder, name="data", settings=()):
        self.folder, self.name = folder, name
        self.data = folder / name
        # Not within the data: what lies there is copied to a standby.
        self.socket = folder / f"{name}.socket"
        self.settings = [part for setting in settings for part in ("-c", setting)]
        self.programs = programs()
        self.process = None
        # PostgreSQL refuses to run as root.
        self.prefix = []
        if os.geteuid() == 0:
            self.prefix = ["setpriv", "--reuid=postgres", "--regid=postgres", "--clear-groups", "--"]

    @property
    def url(self):
        return f"postgresql://dach@/postgres?host={self.socket}"

    def program(self, name, *arguments):
        subprocess.run(self.prefix + [str(self.programs / name), *map(str, arguments)], check=True,
                       capture_output=True, cwd="/")

    def make_folder(self):
        os.chmod(self.folder, 0o711)
        for path in (self.data, self.socket):
            shutil.rmtree(path, ignore_errors=True)
            path.mkdir(mode=0o700)
            if self.prefix:
                shutil.chown(path, "postgres", "postgres")

    def make(self):
        self.make_folder()
        self.program("initdb", "-D", self.data, "-U", "dach", "--auth=trust", "--encoding=UTF8",
                     "--locale=C.UTF-8", "-N")

    def follow(self, primary):
        """Makes it a standby of another cluster, from a fresh copy."""
        self.make_folder()
        self.program("pg_basebackup", "-D", self.data, "-h", primary.socket, "-U", "dach",
                     "--checkpoint=fast", "--write-recovery-conf", "--no-sync")
        with open(self.data / "postgresql.auto.conf", "a", encoding="utf-8") as settings:
            settings.write(f"primary_conninfo = 'host={primary.socket} user=dach "
                           f"application_name={self.name}'\n")
        self.start()

    def start(self):
        self.process = subprocess.Popen(
            self.prefix + [str(self.programs / "postgres"), "-D", str(self.data), "-c",
                           "listen_addresses=", "-c", f"unix_socket_directories={self.socket}",
                           *self.settings],
            stdout=subprocess.DEVNULL, stderr=subprocess.DEVNULL, cwd="/")
        self.wait_until("SELECT true")

    def sql(self, text):
        result = subprocess.run(
            ["psql", "-X", "-At", "-v", "ON_ERROR_STOP=1", self.url, "-c", text],
            capture_output=True, text=True, check=False)
        if result.returncode != 0:
            raise RuntimeError(result.stderr)
        return result.stdout.strip()

    def wait_until(self, condition, seconds=60):
        """Until a query that may fail at first answers true."""
        error = ""
        for _ in range(seconds * 20):
            try:
                if self.sql(condition) == "t":
                    return
            except RuntimeError as failure:
                error = str(failure)
            time.sleep(0.05)
        raise SystemExit(f"the cluster {self.name} did not get there: {condition}\n{error}")

    def kill(self):
        """As a power failure does: all of its processes at once, without a word."""
        for process in [self.process.pid, *children(self.process.pid)]:
            try:
                os.kill(process, signal.SIGKILL)
            except ProcessLookupError:
                pass
        self.process.wait()
        self.process = None

    def promote(self):
        self.sql("SELECT pg_promote()")
        self.wait_until("SELECT NOT pg_is_in_recovery()")

    def stop(self):
        if self.process is not None:
            self.process.send_signal(signal.SIGINT)
            self.process.wait()
            self.process = None
