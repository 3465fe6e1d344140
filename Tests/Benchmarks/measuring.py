"""What the benchmarks share: the environment of the peers, and measured runs."""
import os
import statistics
import subprocess
import sys
import time

HERE = os.path.dirname(os.path.abspath(__file__))
ROOT = os.path.dirname(os.path.dirname(HERE))


def python():
    place = os.path.join(ROOT, ".build", "bench-venv")
    program = os.path.join(place, "bin", "python")
    if not os.path.exists(program):
        subprocess.run([sys.executable, "-m", "venv", place], check=True)
        subprocess.run([program, "-m", "pip", "install", "--quiet", "orjson"], check=True)
    return program


def measure(command):
    """Seconds and peak resident megabytes of a program that must end well."""
    start = time.perf_counter()
    child = subprocess.Popen(command, stdout=subprocess.PIPE, text=True)
    words = child.stdout.read().strip()
    _, status, usage = os.wait4(child.pid, 0)
    seconds = time.perf_counter() - start
    if status:
        raise SystemExit(f"{command} ended with status {status}: {words}")
    return seconds, usage.ru_maxrss / 1024


def compare(what, ours, theirs):
    """Prints the medians of two lists of measured runs, and their ratio."""
    mine, other = (statistics.median(seconds for seconds, _ in side) for side in (ours, theirs))
    memory, others = (max(peak for _, peak in side) for side in (ours, theirs))
    print(
        f"{what}: postil {mine:.2f} s, python {other:.2f} s, ratio {mine / other:.2f};"
        f" peak memory {memory:.0f} MB, python {others:.0f} MB"
    )
