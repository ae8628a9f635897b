"""Where an author's line has two readings, both are told and neither is written: two near words, two lines in one."""

import pytest

from game.authoring.fix import mend
from game.scenario.lint.linting import examine
from game.scenario.problems.phrases import alike, likely, meant, slips_between

HEAD = """scenario_format: 1
title: Wheels
business:
  name: Spoke
  trade: bicycle workshop
followers:
  petra:
    name: Petra Lind
    loves: {tubes: 80, tubas: 60}
  petrb:
    name: Petrb Lund
"""
CONTENT = """content:
  guide_a: {title: One, about: [tubes]}
  guide_b: {title: Two, about: [tubas]}
"""
NEAR_TWICE = {
    "a follower among those one knows": (HEAD + "  jonas:\n    name: Jonas\n    knows: [petre]\n", "petra", "petrb"),
    "a name that two are almost called": (
        HEAD + "  jonas:\n    name: Jonas\n    knows: [Petr Lnd]\n", "petra", "petrb"),
    "a content of an event": (
        HEAD + CONTENT + "timeline:\n  rain:\n    day: 2\n    title: Rain\n    change: {unlock: [guide_c]}\n",
        "guide_a", "guide_b"),
    "a person whom an event changes": (
        HEAD + "timeline:\n  rain:\n    day: 2\n    title: Rain\n    change: {who: [petre], trust: 5}\n", "petra",
        "petrb"),
    "lines of two moves": (
        HEAD + "moves:\n  wave_x: {title: Wave}\n  wave_y: {title: Wave}\nlines:\n  wave_z: [Hello]\n", "wave_x",
        "wave_y"),
    "a word to be filled in": (
        HEAD + "words:\n  good_a: [one]\n  good_b: [two]\nlines:\n  like: ['{good_c}']\n", "good_a", "good_b"),
}  # fmt: skip


@pytest.mark.parametrize(("text", "one", "other"), NEAR_TWICE.values(), ids=NEAR_TWICE.keys())
def test_two_words_that_are_as_near_are_both_named_and_none_is_written(text, one, other, tmp_path):
    """Which of them is meant only the author can say."""
    path = tmp_path / "wheels.yaml"
    path.write_text(text, encoding="utf-8")
    hints = [p.hint for p in examine(path).problems if f"{one}" in p.hint and f"{other}" in p.hint]

    assert len(hints) == 1
    assert mend(path) == ()
    assert path.read_text(encoding="utf-8") == text


def test_one_word_of_the_game_that_is_nearer_than_all_others_is_written(tmp_path):
    """A motive of the game that is misspelt has one reading."""
    path = tmp_path / "wheels.yaml"
    path.write_text(
        HEAD.replace("petrb", "olaf") + "  jonas:\n    name: Jonas\n    motive: neigbour\n", encoding="utf-8"
    )

    assert [fixed.after for fixed in mend(path)] == ["    motive: neighbour"]


@pytest.mark.parametrize(
    ("word", "known", "found"),
    [
        ("ana", ["anna", "anka", "anya", "jonas"], ("anka", "anna", "anya")),
        ("petre", ["petra", "pete"], ("pete", "petra")),
        ("description", ["summary", "about", "days"], ("about", "summary")),
        ("slwo", ["slow", "slot", "quick"], ("slow",)),
        ("Slow", ["slow", "slew"], ("slow",)),
        ("zzz", ["slow", "quick"], ()),
    ],
)
def test_all_words_about_as_near_are_likely_and_only_a_single_one_is_meant(word, known, found):
    """A slip of a letter is as good as another, wherever in the word it stands."""
    assert likely(word, known) == found
    assert meant(word, known) == (found[0] if len(found) == 1 else "")


@pytest.mark.parametrize("letters", ["abcde", "quick", "follower"])
def test_a_word_one_slip_away_from_two_is_never_taken_for_one_of_them(letters):
    """Every letter changed at the same place: two known words, and a third that is written."""
    for place in range(len(letters)):
        one, other, written = (letters[:place] + letter + letters[place + 1 :] for letter in "xyz")
        assert slips_between(one, written) == slips_between(other, written) == 1
        assert set(alike(written, [one, other, "nothing"])) == {one, other}
        assert meant(written, [one, other]) == ""


ENDS = ("\u2028", "\u2029", "\x85", "\x0b", "\x0c")
BODY = """scenario_format: 1
title: Wheels
business:
  name: Spoke
  trade: bicycle workshop
followers:
  jonas:
    name: Jonas Rehn
"""


@pytest.mark.parametrize("end", ENDS, ids=[f"U+{ord(end):04X}" for end in ENDS])
@pytest.mark.parametrize(
    "line",
    ["    wants: dry{}pace: quick", "    wants: dry{}    pace: quick", "    wants: dry{0}{0}pace: quick",
     "    wants:{}      - dry", "    pace: quick{}wants: dry # and warm", '    wants: "dry"{}pace: quick',
     "    # a remark{}    pace: quick", "    bio: It's wet{}pace: quick", "    wants: dry{}pace:",
     "    loves: {{tubes: 80}}{}pace: quick", '    wants: dry{}"pace": quick'],
)  # fmt: skip
def test_a_hidden_line_end_before_a_key_is_left_to_the_author(line, end, tmp_path):
    """Both readings are told, a line of its own or a text that goes on; the file stays as it was."""
    path = tmp_path / "wheels.yaml"
    text = BODY + line.format(end) + "\n"
    path.write_bytes(text.encode())
    told = [p for p in examine(path).problems if p.is_error]

    (both,) = [p for p in told if f"U+{ord(end):04X}" in p.message]
    assert {p.line for p in told} == {9}
    assert "press Enter" in both.hint
    assert "type a space" in both.hint
    assert mend(path) == ()
    assert path.read_bytes() == text.encode()


