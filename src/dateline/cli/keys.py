"""What a person types: single keys on a terminal, or characters of standard input where that is no terminal."""

import sys
from collections.abc import Iterator
from contextlib import contextmanager

# What a terminal sends for Ctrl-C and Ctrl-D while single keys are read.
_INTERRUPT = "\x03"
_END = "\x04"


def read_key() -> str:
    """The next key; empty at the end of the input. KeyboardInterrupt on Ctrl-C."""
    if not sys.stdin.isatty():
        return sys.stdin.read(1)
    with _single_keys():
        key = sys.stdin.read(1)
    if key == _INTERRUPT:
        raise KeyboardInterrupt
    return "" if key == _END else key


def read_words(prompt: str) -> str:
    """A line of words."""
    sys.stderr.write(prompt)
    sys.stderr.flush()
    return sys.stdin.readline().strip()


@contextmanager
def _single_keys() -> Iterator[None]:
    """Within it the terminal gives each key at once and does not show it; afterwards it is as it was."""
    try:
        import termios
        import tty
    except ImportError:  # no such terminal on this system: a key is then followed by Return
        yield
        return
    descriptor = sys.stdin.fileno()
    before = termios.tcgetattr(descriptor)
    try:
        # What was typed ahead of the prompt is kept.
        tty.setcbreak(descriptor, termios.TCSADRAIN)
        yield
    finally:
        termios.tcsetattr(descriptor, termios.TCSADRAIN, before)
