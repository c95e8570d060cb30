"""The one place where characters that could deceive a reader or a terminal are made visible."""

from __future__ import annotations

_BIDI = frozenset(
    [0x061C, 0x200E, 0x200F, 0x2028, 0x2029, 0xFEFF, *range(0x202A, 0x202F), *range(0x2066, 0x206A)]
)


def _harmful(code: int) -> bool:
    return (
        (code < 0x20 and code not in (0x09, 0x0A))
        or 0x7F <= code <= 0x9F
        or code in _BIDI
        or 0xD800 <= code <= 0xDFFF
    )


def clean(text: str) -> str:
    """Replace control, bidirectional and surrogate characters by a visible `<U+XXXX>`.

    Nothing is dropped: the reader sees that something was there. Tab and line feed stay.
    """
    if text.isprintable():
        return text
    return "".join(f"<U+{ord(c):04X}>" if _harmful(ord(c)) else c for c in text)
