"""`portal check` as a contract: its formats on stdout, what it writes elsewhere, repairs, and exit codes."""

from __future__ import annotations

import json
import os
import re
import subprocess
import sys
from collections.abc import Callable
from pathlib import Path

import pytest

from generator.cli import main
from generator.paths import PortalPaths
from tests.support.portal import TODAY, copy_small
from tests.support.repositories import git

FILE = "content/coordinators/broen-odense.yml"
Run = Callable[..., tuple[int, str, str]]


@pytest.fixture
def small(tmp_path: Path) -> PortalPaths:
    """A portal without findings."""
    return copy_small(tmp_path / "portal")


@pytest.fixture
def check(small: PortalPaths, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]) -> Run:
    """A function (words …) that runs `portal check` in the portal: exit code, stdout, stderr."""

    def run(*words: str) -> tuple[int, str, str]:
        monkeypatch.chdir(small.root)
        monkeypatch.setattr(sys, "argv", ["portal", "--today", TODAY, "check", *words])
        with pytest.raises(SystemExit) as left:
            main()
        printed = capsys.readouterr()
        return int(left.value.code or 0), printed.out, printed.err

    return run


def change(paths: PortalPaths, old: str, new: str, file: str = FILE) -> str:
    """Replace a text in a file that has it; return the file's new text."""
    path = paths.root / file
    text = path.read_text("utf-8")
    assert old in text
    path.write_text(text.replace(old, new), "utf-8")
    return text.replace(old, new)


def test_the_last_line_counts_what_can_be_fixed(check: Run, small: PortalPaths) -> None:
    """Files, sites, languages, findings, repairs."""
    change(small, "review_by: 2027-10-01", "review_by: 1.10.2027")
    code, out, _ = check()
    last = "checked 28 files, 1 site, 2 languages: 1 error (1 fixable with --fix)"
    assert (code, out.splitlines()[-1]) == (1, last)


def test_ignored_findings_are_counted_and_fail_nothing(check: Run, small: PortalPaths) -> None:
    """A comment with a reason switches a warning off, for a fail level of warning as well."""
    comment = "# portal: ignore PP207 until 2026-12-31: she is on leave"
    change(small, "review_by: 2027-10-01", f"review_by: 2026-11-01  {comment}")
    code, out, _ = check("--fail-level", "note")
    assert (code, out) == (0, "checked 28 files, 1 site, 2 languages: no findings; 1 ignored\n")


@pytest.mark.parametrize("form", ["text", "concise", "json", "github", "gitlab", "sarif", "markdown"])
def test_every_format_has_the_same_exit_codes(form: str, check: Run, small: PortalPaths) -> None:
    """0 without findings, 1 with an error, whatever is printed; nothing on stderr."""
    good = check("--format", form)
    change(small, "review_by: 2027-10-01", "review_by: soon")
    bad = check("--format", form)
    assert (good[0], good[2], bad[0], bad[2], "PP024" in bad[1]) == (0, "", 1, "", True)


