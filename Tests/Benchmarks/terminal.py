#!/usr/bin/env python3
"""Measures podlab at a pseudo-terminal, by hand: nothing here runs in .ci/run, because times differ by machine.

    swift build -c release --product podlab
    python3 Tests/Benchmarks/terminal.py .build/release/podlab [--pods 150000 [--nodes 3]]

Prints milliseconds, median and 99th percentile:
  start      podlab -c version, from fork to exit
  key        from a key to its echo
  enter      from Enter to the next prompt, that is past the last byte, in a cluster of three nodes
  pods       the same for `get pods` with as many Pods as --pods says; on three nodes most of them stay Pending,
             which is sooner reached than a node for every 110 of them
"""
import argparse
import fcntl
import os
import pty
import select
import struct
import subprocess
import tempfile
import termios
import time

PROMPT = b"pod@lab>"


class Terminal:
    """podlab behind a pseudo-terminal of 80 columns and 24 rows."""

    def __init__(self, program, *options):
        home = tempfile.mkdtemp()
        environment = {"HOME": home, "TERM": "xterm", "LANG": "C.UTF-8", "PATH": "/usr/bin:/bin"}
        self.process, self.descriptor = pty.fork()
        if self.process == 0:
            os.execve(program, [program, "--no-pager", *options], environment)
        fcntl.ioctl(self.descriptor, termios.TIOCSWINSZ, struct.pack("HHHH", 24, 80, 0, 0))
        self.read_until(PROMPT)
        # What is typed before the terminal is in its editing mode is dropped.
        time.sleep(0.3)
        self.settle()

    def read(self, timeout):
        ready, _, _ = select.select([self.descriptor], [], [], timeout)
        return os.read(self.descriptor, 1 << 16) if ready else b""

    def read_until(self, wanted, timeout=3600):
        """Everything up to and with a text; how many bytes that were."""
        tail, count, end = b"", 0, time.monotonic() + timeout
        while wanted not in tail:
            block = self.read(max(end - time.monotonic(), 0))
            if not block:
                raise SystemExit(f"waited in vain for {wanted!r}; the last was {tail!r}")
            count += len(block)
            tail = tail[-len(wanted):] + block
        return count

    def settle(self):
        """Waits until nothing more comes: what is drawn between keys is not part of any answer."""
        while self.read(0.03):
            pass

    def enter(self, command):
        """Types a command; the time from Enter to the prompt behind the answer, and the bytes."""
        os.write(self.descriptor, command.encode())
        self.settle()
        start = time.perf_counter()
        os.write(self.descriptor, b"\r")
        count = self.read_until(b"\x1b[?2004h")
        elapsed = time.perf_counter() - start
        self.settle()
        return elapsed, count

    def key(self, key):
        start = time.perf_counter()
        os.write(self.descriptor, key.encode())
        self.read_until(key.encode(), 10)
        elapsed = time.perf_counter() - start
        self.settle()
        return elapsed

    def close(self):
        os.write(self.descriptor, b"\x03\x04")
        try:
            while os.read(self.descriptor, 1 << 16):
                pass
        except OSError:
            pass
        os.close(self.descriptor)
        os.waitpid(self.process, 0)


def report(name, seconds, note=""):
    values = sorted(1000 * value for value in seconds)
    median, worst = values[len(values) // 2], values[min(len(values) - 1, len(values) * 99 // 100)]
    print(f"{name:28} {median:9.2f} {worst:9.2f}  {len(values)} times  {note}", flush=True)


def start_up(program):
    times = []
    for _ in range(30):
        start = time.perf_counter()
        subprocess.run([program, "-c", "version"], stdout=subprocess.DEVNULL, check=True)
        times.append(time.perf_counter() - start)
    report("start (-c version)", times)


def small_cluster(program):
    terminal = Terminal(program)
    for name in ["web", "api", "db"]:
        terminal.enter(f"create pod {name} --image=nginx")
    terminal.enter("advance 1m")
    line = "get pods -l app=web --field-selector status.phase=Running "
    keys = []
    for _ in range(5):
        keys += [terminal.key(key) for key in line]
        os.write(terminal.descriptor, b"\x15")
        terminal.settle()
    report("key to echo", keys)
    for command in ["get pods", "get nodes -o wide", "describe pod web", "get pod web -o yaml", "events"]:
        report(f"enter: {command}", [terminal.enter(command)[0] for _ in range(20)])
    report("enter: advance 10s", [terminal.enter("advance 10s")[0] for _ in range(20)])
    terminal.close()


def many_pods(program, pods, nodes):
    nodes = nodes or min((pods + 109) // 110, 5000)
    terminal = Terminal(program, "--nodes", str(nodes))
    seconds, _ = terminal.enter(f"create deployment web --image=nginx --replicas={pods}")
    seconds += terminal.enter("advance 5m | tail -1")[0]
    print(f"{pods} Pods on {nodes} nodes came to be in {seconds:.1f} s", flush=True)
    terminal.enter("get pods | wc -l")
    found = [terminal.enter("get pods") for _ in range(3)]
    report(f"enter: get pods, {pods} Pods", [one[0] for one in found], f"{found[0][1]} bytes")
    report("key to echo, the same", [terminal.key(key) for key in "get pods web-"])
    terminal.close()


if __name__ == "__main__":
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawTextHelpFormatter)
    parser.add_argument("program")
    parser.add_argument("--pods", type=int, default=0)
    parser.add_argument("--nodes", type=int, default=0, help="0: one for every 110 Pods")
    arguments = parser.parse_args()
    print(f"{'':28} {'median ms':>9} {'p99 ms':>9}")
    start_up(arguments.program)
    small_cluster(arguments.program)
    if arguments.pods:
        many_pods(arguments.program, arguments.pods, arguments.nodes)
