"""From finished files to live sites."""

from __future__ import annotations

import os
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from pathlib import Path
from tempfile import TemporaryDirectory

import pytest

from generator.errors import PublishError
from generator.publish.manifest import NAME, Entry, read_manifest
from generator.publish.staging import Published, Workspace
from generator.publish.tree import list_files
from tests.support.publishing import publish_sites, put_together

Publish = Callable[..., Published]
PAST = (1_000_000_000, 1_000_000_000)


def test_first_build_publishes_everything(output: Path, publish: Publish) -> None:
    """The first build makes the folder, with a manifest for each site, and leaves only the lock beside it."""
    result = publish({"kvinfo": {"index.html": b"<h1>Kvinfo</h1>", "da/index.html": b"da"}})
    assert result.written == ("kvinfo/da/index.html", "kvinfo/index.html", "kvinfo/manifest.json")
    assert (output / "kvinfo" / "index.html").read_bytes() == b"<h1>Kvinfo</h1>"
    manifest = read_manifest(output / "kvinfo")
    assert manifest is not None
    assert {path: entry.size for path, entry in manifest.files.items()} == {
        "da/index.html": 2,
        "index.html": 15,
    }
    assert [path.name for path in (output.parent / ".public.portal").iterdir()] == ["lock"]


def test_unchanged_file_keeps_inode_and_time(output: Path, publish: Publish) -> None:
    """A file whose bytes are live already is the same file afterwards; only what changed is written."""
    publish({"kvinfo": {"index.html": b"old", "site.css": b"same"}})
    kept = output / "kvinfo" / "site.css"
    os.utime(kept, PAST)
    inode = kept.stat().st_ino
    result = publish({"kvinfo": {"index.html": b"new", "site.css": b"same"}})
    assert (inode, PAST[0]) == (kept.stat().st_ino, kept.stat().st_mtime)
    assert result.written == ("kvinfo/index.html", "kvinfo/manifest.json")
    assert result.unchanged == 1


def test_only_sites_that_differ_are_switched(output: Path, publish: Publish) -> None:
    """Where nothing changed, not even the folder is touched; the output itself stays the same folder always."""
    same = {"index.html": b"same"}
    publish({"kvinfo": same, "drammen": same})
    inodes = [folder.stat().st_ino for folder in (output, output / "kvinfo", output / "drammen")]
    result = publish({"kvinfo": same, "drammen": same})
    assert (result.switched, result.written, result.removed) == (False, (), ())
    assert inodes == [folder.stat().st_ino for folder in (output, output / "kvinfo", output / "drammen")]
    publish({"kvinfo": same, "drammen": {"index.html": b"other"}})
    assert inodes[:2] == [folder.stat().st_ino for folder in (output, output / "kvinfo")]
    assert inodes[2] != (output / "drammen").stat().st_ino


def test_damaged_live_file_is_written_again(output: Path, publish: Publish) -> None:
    """A live file that somebody changed by hand is put right, although its manifest says that it is right."""
    publish({"kvinfo": {"index.html": b"right"}})
    (output / "kvinfo" / "index.html").write_bytes(b"wrong")
    result = publish({"kvinfo": {"index.html": b"right"}})
    assert result.written == ("kvinfo/index.html",)
    assert (output / "kvinfo" / "index.html").read_bytes() == b"right"


def test_live_link_is_replaced_and_not_followed(output: Path, publish: Publish, tmp_path: Path) -> None:
    """A symbolic link in a live site becomes a file again; what it led to stays."""
    publish({"kvinfo": {"index.html": b"page"}})
    outside = tmp_path / "outside"
    outside.write_bytes(b"page")
    (output / "kvinfo" / "index.html").unlink()
    (output / "kvinfo" / "index.html").symlink_to(outside)
    publish({"kvinfo": {"index.html": b"page"}})
    assert not (output / "kvinfo" / "index.html").is_symlink()
    assert outside.read_bytes() == b"page"


