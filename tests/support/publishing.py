"""Sites published for real, as the pipeline does: each put together, then all made live."""

from __future__ import annotations

from collections.abc import Collection, Mapping

from generator.publish.assembly import Change, Source
from generator.publish.staging import Published, Workspace

Sites = Mapping[str, Mapping[str, Source]]


def put_together(workspace: Workspace, sites: Sites) -> list[Change]:
    """Place the files of each site, in two parts, and finish it."""
    changes = []
    for site, files in sites.items():
        stage = workspace.stage(site)
        paths = sorted(files)
        halves = (paths[::2], paths[1::2])
        changes.append(stage.finish([stage.place({path: files[path] for path in half}) for half in halves]))
    return changes


def publish_sites(workspace: Workspace, sites: Sites, keep: Collection[str] = ()) -> Published:
    """Publish sites; live sites that are neither among them nor in `keep` go."""
    changes = put_together(workspace, sites)
    return workspace.publish([*changes, *workspace.leaving({*sites, *keep})])
