"""Reports and claims made up for the desk: enough of everything that a page shows, and one report that means harm."""

import datetime as dt
import hashlib
from collections.abc import Iterator, Sequence
from pathlib import Path

from dateline.records import (
    Attribution,
    Claim,
    ClaimPlace,
    Count,
    Entity,
    Participant,
    Place,
    Published,
    Report,
    Span,
    Time,
    claim_id,
    report_id,
)
from dateline.store import Store

# Each town lies where no real one of its name does.
TOWNS = ("Varda", "Molnik", "Ostrel", "Kessim", "Tarn", "Halvo", "Brezin", "Dunmark", "Solva", "Piret")
KINDS = {"shelled": "shelling", "raided": "attack", "stormed": "jailbreak", "seized": "territory_gain"}
FIRST_DAY = dt.date(2021, 3, 1)
QUEUED = 50
FRONT = Entity(id="dateline:vale-front", name="Vale Front", kind="armed_group")
ARMY = Entity(id="dateline:river-army", name="River Army", kind="state_forces")
ESCAPED_HERE = "<img src=x onerror='window.harmed=1'>"
HOSTILE = (
    "<script>window.harmed=1</script> Guards shot at Varda\n\n"
    f"Gunmen of {ESCAPED_HERE} raided Varda on 9 April 2021, the <b onmouseover=window.harmed=1>mayor</b> said. "
    "<svg onload='window.harmed=1'><image href='http://elsewhere.example/a.png'/></svg> "
    "<iframe src='http://elsewhere.example/'></iframe><link rel=stylesheet href='//elsewhere.example/x.css'> "
    "\u202egninrom eht ni\u202c \u2067\u0645\u0631\u062d\u0628\u0627\u2069 {{ 7 * 7 }} ${7*7} "
    + "<table>" + "<tr><td>1</td></tr>" * 2000 + "</table>"
)  # fmt: skip


def place(name: str) -> Place:
    number = TOWNS.index(name)
    return Place(
        id=f"dateline:{name.lower()}", name=name, country="SY", admin1="Hasakah", latitude=35.0 + number / 7,
        longitude=38.5 + number / 3, feature="PPL", precision="settlement", radius_km=2.0 + number, score=0.9,
    )  # fmt: skip


def make_report(text: str, day: dt.date | None, publisher: str, **given: object) -> Report:
    values: dict[str, object] = {
        "id": report_id(text),
        "source": f"https://wire.example/{report_id(text)}",
        "publisher": publisher,
        "title": text.partition("\n")[0],
        "language": "en",
        "published": Published(date=day, basis="metadata") if day else Published(),
        "text": text,
        "sha256": hashlib.sha256(text.encode()).hexdigest(),
        "retrieved": dt.datetime(2024, 5, 1, tzinfo=dt.UTC),
    }
    return Report.model_validate(values | given)


def make_claim(report: Report, kind: str, trigger: str, **given: object) -> Claim:
    word = span(report, trigger)
    start = max(report.text.rfind(". ", 0, word.start) + 2, report.text.rfind("\n", 0, word.start) + 1, 0)
    start = 0 if start == 1 else start
    end = report.text.find(". ", word.end) + 1 or len(report.text)
    values: dict[str, object] = {
        "id": claim_id(report.id, kind, word.start, word.end),
        "report": report.id,
        "kind": kind,
        "trigger": word,
        "sentence": Span.of(report.text, start, end),
        "score": 0.7,
    }
    return Claim.model_validate(values | given)


def span(report: Report, words: str) -> Span:
    start = report.text.index(words)
    return Span.of(report.text, start, start + len(words))


def told(number: int) -> tuple[Report, list[Claim]]:
    """A report of one occurrence, each number another; five numbers are of each town in turn."""
    town, (trigger, kind) = TOWNS[number % len(TOWNS)], list(KINDS.items())[number % len(KINDS)]
    day = FIRST_DAY + dt.timedelta(days=9 * number)
    stated, dead = f"{day.day} {day:%B %Y}", number + 2
    text = (
        f"{town} {trigger} again, {stated}\n\nFighters of the Vale Front {trigger} {town} on {stated}, "
        f"and {dead} people died, a council said. Soldiers may withdraw from the bridge."
    )
    report = make_report(text, day + dt.timedelta(days=1), "Valley Wire")
    body = Report.model_validate(report)
    claim = make_claim(
        body,
        kind,
        f"{trigger} {town} on",
        participants=(Participant(role="actor", span=span(body, "Vale Front"), entity=FRONT),),
        places=(ClaimPlace(role="location", span=span(body, town), place=place(town)),),
        time=Time(span=span(body, stated), earliest=day, latest=day, precision="day", basis="stated"),
        counts=(Count(what="killed", low=dead, high=dead, of="people", span=span(body, f"{dead} people")),),
        attribution=(Attribution(source=span(body, "a council"), cue=span(body, "said"), kind="official"),),
        score=0.5 + (number % 40) / 100,
    )
    return report, [claim]


