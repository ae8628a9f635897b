"""All tellers by the folder and the name of their golden files."""

from collections.abc import Callable, Iterable
from functools import partial
from pathlib import Path

from tests.golden.told import coached, evenings, forwards, learnt, records, reviewed
from tests.golden.told.sheets import Told, sheet


def _written(teller: Callable[[], Iterable[Told]]) -> str:
    return sheet(teller())


TELLERS: dict[str, Callable[[], str]] = {
    f"{teller.__module__.rsplit('.', 1)[1]}/{teller.__name__.removesuffix('_told')}": partial(_written, teller)
    for teller in (
        coached.coach_lines, coached.coach_in_the_window, coached.what_ifs_told, coached.worths_told,
        coached.late_credits_told, coached.judgements_told, coached.claims_told, reviewed.dear_told,
        reviewed.fine_told, reviewed.chosen_told, reviewed.information_told, reviewed.passed_told,
        reviewed.guesses_told,
        learnt.timing_told, learnt.signs_of_timing_told, learnt.profiles_told, learnt.cases_told, learnt.endings_told,
        forwards.policies_told, forwards.copies_told, forwards.ways_on_told, forwards.texts_forward,
        forwards.habits_of_made_up_choices, evenings.evenings_told, evenings.mirror_told, evenings.people_told,
        evenings.refusals_told, evenings.hints_told, evenings.saves_told, records.damages_told, records.headers_told,
        records.midst_told, records.words_of_tables,
    )
}  # fmt: skip
"""Each gives its text; one file for each, so that a change of one does not touch the others."""


def told_path(name: str) -> Path:
    """Where the golden text of a teller stands."""
    return Path(__file__).parent / "texts" / f"{name}.txt"
