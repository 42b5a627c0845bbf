"""The state of a translation follows from the history of values, whatever way the history took."""

from __future__ import annotations

from datetime import date
from pathlib import Path

import pytest

from generator.git.process import NoAnswer
from generator.history.lock import Entry, write_lock
from generator.history.normal import digest
from generator.history.states import State
from tests.support.history import ENGLISH, PROGRAMME, Past, begin, clone, without_git

SUMMARY = "En mentor hjælper dig på vej til arbejde i Odense eller Aarhus."
TRANSLATION = "A mentor helps you find your way to work in Odense or Aarhus."
OUTDATED = {"programmes/broen-mentor summary en": "outdated"}


@pytest.fixture
def past(tmp_path: Path) -> Past:
    """The small portal in a repository with one commit."""
    return begin(tmp_path / "portal")


def test_first_commit_is_fresh(past: Past) -> None:
    """Source and translation that came together belong together."""
    assert past.stale() == {}


def test_changed_sentence_outdates_exactly_its_text(past: Past) -> None:
    """A new sentence in the source outdates the translation of that text and of no other."""
    past.change(PROGRAMME, SUMMARY, "En mentor hjælper dig på vej til job i Odense eller Aarhus.")
    past.commit()
    assert past.stale() == OUTDATED


def test_outdated_text_says_then_and_since(past: Past) -> None:
    """What the source said when it was translated is known, and the day of the translation."""
    past.change(PROGRAMME, SUMMARY, "Find en mentor i Odense.")
    past.commit()
    found = past.history().states["programmes", "broen-mentor", "summary", "en"]
    assert (found.then, found.text.source, found.since) == (
        SUMMARY,
        "Find en mentor i Odense.",
        date(2026, 1, 1),
    )


@pytest.mark.parametrize(
    ("old", "new"),
    [
        (SUMMARY, SUMMARY.removesuffix(".") + "!"),
        (SUMMARY, SUMMARY.lower()),
        (SUMMARY, SUMMARY.replace("mentor", "**mentor**")),
        (SUMMARY, ">-\n  " + SUMMARY.replace(" til ", "\n  til ")),
        ("summary:", "# Written in spring.\nsummary:"),
        ("started_in: 2014", "started_in: 2013"),
        ("valid_to: 2028-12-31", "valid_to: 2029-12-31"),
        ("  - id: work\n    text:", "  -   id: work\n      text:"),
    ],
    ids=["stop", "case", "markup", "folded", "comment", "year", "date", "indentation"],
)
def test_other_changes_outdate_nothing(past: Past, old: str, new: str) -> None:
    """Punctuation, case, markup, layout, comments and facts are no change of words."""
    past.change(PROGRAMME, old, new)
    past.commit()
    assert past.stale() == {}


def test_order_of_keys_and_items_is_no_change(past: Past) -> None:
    """A list's items are known by their ids, wherever they stand."""
    old = "  - id: apply\n    title: Skriv til os\n    actor: mentor\n"
    past.change(PROGRAMME, old, "")
    past.change(PROGRAMME, "      unit: week\n", f"      unit: week\n{old}")
    past.commit()
    assert past.stale() == {}


def test_phone_number_outdates_nothing(past: Past) -> None:
    """A fact has no translation."""
    past.change("content/coordinators/broen-odense.yml", "32 12 34 56", "32 12 34 57")
    past.commit()
    assert past.stale() == {}


def test_retranslation_is_fresh_again(past: Past) -> None:
    """A translation changed after its source is fresh."""
    past.change(PROGRAMME, SUMMARY, "Find en mentor i Odense.")
    past.commit()
    past.change(ENGLISH, TRANSLATION, "Find a mentor in Odense.")
    past.commit()
    assert past.stale() == {}


def test_same_commit_is_fresh(past: Past) -> None:
    """Source and translation changed in one commit belong together."""
    past.change(PROGRAMME, SUMMARY, "Find en mentor i Odense.")
    past.change(ENGLISH, TRANSLATION, "Find a mentor in Odense.")
    past.commit()
    assert past.stale() == {}