def test_removed_file_and_stray_file_disappear(output: Path, publish: Publish) -> None:
    """What is no longer part of a site disappears, and is told."""
    publish({"kvinfo": {"index.html": b"1", "old/index.html": b"2"}})
    (output / "kvinfo" / "stray.html").write_bytes(b"3")
    result = publish({"kvinfo": {"index.html": b"1"}})
    assert result.removed == ("kvinfo/old/index.html", "kvinfo/stray.html")
    assert {"index.html", "manifest.json"} == set(list_files(output / "kvinfo"))


def test_other_site_is_carried_over_whole(output: Path, publish: Publish) -> None:
    """A site that is not part of this build keeps its very files."""
    publish({"kvinfo": {"index.html": b"1"}, "drammen": {"a/index.html": b"2"}})
    kept = output / "drammen" / "a" / "index.html"
    inode = kept.stat().st_ino
    publish({"kvinfo": {"index.html": b"changed"}}, ["kvinfo", "drammen"])
    assert inode == kept.stat().st_ino
    assert {"a/index.html", "manifest.json"} == set(list_files(output / "drammen"))


def test_site_that_no_longer_exists_disappears(output: Path, publish: Publish) -> None:
    """A live site that is neither built nor kept is removed."""
    publish({"kvinfo": {"index.html": b"1"}, "drammen": {"index.html": b"2"}})
    result = publish({"kvinfo": {"index.html": b"1"}}, ["kvinfo"])
    assert result.removed == ("drammen/index.html", "drammen/manifest.json")
    assert [path.name for path in output.iterdir()] == ["kvinfo"]


def test_source_stays_where_it_is(output: Path, publish: Publish, tmp_path: Path) -> None:
    """A file of the content is copied."""
    picture = tmp_path / "picture.jpg"
    picture.write_bytes(b"jpeg")
    publish({"kvinfo": {"da/index.html": b"da", "media/picture.jpg": picture}})
    assert picture.read_bytes() == b"jpeg"
    assert picture.stat().st_ino != (output / "kvinfo/media/picture.jpg").stat().st_ino


def test_linked_source_is_refused(output: Path, tmp_path: Path, publish: Publish) -> None:
    """A source that is a symbolic link is not published."""
    (tmp_path / "secret").write_bytes(b"secret")
    (tmp_path / "picture.jpg").symlink_to(tmp_path / "secret")
    with pytest.raises(PublishError, match="not a plain file"):
        publish({"kvinfo": {"picture.jpg": tmp_path / "picture.jpg"}})
    assert not output.exists()


@pytest.mark.parametrize("path", ["../x.html", "/x.html", "a\\b.html", "manifest.json", "Manifest.json"])
def test_bad_output_path_is_refused(output: Path, publish: Publish, path: str) -> None:
    """A path that leaves the site or takes the manifest's place stops the build."""
    with pytest.raises(PublishError, match="kvinfo"):
        publish({"kvinfo": {path: b"x"}})
    assert not output.exists()


def test_folder_of_somebody_else_is_refused(output: Path, publish: Publish) -> None:
    """A folder with files and no site of ours is left alone."""
    output.mkdir()
    (output / "thesis.odt").write_bytes(b"years of work")
    with pytest.raises(PublishError, match="public holds files that portal did not write") as told:
        publish({"kvinfo": {"index.html": b"1"}})
    assert told.value.help == "choose an empty or new folder with --output"
    assert [path.name for path in output.iterdir()] == ["thesis.odt"]
    assert not (output.parent / ".public.portal").exists()


@pytest.mark.parametrize("name", [".gitkeep", ".nojekyll"])
def test_mark_in_an_otherwise_empty_folder_stays(output: Path, publish: Publish, name: str) -> None:
    """A folder that holds only a mark is free, and the mark stays."""
    output.mkdir()
    (output / name).write_bytes(b"")
    publish({"kvinfo": {"index.html": b"1"}})
    assert {name, "kvinfo"} == {path.name for path in output.iterdir()}


