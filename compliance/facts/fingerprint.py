"""SHA-256 without the start-up cost of `hashlib`, which loads OpenSSL."""

from __future__ import annotations

from typing import Any


def new_sha256() -> Any:
    """An empty SHA-256, as `hashlib.sha256()` gives one. `random` of the standard library does the same."""
    try:
        from _sha2 import sha256  # type: ignore[import-not-found]
    except ImportError:
        try:
            from _sha256 import sha256  # type: ignore[import-not-found]
        except ImportError:
            from hashlib import sha256
    return sha256()


def sha256_hex(data: bytes) -> str:
    """The SHA-256 of some bytes, in hex."""
    digest = new_sha256()
    digest.update(data)
    text: str = digest.hexdigest()
    return text