def test_new_layout_of_a_translation_renews_nothing(past: Past) -> None:
    """A full stop and new line breaks in a translation do not make it follow its source."""
    past.change(PROGRAMME, SUMMARY, "Find en mentor i Odense.")
    past.commit()
    past.change(ENGLISH, TRANSLATION, ">-\n  " + TRANSLATION.replace(" your way", "\n  your way") + "!")
    past.commit()
    assert past.stale() == OUTDATED


def test_source_that_went_back_is_fresh(past: Past) -> None:
    """A change that was taken back outdates nothing."""
    past.change(PROGRAMME, SUMMARY, "Find en mentor i Odense.")
    past.commit()
    past.change(PROGRAMME, "Find en mentor i Odense.", SUMMARY)
    past.commit()
    assert past.stale() == {}


def test_merge_of_a_translation_made_from_the_old_source(past: Past) -> None:
    """What a branch translated before the source changed on the main line is outdated after the merge."""
    past.git("switch", "--quiet", "--create", "translation")
    past.change(ENGLISH, TRANSLATION, "A mentor supports you.")
    past.commit()
    past.git("switch", "--quiet", "main")
    past.change(PROGRAMME, SUMMARY, "Find en mentor i Odense.")
    past.commit()
    past.git("merge", "--quiet", "--no-ff", "--message", "Translation", "translation")
    assert past.stale() == OUTDATED


def test_merge_of_a_source_that_a_branch_changed(past: Past) -> None:
    """The translation of the main line is outdated once the branch with the new source is merged."""
    past.git("switch", "--quiet", "--create", "source")
    past.change(PROGRAMME, SUMMARY, "Find en mentor i Odense.")
    past.commit()
    past.git("switch", "--quiet", "main")
    past.change(ENGLISH, "Pairs since the beginning", "Pairs so far")
    past.commit()
    past.git("merge", "--quiet", "--no-ff", "--message", "Source", "source")
    assert past.stale() == OUTDATED


def test_merge_of_both_made_on_one_branch(past: Past) -> None:
    """A source and its translation from one branch stay fresh through the merge."""
    past.git("switch", "--quiet", "--create", "both")
    past.change(PROGRAMME, SUMMARY, "Find en mentor i Odense.")
    past.commit()
    past.change(ENGLISH, TRANSLATION, "Find a mentor in Odense.")
    past.commit()
    past.git("switch", "--quiet", "main")
    past.change(ENGLISH, "Pairs since the beginning", "Pairs so far")
    past.commit()
    past.git("merge", "--quiet", "--no-ff", "--message", "Both", "both")
    assert past.stale() == {}


def test_squash_of_both_is_fresh(past: Past) -> None:
    """A squashed branch with source and translation counts as one commit with both."""
    past.git("switch", "--quiet", "--create", "both")
    past.change(PROGRAMME, SUMMARY, "Find en mentor i Odense.")
    past.commit()
    past.change(ENGLISH, TRANSLATION, "Find a mentor in Odense.")
    past.commit()
    past.git("switch", "--quiet", "main")
    past.git("merge", "--quiet", "--squash", "both")
    past.commit("Squashed")
    assert past.stale() == {}


def test_squash_of_the_source_alone_is_outdated(past: Past) -> None:
    """A squashed branch that changed the source alone outdates the translation."""
    past.git("switch", "--quiet", "--create", "source")
    past.change(PROGRAMME, SUMMARY, "Find en mentor.")
    past.commit()
    past.change(PROGRAMME, "Find en mentor.", "Find en mentor i Odense.")
    past.commit()
    past.git("switch", "--quiet", "main")
    past.git("merge", "--quiet", "--squash", "source")
    past.commit("Squashed")
    assert past.stale() == OUTDATED


@pytest.mark.parametrize("committed", [True, False], ids=["committed", "on disk"])
def test_renamed_record_keeps_its_history(past: Past, committed: bool) -> None:
    """A new id of a record makes no translation fresh and none outdated."""
    past.change(PROGRAMME, SUMMARY, "Find en mentor i Odense.")
    past.commit()
    folder = past.paths.root / "content/programmes"
    (folder / "broen-mentor.yml").rename(folder / "broens-net.yml")
    (folder / "broen-mentor.en.yml").rename(folder / "broens-net.en.yml")
    past.change("content/programmes/broens-net.yml", "started_in: 2014", "started_in: 2013")
    if committed:
        past.commit()
    assert past.stale() == {"programmes/broens-net summary en": "outdated"}


