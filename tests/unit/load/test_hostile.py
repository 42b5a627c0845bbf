"""Inputs made to stall or kill the loader, each in a process of its own with limited memory and time."""

import subprocess
import sys
from pathlib import Path

import pytest

KIB = 1024
SIZE = 256 * KIB

PROGRAM = """
import resource, sys, time
from generator.load.yaml_text import parse
data = sys.stdin.buffer.read()
resource.setrlimit(resource.RLIMIT_AS, (1024 * 2**20, 1024 * 2**20))
resource.setrlimit(resource.RLIMIT_CPU, (20, 20))
def peak():  # not ru_maxrss, which a child takes over from the process that started it
    status = open("/proc/self/status").read()
    return int(status.partition("VmHWM:")[2].split()[0])
before = peak()
started = time.process_time()
tree, findings = parse(data, "hostile.yml")
seconds = time.process_time() - started
grown = peak() - before
print(findings[0].code if findings else "none", findings[0].position.line if findings else 0)
if seconds > 1 or grown > 200 * 1024:
    sys.exit(f"{seconds:.2f} s, {grown} KiB")
sys.exit(1 if findings else 0)
"""


def aliases() -> bytes:
    """Nine levels of nine aliases: a few hundred bytes that stand for hundreds of millions of nodes."""
    lines = ["a: &a [x,x,x,x,x,x,x,x,x]"]
    for first, second in zip("abcdefgh", "bcdefghi", strict=True):
        lines.append(f"{second}: &{second} [" + ",".join([f"*{first}"] * 9) + "]")
    return "\n".join(lines).encode()


def merges() -> bytes:
    """Fifteen levels of merge keys."""
    lines = ["k0: &k0 {a: 1}"]
    lines += [f"k{level}: &k{level} {{<<: [*k{level - 1}, *k{level - 1}]}}" for level in range(1, 16)]
    return "\n".join(lines).encode()


BOMBS = {
    "aliases": (aliases(), "PP004 1"),
    "merges": (merges(), "PP004 1"),
    "50000 lists": (b"[" * 50_000, "PP007 1"),
    "200000 lists": (b"[" * 200_000, "PP007 1"),
    "50000 maps": (b"{a: " * 50_000, "PP007 1"),
    "50000 open maps": (b"{" * 50_000, "PP007 1"),
    "50000 dashes": (b"- " * 50_000, "PP007 1"),
    "50000 question marks": (b"? " * 50_000, "PP007 1"),
    "deep indentation": (b"".join(b" " * level + b"a:\n" for level in range(700)), "PP007 33"),
    "10 MiB on one line": (b"a: " + b"x" * (10 * KIB * KIB), "PP007 1"),
    "a million names": (b"".join(b"k%d: 1\n" % number for number in range(1_000_000)), "PP007 1"),
    "25000 names": (b"".join(b"k%d: 1\n" % number for number in range(25_000)), "PP007 10001"),
    "the same name": (b"a:\n" * (SIZE // 3), "PP003 2"),
    "one long list": (b"a: [" + b"x," * (SIZE // 2 - 3), "PP007 1"),
    "5000 digits": (b"a: " + b"9" * 5_000, "none 0"),
    "5000 sexagesimal digits": (b"a: 1" + b":59" * 5_000, "none 0"),
    "open quote": (b"a: '" + b"x \n " * (SIZE // 4 - 1), "PP002 1"),
    "closed long quote": (b"a: '" + b"x \n " * (SIZE // 4 - 2) + b"'", "PP007 1"),
    "escapes": (b'a: "' + b"\\U000000e9" * (SIZE // 10 - 1) + b'"', "none 0"),
    "blank lines": (b"a: |\n" + b"\n" * (SIZE - 6), "none 0"),
    "block texts": (b"".join(b"k%d: |\n x\n\n\n" % number for number in range(9_999)), "none 0"),
    "tabs": (b"a:" + b"\t" * (SIZE - 3) + b"b", "none 0"),
    "tab lines": (b"a:\n" + b"\t\n" * (SIZE // 2 - 4) + b"\tb: c", "PP002"),
    "spaces before an error": (b"a: b\n" + b" " * (SIZE - 10) + b"c: d", "PP002 2"),
    "remarks": (b"#\n" * (SIZE // 2 - 4) + b"a: b", "none 0"),
    "colons": (b"a: {" + b":" * (SIZE - 5), "PP"),
    "flow keys": (b"{" + b"? " * (SIZE // 2 - 2), "PP"),
    "anchors": (b"".join(b"k%d: &a x\n" % number for number in range(9_999)), "PP004 1"),
    "tags": (b"".join(b"k%d: !a x\n" % number for number in range(9_999)), "PP005 1"),
    "long tag": (b"a: !" + b"x" * (SIZE - 6) + b" y", "PP005 1"),
    "long anchor": (b"a: &" + b"x" * (SIZE - 6) + b" y", "PP004 1"),
    "bidi": (b"a: " + "\u202e".encode() * (SIZE // 3 - 1), "PP001 1"),
    "nul": (b"a: " + b"\0" * (SIZE - 3), "PP001 1"),
    "carriage returns": (b"a: b" + b"\r" * (SIZE - 4), "PP001 1"),
    "documents": (b"---\n" * (SIZE // 4), "PP006 2"),
    "directives": (b"%YAML 1.1\n" * (SIZE // 10), "PP006"),
    "unknown directives": (b"%A\n" * (SIZE // 3), "PP006 1"),
    "long version": (b"%YAML " + b"1" * (SIZE - 20) + b".1\n---\n", "PP006 1"),
    "latin-1": (b"a: " + b"\xe9" * (SIZE - 3), "PP001 1"),
    "late latin-1": (b"a: x\n" * (SIZE // 5 - 1) + b"\xe9", "PP001"),
}


@pytest.mark.parametrize("name", BOMBS)
def test_a_hostile_file_is_answered_within_a_second(name: str) -> None:
    """No signal, no traceback, at most one second of processor time and 200 MiB: a finding or a tree."""
    data, expected = BOMBS[name]
    run = subprocess.run(
        [sys.executable, "-c", PROGRAM],
        input=data,
        capture_output=True,
        timeout=60,
        check=False,
        cwd=Path(__file__).parents[3],
    )
    answer = run.stdout.decode()
    assert (b"", expected) == (run.stderr, answer[: len(expected)])
    assert run.returncode == (0 if expected == "none 0" else 1)
