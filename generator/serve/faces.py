"""What the server has to know of a site without having its records: names, home pages, which file is which page.

Takes what was checked and the benches; returns values that travel between processes. Makes no page.
"""

from __future__ import annotations

from collections.abc import Iterable
from datetime import UTC, datetime, time, timedelta

from generator.clock import Clock
from generator.model.base import Record
from generator.model.fields.text import Text
from generator.model.site import SitePage
from generator.plan.routes import HOME, section_route
from generator.plan.site_plan import PlannedPage, SitePlan
from generator.serve.snapshot import Face
from generator.serve.workbench import Bench
from generator.store.digest import digest
from generator.verdict.checked import Checked

_TITLES = ("name", "title", "headline", "role")


def face_of(bench: Bench, checked: Checked) -> Face:
    """Return a site as the server knows it."""
    plan, documents = bench.plan, checked.catalog.documents
    shown = {*plan.view.records, plan.view.site.key}
    return Face(
        id=plan.id,
        name=plan.view.site.name.source,
        key=bench.key,
        address=plan.addresses.base,
        homes={code: plan.addresses.folder(code) + HOME for code in plan.languages},
        files=frozenset(documents[key].file for key in shown if key in documents),
        pages=_pages(plan, checked),
    )


def states_of(checked: Checked) -> dict[str, str]:
    """Return a digest of what each record and each page of a site says, by its file."""
    documents = checked.catalog.documents
    found = {documents[record.key].file: digest(record) for record in checked.catalog}
    return found | {
        _file_of(page): digest((page.title, page.summary, page.body)) for page in checked.catalog.pages
    }


def next_instant(benches: Iterable[Bench], clock: Clock) -> datetime:
    """Return when a site may differ although nobody edits: a call's instant, or the next day."""
    tomorrow = datetime.combine(clock.today + timedelta(days=1), time(), UTC)
    coming = (change.at for bench in benches for change in bench.coming)
    return min((tomorrow, *(at for at in coming if at > clock.now)))


def _pages(plan: SitePlan, checked: Checked) -> dict[str, tuple[str, str]]:
    """The page of each record in the default language; of a record without page, the list that has it."""
    language = plan.addresses.default_language
    found: dict[str, tuple[str, str]] = {}
    for record in plan.view.records.values():
        section = section_route(record.kind)
        if plan.page(language, section) is not None and record.key in checked.catalog.documents:
            place = plan.addresses.folder(language) + section
            found[checked.catalog.documents[record.key].file] = (_title(record), place)
    for page in plan.pages_in(language):
        file = _page_file(page, checked)
        if file and page.record is not None:
            found[file] = (_title(page.record), plan.addresses.folder(language) + page.route)
    home = checked.catalog.documents[plan.view.site.key].file
    return found | {home: (_title(plan.view.site), plan.addresses.folder(language) + HOME)}


def _page_file(page: PlannedPage, checked: Checked) -> str | None:
    if isinstance(page.record, SitePage):
        return _file_of(page.record)
    document = checked.catalog.documents.get(page.record.key) if page.record is not None else None
    return document.file if document else None


def _file_of(page: SitePage) -> str:
    return f"sites/{page.site}/pages/{page.name}.md"


def _title(record: Record | SitePage) -> str:
    texts = (getattr(record, name, None) for name in _TITLES)
    found = next((text for text in texts if isinstance(text, Text)), None)
    return found.source if found else getattr(record, "id", "")