@pytest.mark.parametrize("end", ENDS[:3], ids=[f"U+{ord(end):04X}" for end in ENDS[:3]])
@pytest.mark.parametrize(
    "line", ["    wants: dry{}feet", '    wants: "dry{}pace: quick"', "    wants: 'dry{}pace: quick'"]
)
def test_inside_a_text_there_is_one_reading_and_it_is_written(line, end, tmp_path):
    """Nothing of what follows can begin a line: a space takes the place of the character."""
    path = tmp_path / "wheels.yaml"
    path.write_bytes((BODY + line.format(end) + "\n").encode())

    assert [fixed.after for fixed in mend(path)] == [line.format(" ")]


SHORT = (
    "scenario_format: 1\ntitle: Dogs\nbusiness: {name: Wait, trade: dog school}\nfollowers:\n"
    "  tom: {name: Tom Wessel, pronouns: WORD, knows: [KNOWN]}\n  ruth: {name: Ruth Amsel}\n"
)
PRONOUNS = {
    "her": "she", "Hers": "she", "female": "she", "woman": "she", "f": "she", "him": "he",
    "his": "he", "male": "he", "man": "he", "M": "he", "them": "they", "their": "they",
}  # fmt: skip


@pytest.mark.parametrize(("word", "answer"), PRONOUNS.items())
def test_a_word_for_a_woman_or_a_man_is_written_as_its_own_pronoun(word, answer, tmp_path):
    """`pronouns: her` is mended to she, never to he, which is only one letter away."""
    path = tmp_path / "dogs.yaml"
    path.write_text(SHORT.replace("WORD", word).replace("KNOWN", "ruth"), encoding="utf-8")
    mend(path)

    assert f"pronouns: {answer}," in path.read_text(encoding="utf-8")


@pytest.mark.parametrize("word", ["hex", "hee", "sh", "she/they"])
def test_no_pronoun_is_written_because_it_is_near(word, tmp_path):
    """What is near to a pronoun of two or three letters stays as the author wrote it."""
    path = tmp_path / "dogs.yaml"
    path.write_text(SHORT.replace("WORD", word).replace("KNOWN", "ruth"), encoding="utf-8")

    assert mend(path) == ()


OWN = """scenario_format: 1
title: A shop
summary: A shop.
days: 10
business: {name: The Shop, trade: shop, offer: A cape}
followers:
  hanna: {name: Hanna Rehn, loves: {rain: 80}, motive: neighbour, knows: [PERSON]}
  petra: {name: Petra Vogel, loves: {rain: 60}, lives: {busy: {motive: courtesy}, early: {motive: neighbour}}}
content:
  old_hub: {title: The hub, format: photo, about: [rain], hours: 0.3, when: {happened: [EVENT]}}
timeline:
  flood: {title: A flood, text: Rain., day: 2, choices: [{label: Go, id: gone}, {label: Stay, id: stayed}]}
  after:
    title: After
    text: Sun.
    when: {chosen: ANSWER, lives: {petra: LIFE}}
    choices:
      - {label: Tell them, do: {move: share_resource, who: [hanna], content: CONTENT}}
      - {label: Wait}
"""
RIGHT = {"PERSON": "petra", "EVENT": "flood", "CONTENT": "old_hub", "ANSWER": "stayed", "LIFE": "early"}


@pytest.mark.parametrize(
    ("what", "word"),
    [("PERSON", "petera"), ("EVENT", "floods"), ("CONTENT", "old_tub"), ("ANSWER", "strayed"), ("LIFE", "yearly")],
)
def test_what_an_author_has_named_is_asked_for_and_never_written(what, word, tmp_path):
    """A person, content, answer, lesson or life that is only like another may be one that is yet to be written."""
    path = tmp_path / "shop.yaml"
    text = OWN
    for placeholder, right in RIGHT.items():
        text = text.replace(placeholder, word if placeholder == what else right)
    path.write_text(text, encoding="utf-8")
    (told,) = [p for p in examine(path).problems if p.code == "unknown-id"]

    assert f"'{RIGHT[what]}'" in told.hint
    assert mend(path) == ()
    assert path.read_text(encoding="utf-8") == text


def test_a_person_of_three_letters_is_asked_for_and_not_written(tmp_path):
    """Tim may be somebody else than Tom: the file stays, and the message asks."""
    path = tmp_path / "dogs.yaml"
    text = SHORT.replace("WORD", "he").replace("KNOWN", "ruth").replace("Amsel}", "Amsel, knows: [tim]}")
    path.write_text(text, encoding="utf-8")

    assert mend(path) == ()
    assert [p.hint for p in examine(path).problems if p.code == "unknown-id"] == ["Did you mean 'tom'?"]
