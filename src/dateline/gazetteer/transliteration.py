"""The sound of a romanised name, so that Dayr az Zawr is Deir ez-Zor: a key of consonants."""


def skeleton(name: str) -> str:
    """The key of `name`, or nothing where it is too short to tell one name from another."""
    return ""
