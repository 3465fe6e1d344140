"""Programs in pseudo-terminals, driven by bytes and timed key by key. What the desk's benchmarks share."""
import argparse
import contextlib
import fcntl
import os
import pty
import select
import shutil
import signal
import statistics
import struct
import tempfile
import termios
import time

COLUMNS, ROWS = 120, 40


def read_options(description, *places):
    """What stands on the command line: the places by their names, then how much is measured. `quiet` is in seconds."""
    parser = argparse.ArgumentParser(description=description.split("\n")[0])
    for place in places:
        parser.add_argument(place)
    parser.add_argument("--keys", type=int, default=200)
    parser.add_argument("--rounds", type=int, default=3)
    parser.add_argument("--quiet", type=float, default=12, help="milliseconds of silence that end an answer")
    options = parser.parse_args()
    options.quiet /= 1000
    return options


@contextlib.contextmanager
def workplace():
    """A fresh folder, removed in the end, and an environment in which programs find nobody's settings."""
    folder = tempfile.mkdtemp(prefix="postil-bench-")
    environment = dict(os.environ, TERM="xterm-256color", LC_ALL="C.UTF-8", LESS="", LESSHISTFILE="-",
                       XDG_STATE_HOME=os.path.join(folder, "state"), XDG_CONFIG_HOME=os.path.join(folder, "config"))
    environment.pop("NO_COLOR", None)
    try:
        yield folder, environment
    finally:
        shutil.rmtree(folder, ignore_errors=True)


class Program:
    """A full-screen program in a pseudo-terminal of its own."""

    def __init__(self, command, quiet, environment, size=(COLUMNS, ROWS)):
        self.quiet = quiet
        self.size = size
        self.started = time.perf_counter()
        self.pid, self.fd = pty.fork()
        if self.pid == 0:
            fcntl.ioctl(0, termios.TIOCSWINSZ, struct.pack("HHHH", size[1], size[0], 0, 0))
            os.execvpe(command[0], command, environment)
        fcntl.ioctl(self.fd, termios.TIOCSWINSZ, struct.pack("HHHH", size[1], size[0], 0, 0))

    def read_until_quiet(self, limit=5.0, quiet=None):
        """Returns the moment of the last byte and the bytes."""
        data, last = b"", None
        start = time.perf_counter()
        quiet = quiet or self.quiet
        while True:
            now = time.perf_counter()
            stop = start + limit if last is None else min(start + limit, last + quiet)
            if now >= stop:
                return last, data
            ready, _, _ = select.select([self.fd], [], [], stop - now)
            if not ready:
                continue
            try:
                more = os.read(self.fd, 1 << 16)
            except OSError:
                return last, data
            last = time.perf_counter()
            data += more

    def key(self, key):
        """Types a key; returns milliseconds to the last byte, and the answer."""
        start = time.perf_counter()
        os.write(self.fd, key)
        last, data = self.read_until_quiet()
        if last is None:
            raise SystemExit("a key got no answer: %r" % key)
        return (last - start) * 1000, data

    def memory(self):
        """Peak and present resident memory in megabytes."""
        found = {}
        with open("/proc/%d/status" % self.pid) as status:
            for line in status:
                if line.startswith(("VmHWM", "VmRSS")):
                    found[line[:5]] = int(line.split()[1]) / 1024
        return found["VmHWM"], found["VmRSS"]

    def end(self):
        try:
            os.kill(self.pid, signal.SIGKILL)
        except ProcessLookupError:
            pass
        os.waitpid(self.pid, 0)
        os.close(self.fd)


def percentile(values, share):
    values = sorted(values)
    return values[min(len(values) - 1, int(share * len(values)))]


def measure(program, keys, warm=20):
    """Types the keys one by one; the first few do not count. A fifth of a second is given to finish what a start left."""
    program.read_until_quiet(quiet=0.3)
    times, sizes = [], []
    for index, key in enumerate(keys):
        milliseconds, data = program.key(key)
        if index >= warm:
            times.append(milliseconds)
            sizes.append(len(data))
    return times, sizes


def report(title, ours, theirs, peer, sizes):
    p50, p99 = percentile(ours, 0.5), percentile(ours, 0.99)
    q50, q99 = percentile(theirs, 0.5), percentile(theirs, 0.99)
    print("%-34s postil p50 %6.2f ms  p99 %6.2f ms   %s p50 %6.2f ms  p99 %6.2f ms   p50 ratio %.2f   p99 %+.2f ms   %d bytes a key"
          % (title, p50, p99, peer, q50, q99, p50 / q50, p99 - q99, statistics.median(sizes)))


def alternate(rounds, ours, theirs):
    """Runs the two measurements in turn; joins what each gives."""
    all_ours, all_sizes, all_theirs = [], [], []
    for _ in range(rounds):
        times, sizes = ours()
        all_ours += times
        all_sizes += sizes
        all_theirs += theirs()[0]
    return all_ours, all_theirs, all_sizes


def session(command, keys, quiet, environment, prepare=b"", first_wait=0.3):
    program = Program(command, quiet, environment)
    try:
        program.read_until_quiet(quiet=first_wait)
        for key in prepare:
            program.key(bytes([key]) if isinstance(key, int) else key)
        return measure(program, keys)
    finally:
        program.end()