def test_text_moved_from_the_record_to_an_overlay(past: Past) -> None:
    """A label that moves from a map of languages to a translation file keeps its history."""
    file = "content/vocabulary/topics.yml"
    past.change(file, "      en: Looking for work\n", "      en: Looking for a job\n")
    past.commit()
    past.change(
        file,
        "    name:\n      en: Looking for a job\n      da: Jobsøgning\n",
        "    name: Looking for a job\n",
    )
    overlay = past.paths.root / "content/vocabulary/topics.da.yml"
    overlay.write_text("terms:\n  - id: job-search\n    name: Jobsøgning\n", "utf-8")
    past.commit()
    assert past.stale() == {"vocabulary/topics terms.job-search.name da": "outdated"}


def test_label_in_a_map_of_languages(past: Past) -> None:
    """A label's translation in the same line of the same file is outdated like any other."""
    past.change("content/vocabulary/topics.yml", "en: Looking for work", "en: Looking for a job")
    past.commit()
    assert past.stale() == {"vocabulary/topics terms.job-search.name da": "outdated"}


def test_own_page(past: Past) -> None:
    """A new title of a site's own page outdates the title of the other languages, not their body."""
    text = (past.paths.root / "sites/broen/pages/about.md").read_text("utf-8")
    title = next(line for line in text.splitlines() if line.startswith("title:"))
    past.change("sites/broen/pages/about.md", title, "title: Hvem vi er i dag")
    past.commit()
    assert past.stale() == {"pages/broen/about title en": "outdated"}


def test_change_on_disk_counts(past: Past) -> None:
    """What is not committed yet is the newest state."""
    past.change(PROGRAMME, SUMMARY, "Find en mentor i Odense.")
    before = past.stale()
    past.change(ENGLISH, TRANSLATION, "Find a mentor in Odense.")
    assert (before, past.stale()) == (OUTDATED, {})


def test_version_that_cannot_be_read_renews_nothing(past: Past) -> None:
    """A slip in the YAML of a translation, mended later, is no new translation."""
    past.change(PROGRAMME, SUMMARY, "Find en mentor i Odense.")
    past.change(ENGLISH, "summary:", "\tsummary:")
    past.commit()
    past.change(ENGLISH, "\tsummary:", "summary:")
    past.commit()
    assert past.stale() == OUTDATED


def test_trailer_says_that_translations_are_right(past: Past) -> None:
    """A commit with `Translations: unaffected` outdates nothing, also when others follow that do not either."""
    past.change(PROGRAMME, SUMMARY, "En mentor hjalper dig.")
    past.commit("Shorter\n\nTranslations: unaffected")
    past.change(PROGRAMME, "En mentor hjalper dig.", "En mentor hjælper dig.")
    past.commit("A letter\n\nTranslations: unaffected")
    assert past.stale() == {}


def test_trailer_is_for_its_commit_only(past: Past) -> None:
    """A later change of the same text outdates its translations."""
    past.change(PROGRAMME, SUMMARY, "En mentor hjælper dig.")
    past.commit("Shorter\n\nTranslations: unaffected")
    past.change(PROGRAMME, "En mentor hjælper dig.", "En mentor følger dig.")
    past.commit()
    assert past.stale() == OUTDATED


def test_words_in_the_middle_of_a_message_are_no_trailer(past: Past) -> None:
    """A squashed message that quotes the trailer of one of its commits does not speak for all of them."""
    past.change(PROGRAMME, SUMMARY, "Find en mentor i Odense.")
    past.commit("Squashed\n\n* a letter\n\nTranslations: unaffected\n\n* the summary is new\n\nIt says more.")
    assert past.stale() == OUTDATED


def test_shallow_clone_is_unknown(past: Past, tmp_path: Path) -> None:
    """Where the past ends early nothing from before is called fresh; what came after it is known."""
    past.change(ENGLISH, TRANSLATION, "A mentor supports you.")
    past.commit()
    shallow = clone(past, tmp_path / "shallow", 1).history()
    deeper = clone(past, tmp_path / "deeper", 2).stale()
    assert ({found.state for found in shallow.states.values()}, shallow.shallow) == ({State.UNKNOWN}, True)
    assert "programmes/broen-mentor summary en" not in deeper
    assert set(deeper.values()) == {"unknown"}


