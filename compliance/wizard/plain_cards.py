"""Shows one question in the plain face."""

from __future__ import annotations

from compliance.conditions.sentence import value_text
from compliance.facts.vocabulary import Kind
from compliance.reports.words import say as report_say
from compliance.wizard.card import Card, standing_parts
from compliance.wizard.plain_lists import list_lines
from compliance.wizard.plain_question import how_to_answer, offers, state_lines
from compliance.wizard.plain_voice import Voice
from compliance.wizard.words import say


def put_question(found: Card, voice: Voice) -> None:
    """Show a question with all that helps to answer it."""
    voice.console.put()
    voice.console.put(report_say("list.semicolon", voice.lang).join(standing_parts(voice.state, voice.lang)))
    if found.heading:
        voice.say("question.section", title=found.heading)
    voice.say("question.text", text=found.text)
    if found.for_counsel:
        voice.say("reading.intro")
    if found.help:
        voice.console.put(found.help, indent=2)
    for number, text in offers(found, voice.lang):
        voice.console.put(text, indent=2, mark=f"{number}. ")
    if found.fact.kind is Kind.RECORDS:
        put_list(found, voice)
        voice.say("list.how")
    for text in (*how_to_answer(found, voice.lang), *state_lines(found, voice.lang)):
        voice.console.put(text)
    if found.fact.sensitive and voice.console.hides:
        voice.say("question.hidden")
    _put_proposal(found, voice)


def put_list(found: Card, voice: Voice) -> None:
    """Show what is listed so far."""
    for mark, text in list_lines(voice.state, found.path, voice.lang):
        voice.console.put(text, indent=2 if mark else 0, mark=mark)


def _put_proposal(found: Card, voice: Voice) -> None:
    proposal = voice.session.setting.proposals.get(found.path)
    if proposal is None or found.value == proposal.value:
        return
    value = value_text(proposal.value, found.fact, voice.lang)
    voice.say("question.proposal", value=value, where=proposal.where)
    if proposal.excerpt and not found.fact.sensitive:
        voice.say("question.excerpt", excerpt=proposal.excerpt)


def put_more(found: Card, voice: Voice) -> None:
    """Why it is asked, and the law behind it."""
    for text in found.help, say("question.why", voice.lang):
        if text:
            voice.console.put(text)
    for text in found.why:
        voice.console.put(text, indent=2)
    if found.articles:
        voice.console.put(say("question.article", voice.lang))
    for text in found.articles:
        voice.console.put(text, indent=2)
    voice.say("question.path", path=found.path)