def test_files_beside_our_sites_stay(output: Path, publish: Publish) -> None:
    """What others put beside our sites outlives every build."""
    publish({"kvinfo": {"index.html": b"1"}})
    (output / "CNAME").write_bytes(b"example.org")
    (output / "archive").mkdir()
    (output / "archive" / "2019.html").write_bytes(b"old")
    publish({"kvinfo": {"index.html": b"2"}})
    assert (output / "CNAME").read_bytes() == b"example.org"
    assert (output / "archive" / "2019.html").read_bytes() == b"old"


def test_site_does_not_replace_a_folder_of_somebody_else(output: Path, publish: Publish) -> None:
    """A new site whose name is taken by a folder that we did not write is refused."""
    publish({"kvinfo": {"index.html": b"1"}})
    (output / "archive").mkdir()
    with pytest.raises(PublishError, match="public/archive was not written by portal"):
        publish({"archive": {"index.html": b"1"}}, ["kvinfo"])


def test_linked_output_is_refused(output: Path, publish: Publish, tmp_path: Path) -> None:
    """An output folder that is a symbolic link is not followed."""
    (tmp_path / "elsewhere").mkdir()
    output.symlink_to(tmp_path / "elsewhere")
    with pytest.raises(PublishError, match="public is a symbolic link"):
        publish({"kvinfo": {"index.html": b"1"}})
    assert list((tmp_path / "elsewhere").iterdir()) == []


def test_linked_work_folder_is_refused(output: Path, publish: Publish, tmp_path: Path) -> None:
    """A work folder that is a symbolic link is neither followed nor cleaned."""
    (tmp_path / "elsewhere" / "next").mkdir(parents=True)
    (tmp_path / ".public.portal").symlink_to(tmp_path / "elsewhere")
    with pytest.raises(PublishError, match="is a symbolic link"):
        publish({"kvinfo": {"index.html": b"1"}})
    assert (tmp_path / "elsewhere" / "next").is_dir()


def test_file_in_the_outputs_place_is_refused(output: Path, publish: Publish) -> None:
    """An output that is a file is an error with words, and stays."""
    output.write_bytes(b"mine")
    with pytest.raises(PublishError, match="public is not a folder"):
        publish({"kvinfo": {"index.html": b"1"}})
    assert output.read_bytes() == b"mine"


@pytest.mark.parametrize("name", ["/", "..", "."])
def test_output_needs_a_name(name: str) -> None:
    """A folder without a name of its own cannot be switched."""
    with pytest.raises(PublishError, match="cannot be the output folder"):
        Workspace.open(Path(name))


def test_failed_build_leaves_live_tree_and_no_scratch(output: Path, publish: Publish) -> None:
    """An error between staging and publishing leaves what was live, and only the lock beside it."""
    publish({"kvinfo": {"index.html": b"old"}})
    with pytest.raises(RuntimeError), Workspace.open(output) as workspace:
        put_together(workspace, {"kvinfo": {"index.html": b"new"}})
        raise RuntimeError
    assert (output / "kvinfo" / "index.html").read_bytes() == b"old"
    assert [path.name for path in (output.parent / ".public.portal").iterdir()] == ["lock"]


def test_staged_site_can_be_read_before_it_is_live(output: Path, publish: Publish) -> None:
    """Between staging and publishing the new site is complete and the old one is live."""
    publish({"kvinfo": {"index.html": b"old"}})
    with Workspace.open(output) as workspace:
        stage = workspace.stage("kvinfo")
        stage.finish([stage.place({"index.html": b"new"})])
        assert (stage.target / "index.html").read_bytes() == b"new"
        assert (output / "kvinfo" / "index.html").read_bytes() == b"old"


def test_one_workspace_can_publish_again_and_again(output: Path) -> None:
    """A server that rebuilds on every change keeps one workspace."""
    with Workspace.open(output) as workspace:
        for version in (b"1", b"2", b"3"):
            publish_sites(workspace, {"kvinfo": {"index.html": version}})
    assert (output / "kvinfo" / "index.html").read_bytes() == b"3"


