"""The words for values that records have a fixed set of, in a reader's language."""

from collections.abc import Mapping
from functools import lru_cache
from gettext import NullTranslations


@lru_cache(maxsize=16)
def labels(translations: NullTranslations) -> Mapping[str, Mapping[str, str]]:
    """By field, then by value."""
    gettext = translations.gettext
    return {
        "modality": {
            "actual": gettext("happened"),
            "attempted": gettext("failed attempt"),
            "negated": gettext("denied"),
            "future": gettext("planned or feared"),
            "hypothetical": gettext("unclear whether"),
        },
        "certainty": {
            "certain": gettext("certain"),
            "probable": gettext("probable"),
            "possible": gettext("possible"),
        },
        "status": {
            "single_origin": gettext("one origin"),
            "corroborated": gettext("corroborated"),
            "contested": gettext("contested"),
            "denied": gettext("denied"),
            "anticipated": gettext("anticipated"),
        },
        "state": {
            "unreviewed": gettext("not reviewed"),
            "accepted": gettext("accepted"),
            "edited": gettext("edited"),
            "rejected": gettext("rejected"),
        },
        "group": {
            "violence": gettext("violence"),
            "custody": gettext("custody"),
            "unrest": gettext("unrest"),
            "movement": gettext("movement"),
            "control": gettext("control"),
            "organisation": gettext("organisation"),
            "diplomacy": gettext("diplomacy"),
            "aid": gettext("aid"),
        },
        "what": {
            "killed": gettext("killed"),
            "wounded": gettext("wounded"),
            "detained": gettext("detained"),
            "held": gettext("held"),
            "escaped": gettext("escaped"),
            "abducted": gettext("abducted"),
            "released": gettext("released"),
            "displaced": gettext("displaced"),
            "returned": gettext("returned"),
            "deployed": gettext("deployed"),
            "involved": gettext("involved"),
        },
        "field": {
            "time": gettext("the day"),
            "places": gettext("the place"),
            "actor": gettext("who did it"),
            "modality": gettext("whether it happened"),
            "participants": gettext("who took part"),
        },
        "precision": {
            "site": gettext("site"),
            "settlement": gettext("settlement"),
            "admin2": gettext("district"),
            "admin1": gettext("province"),
            "country": gettext("country"),
            "region": gettext("region"),
        },
        "entity": {
            "state_forces": gettext("state forces"),
            "armed_group": gettext("armed group"),
            "government": gettext("government"),
            "civilians": gettext("civilians"),
            "international": gettext("international body"),
            "ngo": gettext("non-governmental organisation"),
            "media": gettext("media"),
            "person": gettext("person"),
            "other": gettext("other"),
        },
        "role": {
            "actor": gettext("who"),
            "recipient": gettext("to whom"),
            "instrument": gettext("with what"),
            "location": gettext("where"),
            "origin": gettext("from where"),
            "destination": gettext("to where"),
            "via": gettext("by way of"),
        },
        "sort": {
            "newest": gettext("newest first"),
            "oldest": gettext("oldest first"),
            "reported": gettext("last reported first"),
            "killed": gettext("most killed first"),
            "reports": gettext("most reports first"),
            "origins": gettext("most origins first"),
            "unsure": gettext("least certain first"),
        },
        "basis": {
            "stated": gettext("stated in the text"),
            "metadata": gettext("from the page's data"),
            "given": gettext("as given"),
            "unknown": gettext("not known"),
        },
        "action": {
            "merge": gettext("events merged"),
            "accept": gettext("accepted"),
            "reject": gettext("rejected"),
            "edit": gettext("edited"),
            "add": gettext("added"),
            "split": gettext("split"),
            "undo": gettext("taken back"),
            "take": gettext("suggestion taken"),
            "dismiss": gettext("suggestion dismissed"),
            "save": gettext("read"),
            "new": gettext("read"),
            "updated": gettext("read anew"),
        },
    }
