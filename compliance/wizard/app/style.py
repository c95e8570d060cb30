"""How the full-screen wizard looks. Works in sixteen colours; nothing is said by colour only."""

from __future__ import annotations

from typing import Final

STYLE: Final = """
Screen { layout: vertical; }
#standing { height: auto; max-height: 2; padding: 0 1; background: $primary-background; text-style: bold; }
#notice { height: auto; max-height: 6; padding: 0 1; background: $warning 30%; }
#middle { height: 1fr; }
#sections {
    width: 26; height: 100%; border: none; border-right: solid $primary-background; padding: 0;
    background: $background; text-wrap: nowrap; text-overflow: ellipsis;
}
#panes { width: 1fr; height: 100%; }
QuestionPane, ReviewPane { height: 100%; padding: 0 1; }
QuestionPane > Prose { margin-bottom: 1; }
#heading { color: $text-muted; margin-bottom: 0; }
#question { text-style: bold; margin-bottom: 0; }
#marks { color: $text-warning; margin-bottom: 0; }
#help { color: $text-muted; }
AnswerArea { height: auto; margin-bottom: 1; }
AnswerArea Choices { background: $background; }
Field { background: $boost; border: none; width: 100%; }
Field:focus { border: none; background: $primary-background; }
#note { margin-bottom: 0; color: $text-success; height: auto; }
#trouble, #wrong, #note.wrong { color: $text-error; text-style: bold; }
#why, #behind { color: $text-muted; }
.hint { color: $text-muted; }
#keys { height: 1; background: $primary-background; padding: 0; text-wrap: nowrap; }
#review-title, #review-next-title, #review-parked-title, #review-answers-title { text-style: bold; margin-top: 1; }
#review-title { margin-top: 0; }
#review-undecided { margin-top: 1; }
ReviewPane Choices { background: $background; }
Page, Pick, Find, Write, ViewForm { align: center middle; }
.window {
    width: 90%; max-width: 100; height: auto; max-height: 90%; padding: 0 1;
    border: round $primary; background: $surface;
}
.window .title { text-style: bold; }
.window Choices { height: auto; max-height: 1fr; }
#page { height: auto; max-height: 1fr; }
.narrow #sections { display: none; }
.low #help, .low #why, .low #behind { display: none; }
.low #standing { max-height: 1; }
"""
