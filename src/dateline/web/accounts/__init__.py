"""Who uses the desk and what for: sign-in, roles, users, and requests that other sites make. No records here."""

from dateline.web.accounts.gate import Gate
from dateline.web.accounts.people import Person, may_review, person_of
from dateline.web.accounts.sign_in import router as sign_in_router
from dateline.web.accounts.users import router as users_router

__all__ = ["Gate", "Person", "may_review", "person_of", "sign_in_router", "users_router"]