def test_mode_of_the_output_folder_stays(output: Path, publish: Publish) -> None:
    """The permissions that somebody gave the output folder outlive a build."""
    publish({"kvinfo": {"index.html": b"1"}})
    output.chmod(0o2775)
    publish({"kvinfo": {"index.html": b"2"}})
    assert output.stat().st_mode & 0o7777 == 0o2775


def test_what_is_closed_to_readers_is_opened(output: Path, publish: Publish) -> None:
    """A site published under a stricter umask is open once it is published again; nothing is written."""
    files = {"index.html": b"1", "da/index.html": b"2"}
    old = os.umask(0o077)
    try:
        publish({"kvinfo": files})
        paths = [path for path in (output / "kvinfo").rglob("*") if path.is_file()]
        for path in paths:
            os.utime(path, PAST)
        os.umask(0o022)
        result = publish({"kvinfo": files})
        again = publish({"kvinfo": files})
    finally:
        os.umask(old)
    assert (result.written, again.written, again.unchanged) == ((), (), 3)
    assert {(path.stat().st_mode & 0o777, path.stat().st_mtime) for path in paths} == {(0o644, PAST[0])}
    assert {(output / "kvinfo" / name).stat().st_mode & 0o777 for name in ("", "da")} == {0o755}


def test_the_live_file_is_not_touched_before_the_switch(output: Path, publish: Publish) -> None:
    """A page that somebody closed stays closed until the site is published: the build may still be refused."""
    files = {"index.html": b"1", "da/index.html": b"2"}
    publish({"kvinfo": files})
    (output / "kvinfo/index.html").chmod(0)
    os.umask(umask := os.umask(0))
    with Workspace.open(output) as workspace:
        change = put_together(workspace, {"kvinfo": files})[0]
        assert (change.written, [path for path, _ in change.closed]) == ((), ["index.html"])
        assert (output / "kvinfo/index.html").stat().st_mode & 0o777 == 0
        workspace.publish([change])
    assert (output / "kvinfo/index.html").stat().st_mode & 0o777 == 0o666 & ~umask


def test_more_than_usual_may_be_open(output: Path, publish: Publish) -> None:
    """Permissions that somebody gave in addition stay, and are no reason to do anything."""
    files = {"index.html": b"1", "da/index.html": b"2"}
    publish({"kvinfo": files})
    (output / "kvinfo/index.html").chmod(0o666)
    (output / "kvinfo/da").chmod(0o777)
    with Workspace.open(output) as workspace:
        change = put_together(workspace, {"kvinfo": files})[0]
    assert (change.differs, change.closed) == (False, ())
    assert (output / "kvinfo/index.html").stat().st_mode & 0o777 == 0o666


@contextmanager
def _folder_of_a_usual_user() -> Iterator[Path]:
    """A folder, and no rights but those of its owner: root may do everything."""
    user = os.geteuid()
    with TemporaryDirectory() as made:
        if user == 0:
            os.chown(made, 65_534, 65_534)
            os.seteuid(65_534)
        try:
            yield Path(made)
        finally:
            os.seteuid(user)


def test_a_live_folder_that_may_not_be_changed() -> None:
    """A folder that its owner has closed to himself is no reason to fail as long as nothing in it changes."""
    files = {"index.html": b"1", "da/index.html": b"2"}
    with _folder_of_a_usual_user() as folder:
        output = folder / "public"
        with Workspace.open(output) as workspace:
            publish_sites(workspace, {"anden": files, "kvinfo": files})
        (output / "kvinfo").chmod(0o555)
        with Workspace.open(output) as workspace:
            result = publish_sites(workspace, {"anden": {**files, "x.html": b"3"}, "kvinfo": files})
        assert result.written == ("anden/manifest.json", "anden/x.html")
        assert (output / "anden/x.html").read_bytes() == b"3"
        (output / "kvinfo").chmod(0o755)


