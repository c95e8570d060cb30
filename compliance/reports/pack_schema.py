"""The JSON Schema (draft 2020-12) of a file of a rule pack, from the models that check it."""

from __future__ import annotations

from compliance.packs.models import PackFile
from compliance.packs.models_words import WORDS
from compliance.reports.json_v1_schema import DRAFT
from compliance.reports.schema_explained import Schema, described_parts, explained


def pack_schema() -> Schema:
    """The schema of a pack file. Keys have a description in both languages instead of a title made from their name."""
    schema = PackFile.model_json_schema(by_alias=True)
    for _, part in described_parts(schema):
        part.pop("title", None)
    title = "A file of a rule pack / 规则包文件"
    return explained({"$schema": DRAFT, **schema, "title": title, "description": _WHAT}, WORDS)


_WHAT = (
    "规则包中的一个文件；其内容由顶层键决定，与文件名无关。 / "
    "One file of a rule pack; what it holds is told by its top-level keys, not by its name."
)
