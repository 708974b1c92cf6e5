"""Too many wrong passwords make the next try wait."""

from dateline.web.accounts.throttle import SECONDS, TRIES, Throttle


class Clock:
    now = 1000.0

    def __call__(self) -> float:
        return self.now


def wrong_tries(throttle: Throttle, number: int) -> None:
    for _ in range(number):
        throttle.was_wrong("Ann")


def test_a_few_wrong_tries_do_not_make_anybody_wait():
    throttle = Throttle(Clock())
    wrong_tries(throttle, TRIES - 1)
    assert throttle.seconds_to_wait("Ann") == 0


def test_after_too_many_the_name_waits_and_others_do_not():
    throttle = Throttle(Clock())
    wrong_tries(throttle, TRIES)
    assert 0 < throttle.seconds_to_wait("Ann") <= SECONDS
    assert throttle.seconds_to_wait("Ben") == 0


def test_the_wait_ends():
    clock = Clock()
    throttle = Throttle(clock)
    wrong_tries(throttle, TRIES)
    clock.now += SECONDS
    assert throttle.seconds_to_wait("Ann") == 0


def test_the_right_password_forgives():
    throttle = Throttle(Clock())
    wrong_tries(throttle, TRIES - 1)
    throttle.was_right("Ann")
    wrong_tries(throttle, 1)
    assert throttle.seconds_to_wait("Ann") == 0