@pytest.mark.parametrize("others", [[], ["anden"]], ids=["alone", "beside-another"])
@pytest.mark.parametrize("mode", [0o000, 0o444])
def test_a_live_site_that_may_not_be_looked_into(mode: int, others: list[str]) -> None:
    """Nobody is told to move or delete it: the rights are named, and all that is live stays."""
    files = {"index.html": b"1"}
    with _folder_of_a_usual_user() as folder:
        output = folder / "public"
        with Workspace.open(output) as workspace:
            publish_sites(workspace, dict.fromkeys([*others, "kvinfo"], files))
        before = list_files(output)
        (output / "kvinfo").chmod(mode)
        with pytest.raises(PublishError) as told, Workspace.open(output) as workspace:
            publish_sites(workspace, {"kvinfo": {"index.html": b"2"}})
        (output / "kvinfo").chmod(0o755)
        assert list_files(output) == before
        assert (output / "kvinfo/index.html").read_bytes() == b"1"
    assert told.value.message == "public/kvinfo cannot be looked into: no permission"
    assert told.value.help == (
        "if it is a site of this portal, or was one, give your user the right to read and write there; if not, move it"
        " away, or choose another folder with --output; nothing in it was touched"
    )


def test_a_site_that_leaves_and_may_not_be_looked_into() -> None:
    """It would stay public without a word; so the build stops, and nothing is published."""
    files = {"index.html": b"1"}
    with _folder_of_a_usual_user() as folder:
        output = folder / "public"
        with Workspace.open(output) as workspace:
            publish_sites(workspace, {"anden": files, "kvinfo": files})
        (output / "anden").chmod(0o000)
        with Workspace.open(output) as workspace:
            publish_sites(workspace, {"kvinfo": files}, keep=["anden"])  # it stays: nobody has to look
        with pytest.raises(PublishError) as told, Workspace.open(output) as workspace:
            publish_sites(workspace, {"kvinfo": {"index.html": b"2"}})
        (output / "anden").chmod(0o755)
        assert (output / "kvinfo/index.html").read_bytes() == b"1"
    assert told.value.message == "public/anden cannot be looked into: no permission"


@pytest.mark.parametrize("stranger", ["bob", "bob.txt", ".profile"])
def test_closed_folders_of_others(stranger: str) -> None:
    """Where something is plainly not ours nobody is advised to open what is closed."""
    with _folder_of_a_usual_user() as folder:
        output = folder / "home"
        (output / "alice").mkdir(parents=True)
        (output / stranger).mkdir()
        (output / "alice").chmod(0o000)
        with pytest.raises(PublishError, match="holds files that portal did not write") as told:
            Workspace.open(output)
        (output / "alice").chmod(0o755)
    assert told.value.help == "choose an empty or new folder with --output"


def test_closed_folders_leave_no_rubbish() -> None:
    """What was live goes even where somebody had closed a folder of it."""
    with _folder_of_a_usual_user() as folder:
        output = folder / "public"
        for content in (b"1", b"2", b"3"):
            with Workspace.open(output) as workspace:
                publish_sites(workspace, {"kvinfo": {"da/index.html": content}})
            (output / "kvinfo/da").chmod(0o555)
        (output / "kvinfo/da").chmod(0o755)
        assert list_files(folder / ".public.portal") == {"lock": 0}


def test_folders_are_opened(output: Path, publish: Publish) -> None:
    """Where only a folder is closed no file is written, and the folder is as it should be."""
    files = {"index.html": b"1", "da/index.html": b"2"}
    publish({"kvinfo": files})
    usual = (output / "kvinfo/da").stat().st_mode
    (output / "kvinfo/da").chmod(0o700)
    result = publish({"kvinfo": files})
    assert (result.written, result.unchanged) == ((), 3)
    assert (output / "kvinfo/da").stat().st_mode == usual