def told_twice() -> Iterator[tuple[Report, list[Claim]]]:
    """One escape as two papers tell it, so far apart in words and places that it is taken for two."""
    text = "A night of flight\n\nSome 40 prisoners fled the jail of Kessim on Sunday. Guards of the River Army fired."
    yield _escape(text, "Border Post", ("Kessim", "fled", "prisoners", "Sunday", 40))
    text = "Broken gates\n\nInmates numbering 65 broke free near Tarn on 14 August 2022 as soldiers slept."
    yield _escape(text, "Hill Radio", ("Tarn", "broke free", "Inmates", "14 August 2022", 65))


def _escape(text: str, publisher: str, words: tuple[str, str, str, str, int]) -> tuple[Report, list[Claim]]:
    town, trigger, who, when, number = words
    day = dt.date(2022, 8, 14)
    report = make_report(text, day, publisher)
    claim = make_claim(
        report,
        "escape",
        trigger,
        participants=(Participant(role="actor", span=span(report, who)),),
        places=(ClaimPlace(role="origin", span=span(report, town), place=place(town)),),
        time=Time(span=span(report, when), earliest=day, latest=day, precision="day", basis="stated"),
        counts=(Count(what="escaped", low=number, high=number, span=span(report, str(number))),),
    )
    return report, [claim]


def unsure() -> tuple[Report, list[Claim]]:
    """What is feared, denied and tried, and where people went."""
    text = (
        "Fear in Solva\n\nElders fear that the Vale Front may storm the prison of Solva next week. "
        "The River Army denied that it had shelled Piret. "
        "Hundreds of families moved from Brezin to Dunmark in May 2022."
    )
    report = make_report(text, dt.date(2022, 5, 20), "Hill Radio")
    front = Participant(role="actor", span=span(report, "Vale Front"), entity=FRONT)
    army = Participant(role="actor", span=span(report, "River Army"), entity=ARMY)
    first, last = dt.date(2022, 5, 1), dt.date(2022, 5, 31)
    return report, [
        make_claim(
            report, "jailbreak", "storm", participants=(front,), modality="future", certainty="possible",
            places=(ClaimPlace(role="location", span=span(report, "Solva next"[:5]), place=place("Solva")),),
            cues=(span(report, "fear that"),),
        ),
        make_claim(
            report, "shelling", "shelled", participants=(army,), modality="negated",
            places=(ClaimPlace(role="location", span=span(report, "Piret"), place=place("Piret")),),
            cues=(span(report, "denied"),),
        ),
        make_claim(
            report, "displacement", "moved",
            participants=(Participant(role="actor", span=span(report, "families")),),
            places=(
                ClaimPlace(role="origin", span=span(report, "Brezin"), place=place("Brezin")),
                ClaimPlace(role="destination", span=span(report, "Dunmark"), place=place("Dunmark")),
            ),
            time=Time(span=span(report, "May 2022"), earliest=first, latest=last, precision="month", basis="stated"),
            counts=(Count(what="displaced", low=200, high=999, of="families", span=span(report, "Hundreds")),),
        ),
    ]  # fmt: skip


def hostile() -> tuple[Report, list[Claim]]:
    """A report whose every value is mark-up, scripts and signs that turn the direction."""
    report = make_report(HOSTILE, dt.date(2021, 4, 9), "<script>window.harmed=1</script>\u202e Wire", author="<b>x</b>")
    claim = make_claim(
        report,
        "attack",
        "raided",
        participants=(Participant(role="actor", span=span(report, ESCAPED_HERE)),),
        places=(ClaimPlace(role="location", span=span(report, "Varda on"[:5]), place=place("Varda")),),
        attribution=(Attribution(source=span(report, "<b onmouseover=window.harmed=1>mayor</b>"), kind="official"),),
    )
    return report, [claim]


def arabic() -> tuple[Report, list[Claim]]:
    """A report that is written from right to left, and not read yet."""
    text = "أخبار القرية\n\nقال المجلس إن الجسر أغلق يوم السبت."
    return make_report(text, None, "صوت القرية", language="ar"), []


def fill(database: Path, extra: Sequence[tuple[Report, list[Claim]]] = ()) -> None:
    """Put everything into a new database."""
    with Store.open(str(database)) as store:
        for report, claims in (*map(told, range(QUEUED)), *told_twice(), unsure(), arabic(), *extra):
            store.save(report, claims, None if report.language == "ar" else "made up 1")
        store.settle_events()