def test_lock_speaks_where_the_past_ends(past: Past, tmp_path: Path) -> None:
    """In a shallow clone a line of the lock file makes its text fresh, or outdated once the source changed."""
    line = Entry("programmes/broen-mentor", "summary", "en", digest(SUMMARY), digest(TRANSLATION))
    write_lock(past.paths.root, [line])
    past.commit()
    shallow = clone(past, tmp_path / "shallow", 1)
    fresh = shallow.history().states["programmes", "broen-mentor", "summary", "en"].state
    shallow.change(PROGRAMME, SUMMARY, "Find en mentor i Odense.")
    outdated = shallow.history().states["programmes", "broen-mentor", "summary", "en"].state
    assert (fresh, outdated) == (State.FRESH, State.OUTDATED)


def test_without_git_everything_is_unknown(past: Past) -> None:
    """Without a repository there is a reason and no state is fresh."""
    without_git(past)
    found = past.history()
    assert {state.state for state in found.states.values()} == {State.UNKNOWN}
    assert isinstance(found.trouble, NoAnswer)


def test_accepted_translation_is_fresh_until_the_source_changes(past: Past) -> None:
    """An accepted pair is fresh; a further change of the source outdates it again."""
    past.change(PROGRAMME, SUMMARY, "Find en mentor i Odense.")
    past.commit()
    pair = (digest("Find en mentor i Odense."), digest(TRANSLATION))
    write_lock(past.paths.root, [Entry("programmes/broen-mentor", "summary", "en", *pair)])
    accepted = past.stale()
    past.change(PROGRAMME, "Find en mentor i Odense.", "Bliv mentor i Odense.")
    assert (accepted, past.stale()) == ({}, OUTDATED)


def test_portal_in_a_folder_of_the_repository(tmp_path: Path) -> None:
    """The portal may be a part of a repository."""
    past = begin(tmp_path / "project" / "portal")
    without_git(past)
    whole = Past(type(past.paths)(tmp_path / "project"))
    whole.git("init", "--quiet")
    whole.commit()
    past.change(PROGRAMME, SUMMARY, "Find en mentor i Odense.")
    whole.commit()
    assert past.stale() == OUTDATED


