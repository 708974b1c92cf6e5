"""Killed at any moment, nothing acknowledged is lost and nothing is half there. `bench.crash` kills more often."""

import os
import signal

import pytest

from bench import crash

pytestmark = pytest.mark.skipif(
    not hasattr(signal, "SIGKILL") or not hasattr(os, "fork"), reason="needs a signal that cannot be caught, and fork"
)
KILLS = 20


def test_a_process_killed_at_any_moment_loses_nothing_acknowledged_and_leaves_nothing_half_done(address: str) -> None:
    found, acknowledged = crash.run(KILLS, seed=1, address=address)
    assert found == []
    assert acknowledged > 0
