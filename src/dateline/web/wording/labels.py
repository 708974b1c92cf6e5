"""The words for values that records have a fixed set of, in a reader's language."""

from collections.abc import Mapping
from functools import lru_cache
from gettext import NullTranslations


def N_(message: str) -> str:  # noqa: N802 - the name by which messages are gathered that are translated later
    """A message as it stands, marked to be translated."""
    return message


_LABELS: Mapping[str, Mapping[str, str]] = {
    "modality": {
        "actual": N_("happened"),
        "attempted": N_("failed attempt"),
        "negated": N_("denied"),
        "future": N_("planned or feared"),
        "hypothetical": N_("unclear whether"),
    },
    "certainty": {
        "certain": N_("certain"),
        "probable": N_("probable"),
        "possible": N_("possible"),
    },
    "status": {
        "single_origin": N_("one origin"),
        "corroborated": N_("corroborated"),
        "contested": N_("contested"),
        "denied": N_("denied"),
        "anticipated": N_("anticipated"),
    },
    "state": {
        "unreviewed": N_("not reviewed"),
        "accepted": N_("accepted"),
        "edited": N_("edited"),
        "rejected": N_("rejected"),
    },
    "group": {
        "violence": N_("violence"),
        "custody": N_("custody"),
        "unrest": N_("unrest"),
        "movement": N_("movement"),
        "control": N_("control"),
        "organisation": N_("organisation"),
        "diplomacy": N_("diplomacy"),
        "aid": N_("aid"),
    },
    "what": {
        "killed": N_("killed"),
        "wounded": N_("wounded"),
        "detained": N_("detained"),
        "held": N_("held"),
        "escaped": N_("escaped"),
        "abducted": N_("abducted"),
        "released": N_("released"),
        "displaced": N_("displaced"),
        "returned": N_("returned"),
        "deployed": N_("deployed"),
        "involved": N_("involved"),
    },
    "field": {
        "time": N_("the day"),
        "places": N_("the place"),
        "actor": N_("who did it"),
        "modality": N_("whether it happened"),
        "participants": N_("who took part"),
    },
    "precision": {
        "site": N_("site"),
        "settlement": N_("settlement"),
        "admin2": N_("district"),
        "admin1": N_("province"),
        "country": N_("country"),
        "region": N_("region"),
    },
    "entity": {
        "state_forces": N_("state forces"),
        "armed_group": N_("armed group"),
        "government": N_("government"),
        "civilians": N_("civilians"),
        "international": N_("international body"),
        "ngo": N_("non-governmental organisation"),
        "media": N_("media"),
        "person": N_("person"),
        "other": N_("other"),
    },
    "role": {
        "actor": N_("who"),
        "recipient": N_("to whom"),
        "instrument": N_("with what"),
        "location": N_("where"),
        "origin": N_("from where"),
        "destination": N_("to where"),
        "via": N_("by way of"),
    },
    "sort": {
        "newest": N_("newest first"),
        "oldest": N_("oldest first"),
        "reported": N_("last reported first"),
        "killed": N_("most killed first"),
        "reports": N_("most reports first"),
        "origins": N_("most origins first"),
        "unsure": N_("least certain first"),
    },
    "basis": {
        "stated": N_("stated in the text"),
        "metadata": N_("from the page's data"),
        "given": N_("as given"),
        "unknown": N_("not known"),
    },
    "reason": {
        "no_claim": N_("probably nothing is told there"),
        "no_kind": N_("something is told there, but of no kind with enough certainty"),
    },
    "action": {
        "merge": N_("events merged"),
        "accept": N_("accepted"),
        "reject": N_("rejected"),
        "edit": N_("edited"),
        "add": N_("added"),
        "split": N_("split"),
        "undo": N_("taken back"),
        "take": N_("suggestion taken"),
        "dismiss": N_("suggestion dismissed"),
        "save": N_("read"),
        "new": N_("read"),
        "updated": N_("read anew"),
    },
}


@lru_cache(maxsize=16)
def labels(translations: NullTranslations) -> Mapping[str, Mapping[str, str]]:
    """By field, then by value."""
    return {
        field: {value: translations.gettext(text) for value, text in texts.items()} for field, texts in _LABELS.items()
    }