def test_a_live_file_that_may_not_be_read(
    output: Path, publish: Publish, monkeypatch: pytest.MonkeyPatch
) -> None:
    """Of such a file nobody knows the bytes: it is written anew."""
    files = {"index.html": b"1"}
    publish({"kvinfo": files})
    read = Path.read_bytes

    def refused(path: Path) -> bytes:
        if path == output / "kvinfo/index.html":
            raise PermissionError(13, "Permission denied")
        return read(path)

    monkeypatch.setattr(Path, "read_bytes", refused)
    assert publish({"kvinfo": files}).written == ("kvinfo/index.html",)


def test_stage_is_empty(output: Path) -> None:
    """Asking for the place of a site again gives an empty one."""
    with Workspace.open(output) as workspace:
        workspace.stage("kvinfo").place({"index.html": b"1"})
        assert list(workspace.stage("kvinfo").target.iterdir()) == []


def test_same_input_gives_same_manifest_anywhere(tmp_path: Path) -> None:
    """The manifest does not depend on the folder, the umask or the order of the files."""
    files = {"index.html": b"1", "da/index.html": b"2", "ø.html": b"3"}
    old = os.umask(0o077)
    try:
        digests = set()
        for name, mapping in (("a", files), ("b", dict(reversed(files.items())))):
            with Workspace.open(tmp_path / name) as workspace:
                publish_sites(workspace, {"kvinfo": mapping})
            digests.add((tmp_path / name / "kvinfo" / "manifest.json").read_bytes())
            os.umask(0o022)
    finally:
        os.umask(old)
    assert len(digests) == 1


def test_file_above_the_output_is_told(tmp_path: Path) -> None:
    """A folder above the output that is a file is told as a cause, not as a traceback."""
    (tmp_path / "file").write_bytes(b"")
    with pytest.raises(PublishError, match="cannot write public: a file stands where a folder is needed"):
        Workspace.open(tmp_path / "file" / "below" / "public")


def test_files_that_are_known_to_be_live_are_linked(output: Path, publish: Publish) -> None:
    """They keep their inode and are listed as they are known; one that is not live is written all the same."""
    publish({"kvinfo": {"deep/index.html": b"same"}})
    before = (output / "kvinfo/deep/index.html").stat().st_ino
    same, new = Entry.of(b"same"), Entry.of(b"new")
    with Workspace.open(output) as workspace:
        stage = workspace.stage("kvinfo")
        files = {"deep/index.html": b"same", "other/index.html": b"new"}
        part = stage.place(files, {"deep/index.html": same, "other/index.html": new})
        assert (part.entries, part.written) == (
            {"deep/index.html": same, "other/index.html": new},
            {"other/index.html"},
        )
        workspace.publish([stage.finish([part])])
    assert (output / "kvinfo/deep/index.html").stat().st_ino == before
    assert (output / "kvinfo/other/index.html").read_bytes() == b"new"


def test_sites_that_are_sure_are_not_read(output: Path, publish: Publish) -> None:
    """Whoever knows that a site is ours and whole spares its manifest; of others it is read."""
    publish({"broen": {"index.html": b"0"}, "kvinfo": {"index.html": b"1"}, "job": {"index.html": b"2"}})
    for site in ("kvinfo", "job"):
        (output / site / NAME).write_text("{}", "utf-8")
    with Workspace.open(output, lambda: {"kvinfo"}) as workspace:
        assert (workspace.live.sites, workspace.live.foreign) == ({"broen", "kvinfo"}, ("job",))


def test_a_workspace_knows_what_it_has_published(output: Path, publish: Publish) -> None:
    """After a switch the live sites are those that came and stayed, without those that went."""
    publish({"kvinfo": {"index.html": b"1"}, "job": {"index.html": b"2"}})
    with Workspace.open(output) as workspace:
        stage = workspace.stage("new")
        change = stage.finish([stage.place({"index.html": b"3"})])
        workspace.publish([change, *workspace.leaving(["kvinfo", "new"])])
        assert workspace.live.sites == {"kvinfo", "new"}
        assert {path.name for path in output.iterdir()} == {"kvinfo", "new"}