def test_cache_changes_no_state(past: Past) -> None:
    """States are the same the first time, the second time, and after the cache was damaged."""
    past.change(PROGRAMME, SUMMARY, "Find en mentor i Odense.")
    past.commit()
    first, second = past.stale(), past.stale()
    (cache,) = (past.paths.cache / "translations").iterdir()
    data = cache.read_bytes()
    cache.write_bytes(data[: len(data) // 2] + b"\xff" * 40 + data[len(data) // 2 + 60 :])
    assert (first, second, past.stale()) == (OUTDATED, OUTDATED, OUTDATED)


def test_new_id_of_an_item_renews_nothing(past: Past) -> None:
    """An outdated text stays outdated when its item gets another id in source and translation."""
    past.change(PROGRAMME, "title: Skriv til os", "title: Ring til os")
    past.commit()
    before = past.stale()
    past.change(PROGRAMME, "- id: apply\n", "- id: write\n")
    past.change(ENGLISH, "- id: apply\n", "- id: write\n")
    on_disk = past.stale()
    past.commit()
    new = {"programmes/broen-mentor steps.write.title en": "outdated"}
    assert (before, on_disk, past.stale()) == (
        {"programmes/broen-mentor steps.apply.title en": "outdated"},
        new,
        new,
    )


def test_new_id_of_a_term_renews_nothing(past: Past) -> None:
    """So it is with labels in a map of languages."""
    past.change("content/vocabulary/topics.yml", "en: Looking for work", "en: Looking for a job")
    past.commit()
    past.change("content/vocabulary/topics.yml", "- id: job-search\n", "- id: jobs\n")
    past.commit()
    assert past.stale() == {"vocabulary/topics terms.jobs.name da": "outdated"}


def test_item_with_the_words_of_another_is_new(past: Past) -> None:
    """A new item whose translation says what that of another says was translated when it was added."""
    past.change(PROGRAMME, "title: Skriv til os", "title: Ring til os")
    past.commit()
    title = next(
        line
        for line in (past.paths.root / ENGLISH).read_text("utf-8").partition("- id: apply\n")[2].splitlines()
    )
    past.change(
        PROGRAMME, "  - id: apply\n", "  - id: call\n    title: Ring\n    actor: mentor\n  - id: apply\n"
    )
    past.change(ENGLISH, "  - id: apply\n", f"  - id: call\n{title}\n  - id: apply\n")
    past.commit()
    assert past.stale() == {"programmes/broen-mentor steps.apply.title en": "outdated"}


def test_translation_that_went_back_is_as_old_as_it_was(past: Past) -> None:
    """Words that were translated from an older source are outdated when they come back, committed or not."""
    past.change(PROGRAMME, SUMMARY, "Find en mentor i Odense.")
    past.commit()
    past.change(ENGLISH, TRANSLATION, "Find a mentor in Odense.")
    past.commit()
    fresh = past.stale()
    past.change(ENGLISH, "Find a mentor in Odense.", TRANSLATION)
    on_disk = past.stale()
    past.commit()
    assert (fresh, on_disk, past.stale()) == ({}, OUTDATED, OUTDATED)


def test_deleted_translation_that_comes_back_is_as_old_as_it_was(past: Past) -> None:
    """A file that was deleted and restored is no new translation."""
    past.change(PROGRAMME, SUMMARY, "Find en mentor i Odense.")
    past.commit()
    past.git("rm", "--quiet", ENGLISH)
    past.commit()
    past.git("revert", "--no-edit", "HEAD")
    assert past.stale() == OUTDATED


def test_old_words_for_a_new_source_are_new(past: Past) -> None:
    """Who changes source and translation together says that they fit, whatever stood there before."""
    past.change(PROGRAMME, SUMMARY, "Find en mentor i Odense.")
    past.change(ENGLISH, TRANSLATION, "Find a mentor in Odense.")
    past.commit()
    past.change(PROGRAMME, "Find en mentor i Odense.", "En mentor hjælper dig.")
    past.change(ENGLISH, "Find a mentor in Odense.", TRANSLATION)
    past.commit()
    assert past.stale() == {}


def test_trailer_speaks_of_its_own_record(past: Past) -> None:
    """The same change in another record, without the trailer, outdates its translations."""
    other = "content/programmes/other-mentor"
    for ending in ("yml", "en.yml"):
        text = (past.paths.root / f"content/programmes/broen-mentor.{ending}").read_text("utf-8")
        (past.paths.root / f"{other}.{ending}").write_text(text, "utf-8")
    past.commit()
    past.change(PROGRAMME, SUMMARY, "En mentor hjælper dig.")
    past.commit("Shorter\n\nTranslations: unaffected")
    past.change(f"{other}.yml", SUMMARY, "En mentor hjælper dig.")
    past.commit()
    assert past.stale() == {"programmes/other-mentor summary en": "outdated"}


def test_trailer_speaks_of_a_renamed_record(past: Past) -> None:
    """What was said of a record holds when it gets a new id."""
    past.change(PROGRAMME, SUMMARY, "En mentor hjælper dig.")
    past.commit("Shorter\n\nTranslations: unaffected")
    for ending in ("yml", "en.yml"):
        past.git("mv", f"content/programmes/broen-mentor.{ending}", f"content/programmes/other.{ending}")
    past.commit()
    assert past.stale() == {}


def test_partial_clone_says_why_it_knows_little(past: Past, tmp_path: Path) -> None:
    """Contents that were not fetched are unknown, and that is said; a clone with all it needs says nothing."""
    past.change(PROGRAMME, SUMMARY, "Find en mentor i Odense.")
    past.commit()
    past.git("config", "uploadpack.allowFilter", "true")
    target = tmp_path / "partial"
    past.git("clone", "--quiet", "--filter=blob:none", past.paths.root.as_uri(), str(target))
    partial = Past(type(past.paths)(target.resolve()), list(past.commits))
    found = partial.history()
    assert ("unknown" in partial.stale().values(), found.partial) == (True, True)
    assert ["--refetch" in note.template for note in found.notes] == [True]
    assert past.history().notes == ()
