"""What went wrong, in the reader's words where it is said by the desk itself."""

from gettext import NullTranslations


def told(failing: Exception, translations: NullTranslations) -> str:
    """The message; of one that names its input before a colon, as ours do, what is said of it is translated."""
    said = str(failing)
    whole = translations.gettext(said)
    if whole != said:
        return whole
    named, colon, reason = said.partition(": ")
    return f"{translations.gettext(named)}{colon}{translations.gettext(reason)}" if reason else said
