"""From bytes to a map: what is kept as typed, and what the top of a file must be."""

import pytest

from generator.diagnostics import Position
from generator.limits import LIMITS
from generator.load.node import Mapping, Scalar, Sequence, to_plain
from generator.load.yaml_text import parse

_ZOO = """
no No NO yes Yes YES on On ON off Off OFF y Y n N true True TRUE false FALSE ~ null Null NULL
0 -0 +1 1 010 0o10 0x1F 0b1010 01067 09111 0291941650 1_000 1,5 1.10 3.10 3.0 1e3 1E3 1e-3 .5 5.
.inf -.Inf .NaN .nan
+4550763376 +4930123 004550763376 12:30 1:30 9:05 09:30 22:00 12:30:45 190:20:30 -1:30 24:00
2026-09-01 2026-9-1 2024-02-30 2026-13-45 2026-09-01T12:00:00Z 2001-12-14t21:59:43.10-05:00 0000-00-00
= === << .. ... 1..2 -1 -a --- a#b a:b http://example.org/#a mailto:a@example.org B1 C2 1/2 50% 10€ $x a=b
c:\\temp <b> (x) a,b a[b] a]b a{b} x}y _ __proto__ constructor 9223372036854775808
12345678901234567890123456789
DE NO.1 1.0.0 1970 kl.10 1st é 東京 العربية ١٢٣ Ωmega naïve ｆｕｌｌ a…b – — ½ ² 🙂
"""
AS_TYPED = _ZOO.split()
"""Values that YAML 1.1 or 1.2 programs change, drop or refuse."""


def scalar(data: str) -> Scalar:
    """Return the value of the entry `v`."""
    tree, findings = parse(data.encode(), "f.yml")
    assert findings == ()
    assert tree is not None
    entry = tree.get("v")
    assert entry is not None
    assert isinstance(entry.value, Scalar)
    return entry.value


def places(data: bytes) -> list[tuple[str, int, int]]:
    """Return code, line and column of each finding, and make sure that nothing was returned with them."""
    tree, findings = parse(data, "f.yml")
    assert (tree is None) == bool(findings)
    return [(each.code, each.position.line, each.position.column) for each in findings]


def test_the_zoo_has_many_animals() -> None:
    """The table of values holds at least 120 different ones."""
    assert len(set(AS_TYPED)) >= 120


@pytest.mark.parametrize("value", AS_TYPED)
def test_a_plain_value_stays_as_typed(value: str) -> None:
    """Nothing becomes a number, a date, a truth value or nothing."""
    assert (value, False) == (scalar(f"v: {value}\n").text, scalar(f"v: {value}\n").quoted)


@pytest.mark.parametrize("value", [value for value in AS_TYPED if value not in ("---", "...", "<<")])
def test_a_plain_name_stays_as_typed(value: str) -> None:
    """Names are text too: `no` for Norwegian is not a truth value."""
    tree, findings = parse(f"{value}: x\n".encode(), "f.yml")
    assert ({value: "x"}, ()) == (tree and to_plain(tree), findings)


@pytest.mark.parametrize("value", AS_TYPED)
def test_a_quoted_value_is_the_same_text(value: str) -> None:
    """Quotation marks change nothing but the flag."""
    single = scalar("v: '" + value + "'\n")
    assert (value, True) == (single.text, single.quoted)


@pytest.mark.parametrize(
    ("source", "text", "quoted"),
    [
        ("v:", "", False),
        ("v: # remark", "", False),
        ("v: ''", "", True),
        ('v: ""', "", True),
        ("v: 'it''s'", "it's", True),
        (r'v: "a\tb\u00e9\\"', "a\tbé\\", True),
        ("v: |\n  one\n\n  two\n", "one\n\ntwo\n", True),
        ("v: |-\n  one\n    two\n", "one\n  two", True),
        ("v: |+\n  one\n\n", "one\n\n", True),
        ("v: >\n  one\n  two\n\n  three\n", "one two\nthree\n", True),
        ("v: one\n  two\n", "one two", False),
        ("v: one\r\n  two\r\n", "one two", False),
        ("v: |\r\n  one\r\n  two\r\n", "one\ntwo\n", True),
        ("---\nv: x\n...\n", "x", False),
        ("{v: x}", "x", False),
        ("v:\tx", "x", False),
    ],
)
def test_each_way_of_writing_gives_its_text(source: str, text: str, quoted: bool) -> None:
    """Every style of scalar arrives unquoted and unfolded, with the flag for all but plain ones."""
    value = scalar(source)
    assert (text, quoted) == (value.text, value.quoted)


