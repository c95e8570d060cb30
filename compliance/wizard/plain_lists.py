"""A list question in the plain face: its records, and what can be done to them."""

from __future__ import annotations

from collections.abc import Iterator
from typing import TypeAlias

from compliance.errors import Problem
from compliance.facts.sanitise import clean
from compliance.interview.answers import records_of
from compliance.interview.events import (
    AddRecord,
    Event,
    ListComplete,
    ListOpen,
    NotKnown,
    RemoveRecord,
    RenameRecord,
)
from compliance.interview.state import State
from compliance.wizard.plain_commands import Command
from compliance.wizard.plain_words import told

ListReply: TypeAlias = "Event | Problem | None"

_TO = (" to ", " 为 ", "为", " -> ")


def keys_of(state: State, path: str) -> list[str]:
    """The names of a list's records, in order."""
    return [entry.key for entry in records_of(state.answers, path).entries]


def list_lines(state: State, path: str, lang: str) -> Iterator[tuple[str, str]]:
    """What is listed, numbered: a mark and a text for each line."""
    keys = keys_of(state, path)
    yield "", told("list.listed" if keys else "list.empty", lang)
    for number, key in enumerate(keys, start=1):
        yield f"{number}. ", key


def list_reply(command: Command, state: State, path: str) -> ListReply:
    """What a command does to a list. None for one that is about something else."""
    keys = keys_of(state, path)
    match command.name:
        case "add":
            return (
                AddRecord(path, command.rest) if command.rest else _needs("add", "`add NAME` / `添加 名称`")
            )
        case "remove":
            key = _named(command.rest, keys)
            return _no_entry(path, command.rest) if key is None else RemoveRecord(path, key)
        case "rename":
            return _rename(command.rest, path, keys)
        case "all":
            return ListComplete(path) if keys else Problem("wizard.list_is_empty")
        case "none":
            return Problem("wizard.list_not_empty") if keys else ListComplete(path)
        case "more":
            complete = records_of(state.answers, path).complete
            return ListOpen(path) if complete else NotKnown(path)
        case "unknown":
            return NotKnown(path)
        case _:
            return None


def said_of_list(event: Event, lang: str) -> str:
    """What became of a list, in a few words."""
    match event:
        case AddRecord(key=key):
            return told("list.added", lang, record=key)
        case RemoveRecord(key=key):
            return told("list.removed", lang, record=key)
        case RenameRecord(key=key, new=new):
            return told("list.renamed", lang, record=key, new=new)
        case ListComplete():
            return told("list.all", lang)
        case _:
            return told("list.more", lang)


def entry_named(typed: str, state: State, path: str) -> str | Problem:
    """The record that a name or number means."""
    key = _named(typed, keys_of(state, path))
    return _no_entry(path, typed) if key is None else key


def _named(typed: str, keys: list[str]) -> str | None:
    if typed in keys:
        return typed
    if typed.isascii() and typed.isdecimal() and 0 < int(typed[:9]) <= len(keys):
        return keys[int(typed[:9]) - 1]
    return None


def _rename(typed: str, path: str, keys: list[str]) -> RenameRecord | Problem:
    """Names may have the word between them in them: of all ways to read it the one that begins with an entry."""
    ways = {}
    for word in _TO:
        at = typed.find(word)
        while at >= 0:
            old, new = _named(typed[:at].strip(), keys), typed[at + len(word) :].strip()
            if old is not None and new:
                ways[old] = RenameRecord(path, old, new)
            at = typed.find(word, at + 1)
    if len(ways) != 1:
        return Problem("wizard.rename_form")
    return next(iter(ways.values()))


def _no_entry(path: str, typed: str) -> Problem:
    return Problem("interview.unknown_record", None, {"path": path, "key": clean(typed)[:40]})


def _needs(command: str, right: str) -> Problem:
    return Problem("wizard.no_value", None, {"command": command, "right": right})
