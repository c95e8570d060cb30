"""The place in the manifest that a finding is about."""

from __future__ import annotations

from compliance.assessment.model import Part
from compliance.conditions.explain import Explanation, culprits
from compliance.conditions.judgement import Outcome
from compliance.errors import Location
from compliance.facts.manifest import Manifest


def locate(
    manifest: Manifest, why: Explanation | None, decided_by: tuple[str, ...], parts: tuple[Part, ...]
) -> Location:
    """The line that matters most: the worst record, else a fact that decides, else one the rule looked at."""
    for outcome in (Outcome.VIOLATED, Outcome.UNDECIDED, Outcome.PENDING):
        for part in parts:
            if part.outcome is outcome and part.location is not None and not part.past:
                return part.location
    paths = list(decided_by)
    if why is not None:
        paths += [seen.path for test in culprits(why) for seen in test.observed]
    return place_of(manifest, paths)


def place_of(manifest: Manifest, paths: list[str]) -> Location:
    """The line of the first path the manifest names; else of the nearest group around the first path."""
    for path in paths:
        if path in manifest.locations:
            return manifest.locations[path]
    for path in paths:
        nearest = _nearest(manifest, path)
        if nearest is not None:
            return nearest
    return Location(manifest.file)


def _nearest(manifest: Manifest, path: str) -> Location | None:
    """The line of the list, record or group that the path would belong to."""
    while path:
        if path in manifest.locations:
            return manifest.locations[path]
        if path.endswith("]"):
            path = path[: path.rindex("[")]
        elif "." in path:
            path = path.rpartition(".")[0]
        else:
            return None
    return None
