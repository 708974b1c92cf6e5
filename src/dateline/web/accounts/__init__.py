"""Who uses the desk and what for: sign-in, roles, users, and requests that other sites make. No records here."""

from dateline.web.accounts.guarding import account_routers, guard
from dateline.web.accounts.people import Person, may_review, person_of

__all__ = ["Person", "account_routers", "guard", "may_review", "person_of"]