def test_github_writes_the_whole_list_to_the_summary(
    check: Run, small: PortalPaths, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    """The log has ten annotations, the summary all findings, after what was in it before."""
    summary = tmp_path / "summary.md"
    summary.write_text("before\n")
    monkeypatch.setenv("GITHUB_STEP_SUMMARY", str(summary))
    for path in (small.content / "places").iterdir():
        path.write_text(path.read_text("utf-8") + "".join(f"wrong{n}: x\n" for n in range(6)), "utf-8")
    code, out, _ = check("--format", "github")
    listed = summary.read_text("utf-8")
    assert (code, out.count("::error"), listed.startswith("before\n")) == (1, 10, True)
    assert (listed.count("PP020"), "2 more are not annotated" in out) == (12, True)


def test_github_puts_changed_lines_first(
    check: Run, small: PortalPaths, monkeypatch: pytest.MonkeyPatch
) -> None:
    """The finding in the line that the pull request changed comes before those that were there."""
    change(small, "language: da", "language: xx", "content/calls/mentors-odense.yml")
    for words in (["init", "-b", "main"], ["add", "."], ["commit", "-m", "x"]):
        identity = ["-c", "user.name=x", "-c", "user.email=x@example.org"]
        subprocess.run(["git", *identity, *words], cwd=small.root, check=True, capture_output=True)
    change(small, "review_by: 2027-10-01", "review_by: soon")
    monkeypatch.setenv("GITHUB_BASE_REF", "main")
    _, out, _ = check("--format", "github")
    assert [line.split("file=")[1].split(",")[0] for line in out.splitlines() if "file=" in line] == [
        FILE,
        "content/calls/mentors-odense.yml",
    ]


def test_diff_shows_repairs_and_changes_nothing(check: Run, small: PortalPaths) -> None:
    """The exit code is that of the files as they are."""
    text = change(small, "review_by: 2027-10-01", "review_by: 1.10.2027  # why")
    code, out, err = check("--diff")
    assert "-review_by: 1.10.2027  # why\n+review_by: 2027-10-01  # why\n" in out
    assert (code, "1 error" in err, (small.root / FILE).read_text("utf-8")) == (1, True, text)


def test_a_diff_is_one_that_git_applies(check: Run, small: PortalPaths) -> None:
    """What is shown makes of the files what `--fix` makes of them."""
    change(small, "review_by: 2027-10-01\n", "review_by: 1.10.2027")
    _, out, _ = check("--diff")
    subprocess.run(["git", "apply", "-"], input=out.encode(), cwd=small.root, check=True)
    assert (check()[0], (small.root / FILE).read_text("utf-8")[-22:]) == (0, "review_by: 2027-10-01\n"[-22:])


def test_fix_repairs_and_says_what(check: Run, small: PortalPaths) -> None:
    """What was done is on stderr, so that a report for programs stays whole; then nothing is left."""
    change(small, "review_by: 2027-10-01", "review_by: 1.10.2027")
    code, out, err = check("--fix", "--format", "json")
    assert (code, json.loads(out)["findings"]) == (0, [])
    assert f"{FILE}:24: mended PP024" in err
    assert check("--fix") == (0, "checked 28 files, 1 site, 2 languages: no findings\n", "")


def test_fix_repairs_only_what_is_named(check: Run, small: PortalPaths) -> None:
    """With paths, other files stay as they are."""
    other = "content/coordinators/broen-aarhus.yml"
    change(small, "review_by: 2027-10-01", "review_by: 1.10.2027")
    text = change(small, "review_by: 2027-10-01", "review_by: 1.10.2027", other)
    code, _, _ = check("--fix", FILE)
    assert (code, (small.root / other).read_text("utf-8")) == (0, text)
    assert "review_by: 2027-10-01" in (small.root / FILE).read_text("utf-8")


def test_what_cannot_be_fixed_still_fails(check: Run, small: PortalPaths) -> None:
    """A safe repair and a mistake in one file: the one is made, the other reported."""
    change(small, "review_by: 2027-10-01", "review_by: 1.10.2027\nmood: good")
    code, out, _ = check("--fix")
    assert (code, "PP020" in out, "PP024" in out) == (1, True, False)


def replace_by(kind: str, path: Path, secret: Path) -> None:
    """Put something in the place of a file that a portal must not read."""
    path.unlink()
    if kind == "link":
        path.symlink_to(secret)
    elif kind == "pipe":
        os.mkfifo(path)
    else:
        with path.open("wb") as stream:
            stream.truncate(1 << 40)


@pytest.mark.parametrize("kind", ["link", "pipe", "huge"])
def test_no_line_is_shown_of_what_is_no_plain_file(
    kind: str, check: Run, small: PortalPaths, tmp_path: Path
) -> None:
    """A link to a secret, a pipe that nobody writes to and a terabyte are findings; nothing of them is printed."""
    secret = tmp_path / "secret.yml"
    secret.write_text("token: hunter2\n", "utf-8")
    replace_by(kind, small.root / FILE, secret)
    code, out, err = check()
    after = out.partition(f"{FILE}:1:1  error")[2].splitlines()[1]
    assert (code, "    1 | " in after, "hunter2" in out, err) == (1, False, False, "")


@pytest.mark.parametrize(("day", "codes"), [("9999-12-31", ["PP024"]), ("2200-12-31", [])])
def test_a_call_until_the_end_of_time(day: str, codes: list[str], check: Run, small: PortalPaths) -> None:
    """A day after which there is none is a finding; the last that is taken can be counted on from."""
    call = next((small.content / "calls").glob("*.yml"))
    text = re.sub(r"(?m)^closes_on: .*$", f"closes_on: {day}", call.read_text("utf-8"))
    call.write_text(text, "utf-8")
    found = json.loads(check("--format", "json")[1])
    assert [one["code"] for one in found["findings"] if one["severity"] == "error"] == codes


@pytest.mark.parametrize("name", ["README.md", "content/empty"])
def test_paths_without_anything_to_check_are_refused(name: str, check: Run, small: PortalPaths) -> None:
    """A check of nothing must not look like success."""
    (small.root / "README.md").write_text("# Portal\n", "utf-8")
    (small.content / "empty").mkdir()
    code, out, err = check(name)
    assert (code, out, err.startswith("portal: no files matched")) == (2, "", True)


@pytest.mark.parametrize("words", [("--fix", "--diff"), ("--diff", "--format", "json")])
def test_options_that_exclude_each_other_are_refused(
    words: tuple[str, ...], check: Run, small: PortalPaths
) -> None:
    """Nothing is printed or written that somebody could take for the other thing."""
    change(small, "review_by: 2027-10-01", "review_by: 1.10.2027")
    before = (small.root / FILE).read_bytes()
    code, out, _ = check(*words)
    assert (code, out, (small.root / FILE).read_bytes()) == (2, "", before)


def test_services_get_places_from_the_top_of_the_repository(
    check: Run, small: PortalPaths, tmp_path: Path
) -> None:
    """A portal in a folder of a repository: annotations and reports name files as the service knows them."""
    git(tmp_path, "init", "--quiet")
    change(small, "review_by: 2027-10-01", "review_by: soon")
    wanted = f"portal/{FILE}"
    github, gitlab, sarif = (check("--format", form)[1] for form in ("github", "gitlab", "sarif"))
    (issue,) = json.loads(gitlab)
    (result,) = json.loads(sarif)["runs"][0]["results"]
    place = result["locations"][0]["physicalLocation"]["artifactLocation"]
    assert f"::error file={wanted}," in github
    assert (issue["location"]["path"], place) == (wanted, {"uri": wanted})
    assert f"{FILE}:" in check("--format", "concise")[1].split("portal/")[0]


def test_a_repair_that_would_be_left_alone_is_not_promised(check: Run, small: PortalPaths) -> None:
    """It is told by `--fix` and `--diff`, and no count has it."""
    change(small, "role: Koordinator i Odense", "role: \u200b'Koordinator' # i Odense")
    before = (small.root / FILE).read_bytes()
    plain, diff, fixed = check(), check("--diff"), check("--fix")
    assert "fixable" not in plain[1] + diff[2] + fixed[1]
    assert ("is left alone" in diff[2], "is left alone" in fixed[2]) == (True, True)
    assert (small.root / FILE).read_bytes() == before


def test_language_is_another_name_of_messages(check: Run) -> None:
    """Where a command has no language of its own, `--language` is the language of what it says."""
    assert check("--language", "de")[1] == check("--messages", "de")[1] != check()[1]


def test_a_check_without_cache_keeps_nothing_and_says_the_same(check: Run, small: PortalPaths) -> None:
    """`--no-cache` leaves no folder behind; with the cache, the first and the second answer are that of without."""
    change(small, "country: DK", "country: Denmark")
    plain = check("--no-cache", "--jobs", "2")
    assert not (small.root / ".portal").exists()
    assert plain[0] == 1
    assert [check(), check()] == [plain, plain]
    assert (small.cache / "facts").is_dir()


def test_settings_are_checked(check: Run, small: PortalPaths) -> None:
    """A mistake in mkdocs.yml is a finding like any other, with its line; a file of its own may be asked for."""
    (small.root / "mkdocs.yml").write_text("theme:\n  name: material\nnav: [\n", "utf-8")
    code, out, err = check()
    said = [
        "mkdocs.yml:4:1  error  PP013  The file ends here, but a value is expected.",
        "    4 | ",
        "      | ^",
        "  help: Close the brackets that are open.",
        "  explain: portal explain PP013",
        "",
        "checked 28 files, 1 site, 2 languages: 1 error",
    ]
    assert (code, out.splitlines(), err) == (1, said, "")
    assert [check("mkdocs.yml")[0], check(".")[0], check("content")[0]] == [1, 1, 0]
    assert json.loads(check("--format", "json")[1])["findings"][0]["file"] == "mkdocs.yml"


def test_what_the_settings_name_belongs_to_them(check: Run, small: PortalPaths) -> None:
    """A mistake in a hook is told of mkdocs.yml, too; hooks and inherited files may be given, other files not."""
    (small.root / "mkdocs.yml").write_text("INHERIT: tools/base.yml\nstrict: false\n", "utf-8")
    (small.root / "tools").mkdir()
    (small.root / "tools/base.yml").write_text(
        'theme:\n  name: material\nhooks: [tools/h.py, tools/h.py/x, "a\\0"]\n', "utf-8"
    )
    (small.root / "tools/h.py").write_text("def on_env(:\n", "utf-8")
    (small.root / "tools/other.py").write_text("", "utf-8")
    codes = {
        name: check(name)[0] for name in ("mkdocs.yml", "tools/h.py", "tools", "tools/base.yml", "content")
    }
    assert codes == {"mkdocs.yml": 1, "tools/h.py": 1, "tools": 1, "tools/base.yml": 1, "content": 0}
    code, out, err = check("tools/other.py")
    assert (code, out, err.split(":")[1]) == (2, "", " no files matched")


@pytest.mark.parametrize("target", ["none.yml", "mkdocs.yml", "../shared.yml"])
def test_settings_that_are_a_link_may_be_given(check: Run, small: PortalPaths, target: str) -> None:
    """Whatever it leads to, it is the portal's mkdocs.yml."""
    (small.root.parent / "shared.yml").write_text("theme:\n  name: material\nstrict: 3\n", "utf-8")
    (small.root / "mkdocs.yml").symlink_to(target)
    code, out, err = check("mkdocs.yml", "--format", "concise")
    assert (code, out.split(":")[0], err) == (1, "mkdocs.yml", "")
