"""Addresses that a form gives to go on to: only ever pages of the desk itself."""

from urllib.parse import urlsplit


def own_address(address: str, otherwise: str = "/") -> str:
    """`address` where it is a path of this desk, else `otherwise`."""
    parts = urlsplit(address) if address.isprintable() and "\\" not in address else None
    if parts is None or parts.scheme or parts.netloc or not address.startswith("/") or address.startswith("//"):
        return otherwise
    return address
