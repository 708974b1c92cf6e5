"""Which internet addresses are public, and the addresses of a host; nothing is connected to here."""

import ipaddress
import socket
from collections.abc import Sequence

Address = ipaddress.IPv4Address | ipaddress.IPv6Address

# RFC 6052: the last 32 bits of these are an IPv4 address that a gateway translates to.
_TRANSLATED = ipaddress.IPv6Network("64:ff9b::/96")


def look_up(host: str) -> Sequence[Address]:
    """Every address of a host name; raises OSError where there is none."""
    found = socket.getaddrinfo(host, None, type=socket.SOCK_STREAM)
    return [ipaddress.ip_address(entry[4][0]) for entry in found]


def is_public(address: Address) -> bool:
    """Whether an address is on the public internet, and so is any IPv4 address that is wrapped in it."""
    return all(_is_global(each) for each in (address, *_wrapped(address)))


def _is_global(address: Address) -> bool:
    local = address.is_private or address.is_link_local or address.is_loopback or address.is_unspecified
    return address.is_global and not local and not address.is_multicast and not _is_set_aside(address)


def _is_set_aside(address: Address) -> bool:
    if isinstance(address, ipaddress.IPv6Address):
        return address.is_site_local
    return address.is_reserved


def _wrapped(address: Address) -> list[Address]:
    if isinstance(address, ipaddress.IPv4Address):
        return []
    inside = [address.ipv4_mapped, address.sixtofour, *(address.teredo or ())]
    if address in _TRANSLATED:
        inside.append(ipaddress.IPv4Address(int(address) & 0xFFFFFFFF))
    return [each for each in inside if each is not None]