def test_positions_count_characters_from_one_with_an_exclusive_end() -> None:
    """Names, values, lists and maps know where they begin and end, also after letters of several bytes."""
    tree, _ = parse("a: 'é😀'\nb: [é, 😀]\nc:\n  d: x\n  e: |\n    t\n\n\nf: y\n".encode(), "f.yml")
    assert tree is not None
    values = {entry.key: entry.value for entry in tree.entries}
    b, c = values["b"], values["c"]
    assert isinstance(b, Sequence)
    assert isinstance(c, Mapping)
    expected = {
        "a": Position("f.yml", 1, 4, 1, 8),
        "b": Position("f.yml", 2, 4, 2, 10),
        "b[1]": Position("f.yml", 2, 8, 2, 9),
        "c": Position("f.yml", 4, 3, 6, 6),
        "e": Position("f.yml", 5, 6, 6, 6),
        "f key": Position("f.yml", 9, 1, 9, 2),
        "all": Position("f.yml", 1, 1, 9, 5),
    }
    actual = {
        "a": values["a"].position,
        "b": b.position,
        "b[1]": b.items[1].position,
        "c": c.position,
        "e": c.entries[1].value.position,
        "f key": tree.entries[-1].key_position,
        "all": tree.position,
    }
    assert expected == actual


def test_an_empty_value_has_a_place() -> None:
    """A name without a value points to where the value should be."""
    assert scalar("x: 1\nv:\ny: 2\n").position == Position("f.yml", 2, 3, 2, 3)


@pytest.mark.parametrize("data", [b"", b"\n\n", b"# only a remark\n", b"---\n", b"---\n...\n"])
def test_an_empty_file_is_refused(data: bytes) -> None:
    """A file without entries says so at its first character."""
    assert places(data) == [("PP008", 1, 1)]


@pytest.mark.parametrize("data", [b"text\n", b"- a\n", b"[a]\n", b"'a'\n", b"|\n a\n", b"name:x\n"])
def test_a_file_that_is_no_map_is_refused(data: bytes) -> None:
    """A text or a list at the top is refused where it starts."""
    assert places(data) == [("PP008", 1, 1)]


def test_a_byte_order_mark_does_not_hide_the_next_mistake() -> None:
    """Both findings come in one run."""
    assert places(b"\xef\xbb\xbfa: 1\na: 2\n") == [("PP001", 1, 1), ("PP003", 2, 1)]


@pytest.mark.parametrize(
    ("code", "line", "column", "source"),
    [
        ("PP001", 1, 4, r'a: "\u202e"'),
        ("PP001", 2, 4, 'a: x\nb: "y\\0"'),
        ("PP001", 1, 4, r'a: "\N"'),
        ("PP001", 1, 1, r'"\e": x'),
        ("PP002", 1, 7, r'a: "\ud800"'),
    ],
)
def test_an_escape_code_is_no_way_around(code: str, line: int, column: int, source: str) -> None:
    """A refused character is refused as an escape code as well."""
    assert [(code, line, column)] == places(source.encode())


def test_a_file_of_exactly_the_limit_is_read() -> None:
    """The size limit itself is allowed."""
    data = b"a: x\n#" + b"y" * (LIMITS.file_bytes - 7) + b"\n"
    assert (LIMITS.file_bytes, []) == (len(data), places(data))


def test_a_file_of_one_byte_more_is_refused() -> None:
    """One byte over the limit is over the limit."""
    data = b"a: x\n#" + b"y" * (LIMITS.file_bytes - 6) + b"\n"
    assert places(data) == [("PP007", 1, 1)]
