"""A night as an evening at the café: who sat with you, what their body did, who looked over, which moments there were.

Rule: made of a view and a night's report alone, so it holds nothing that a player may not know; the same view gives the
same evening.
"""

from collections.abc import Mapping, Sequence
from dataclasses import replace

from game.engine.seen.message_to_all import TO_ALL
from game.scenario.texts.evening_words import evening_words
from game.scenario.texts.first_names import first_name
from game.session.seen.night.between_you import before_told, ease_of, farewell_told, friend_asked, made_to, was_here
from game.session.seen.night.bodies_before import nights_like, turns_of
from game.session.seen.night.body import OF_TELLS, STILL, at_the_bar, body_of
from game.session.seen.night.evening import Evening, Met, Moment, Whisper
from game.session.seen.night.lines_drawn import gesture_of, lines_and_poses, step_shown, told_at_the_bar, told_beside
from game.session.seen.night.moment_kinds import (
    AT_MOST,
    FIRSTS,
    LARGE,
    ORDER,
    RESTS_DAYS,
    SHARED,
    UNASKED,
    moments_of,
)
from game.session.seen.night.poses import AT_THE_BAR, FACES, PUT_OFF, WITNESSES, Pose
from game.session.seen.night.sale_trail import led_to_sale
from game.session.seen.night.whole_room_told import bystanders_told, room_told, went_to_all
from game.session.story.withdrawn_told import is_bow
from game.session.view import FollowerView, NightReport, View
from game.session.words.line_choice import fill
from game.session.words.numbers_told import listed
from game.session.words.personas import LOOKS, YOUR_LOOKS, pronoun_words

TABLES, CROWD = 3, 16  # tables of an evening told in full, and those of the whole room
UNSEEN = ("look_around", "give_space")  # moves nobody sits down for


def evening_seen(view: View, report: NightReport, *, sent_to_all: bool = False) -> Evening:
    """The evening of a night of the run, tonight's or an earlier one.

    Args:
        view: of any morning after it.
        report: of the night.
        sent_to_all: whether something went to everybody that stands on no page, such as by the answer to an event.
    """
    return _Teller(view, report, sent_to_all).told()


class _Teller:
    """Reads one night of a view."""

    def __init__(self, view: View, report: NightReport, sent_to_all: bool) -> None:
        self.day, self.words, self.nights = report.day, evening_words(), view.nights
        self.titles = {move.id: move.title for move in (*view.moves, *view.posts)}
        self.asks = {move.id for move in view.moves if move.group == "ask"}
        self.posts = [post for post in view.feed if post.day == report.day]
        self.sent_to_all = sent_to_all or went_to_all(report.items, self.posts)
        self.here = sorted((f for f in view.followers if was_here(f, report.day)), key=lambda f: f.id)
        self.items = {f.id: [i for i in report.items if i.follower == f.id] for f in self.here}
        self.used: dict[tuple[str, str], tuple[str, Pose]] = {}  # follower and one of the sentences -> the one told
        self.first = view.seed  # two runs begin the turns of their sentences elsewhere
        self.turn = turns_of(view.nights, report, view.followers[0].look if view.followers else 0)
        self.made = {f.id: made_to(f, report.day, self.items[f.id], self.titles) for f in self.here}
        newcomers = [f for f in view.followers if f.since_day == report.day + 1 and f.name in report.joined]
        is_first = not any(night.joined for night in view.nights if night.day < report.day)
        self.newcomers = sorted(newcomers, key=lambda f: f.id) if is_first else []
        self.chosen = self._chosen()

    def told(self) -> Evening:
        """The evening."""
        approached = [f for f in self.here if self.made[f.id] and self.made[f.id][0].kind not in UNSEEN]
        approached.sort(key=self._strength)
        came_by = [f for f in self.here if f not in approached and self.items[f.id]]
        came_by.sort(key=lambda f: (-max(item.weight for item in self.items[f.id]), f.id))
        met, came, moments = len(approached), len(came_by), self._moments()
        alone = {f.id for people in self.chosen.values() for f in people}
        approached, came_by = ([f for f in people if f.id not in alone] for people in (approached, came_by))
        met_apart, came_apart = met - len(approached), came - len(came_by)
        if any(moment.kind == "blast" for moment in moments):
            came_by = []  # they are all in the picture of the whole room
        tables = tuple(self.met(f) for f in approached[:TABLES])
        bar = tuple(self._at_the_bar(f) for f in (*approached[TABLES:], *came_by))
        quiet = "" if tables or bar or moments else self._line(self.words.quiet)
        whisper, rests = self._whisper(approached), self._line(self.words.alone)
        return Evening(
            day=self.day, tables=tables, bar=bar, whisper=whisper, moments=moments, quiet=quiet, alone=rests, met=met,
            came=came, met_apart=met_apart, came_apart=came_apart,
        )  # fmt: skip

    def _strength(self, who: FollowerView) -> tuple[int, int, str]:
        """The strongest come first: what is decisive, then whose body says most."""
        items = self.items[who.id]
        return -max((i.weight for i in items), default=-1), -abs(self._step(who) - STILL), who.id

    def _step(self, who: FollowerView) -> int:
        return body_of([item.signal for item in self.items.get(who.id, ())])

    def met(self, who: FollowerView, to: str = "", moment: str = "") -> Met:
        """Somebody at a table; with `to` only what they said to that move is told, in a `moment` what it shows."""
        does, (pose, face) = self._by_turns(self._can_be_told(who, moment), who)
        return self._met(who, pose, face, self._did(who), self._filled(does, who) + self._beside(who), to)

    def _can_be_told(self, who: FollowerView, moment: str) -> tuple[tuple[str, Pose], ...]:
        """Sentences for a body, each with a drawing that shows it, the one whose turn it is first."""
        made, items, words = self.made[who.id], self.items[who.id], self.words
        reads = bool(made and made[0].title) or any(post.title for post in self.posts if not made)
        step = step_shown(self._step(who), moment)
        gesture = gesture_of(who, items, step, self.day, moment)
        kinds = lines_and_poses(words, gesture, step, reads=reads, did=[item.signal for item in items])
        return next(t for lines, poses in kinds if (t := told_beside(lines, poses, self.turn(who.id), moment)))

    def _by_turns(self, told: Sequence[tuple[str, Pose]], who: FollowerView) -> tuple[str, Pose]:
        """One of some sentences: the same for somebody all evening; they come by turns, from night to night."""
        key = (who.id, min(told)[0])
        if key not in self.used:
            used = {line for line, _ in self.used.values()}
            self.used[key] = next(((line, pose) for line, pose in told if line not in used), told[0])
        return self.used[key]

    def _at_the_bar(self, who: FollowerView) -> Met:
        items = self.items[who.id]
        shown = at_the_bar([item.signal for item in items])
        step, face = self._step(who), FACES[self._step(who)]
        lines = told_at_the_bar(self.words.bodies[step], face) if shown in OF_TELLS else self.words.bar[shown]
        start = self.turn(who.id) % len(lines)
        does, _ = self._by_turns([(line, (AT_THE_BAR, face)) for line in (*lines[start:], *lines[:start])], who)
        did = self._did(who) if self.made[who.id] else ""
        told = self._filled(does[:1].lower() + does[1:], who) + self._beside(who)
        return self._met(who, AT_THE_BAR, face, did, told)

    def _met(self, who: FollowerView, pose: str, face: str, did: str, does: str, to: str = "") -> Met:
        tonight = {item.text for item in self.items.get(who.id, ()) if to in {"", item.to}}
        said = (i.text for i in who.thread if i.day == self.day and i.who == "them" and i.text in tonight)
        wrote = "\n".join(dict.fromkeys(said))
        return Met(
            follower=who.id, name=who.name, look=who.look, step=self._step(who), pose=pose, face=face, did=did,
            does=does, wrote=wrote, ease=ease_of(who, self.day, self.titles),
        )  # fmt: skip

    def _did(self, who: FollowerView) -> str:
        made, did = self.made[who.id], self.words.did
        if made:
            sentence = did.get(made[0].kind, did["other"])
            return self._filled(sentence, who, content=made[0].title, move=self.titles.get(made[0].kind, ""))
        return did.get(TO_ALL if self.sent_to_all else self.posts[0].move if self.posts else "nothing", did["other"])

    def _beside(self, who: FollowerView) -> str:
        """What is said behind the body: another cause that it may have, or who may have told of something."""
        of_body_first = sorted(self.items[who.id], key=lambda item: item.signal not in OF_TELLS)
        return next((f" {item.aside}" for item in of_body_first if item.aside), "") or self._of_another(who)

    def _of_another(self, who: FollowerView) -> str:
        asked = friend_asked(who, self.here, self.made, self.asks) if self._step(who) < STILL else None
        more = {"friend": first_name(asked.name)} if asked else {}
        return f" {self._filled(self.words.said_of['of_another'], who, **more)}" if more else ""

    def _filled(self, sentence: str, who: FollowerView, **more: str) -> str:
        return fill(sentence, {"name": who.name, "first": first_name(who.name), **pronoun_words(who.pronouns), **more})

    # --- the next table -----------------------------------------------------------------------------------------

    def _whisper(self, approached: Sequence[FollowerView]) -> Whisper | None:
        """What two who saw it make of the first thing that you did in public."""
        shown = [(f, self.made[f.id][0]) for f in approached if self.made[f.id][0].public]
        if not shown:
            return None
        receiver, item = shown[0]
        others = sorted(f.look for f in self.here if not self.made[f.id] and not self.items[f.id])
        start = (receiver.look + self.day) % max(1, len(others))
        looks = [*others[start:], *others[:start], *self._strangers()][:2]
        lines = self.words.whispers.get(item.kind, self.words.whispers["other"])
        wondering = item.kind == "retweet_share"
        poses = ("whispers", "overhears") if wondering else ("smiles_over", "listens")
        return Whisper((looks[0], looks[1]), poses, lines[self._overheard(item.kind) % len(lines)])

    def _overheard(self, kind: str) -> int:
        """How often the like of something that all could see was done on earlier days."""
        days = {i.day for f in self.here for i in f.thread if i.kind == kind and i.public and i.day < self.day}
        return len(days) + (self.here[0].look if self.here else 0)

    def _strangers(self) -> list[int]:
        """Looks of guests whom you do not know."""
        known, everybody = {f.look for f in self.here} | set(YOUR_LOOKS), LOOKS["they"]
        return [look for look in (*everybody[self.day * 5 :], *everybody) if look not in known]

    # --- moments ------------------------------------------------------------------------------------------------

    def _moments(self) -> tuple[Moment, ...]:
        """A blast and a bow to yourself first, then what is good, then what is sad."""
        found = [self._blast()] if self.sent_to_all or any(post.move == TO_ALL for post in self.posts) else []
        found += [self._repost(f) for f in self.here if self._bows_to(f)][:1]
        for kind, people in self.chosen.items():
            groups = [people] if kind in SHARED else [[who] for who in people]
            found += [self._moment(kind, group) for group in groups]
        return tuple(found)

    def _chosen(self) -> dict[str, list[FollowerView]]:
        """Whose night is which moment, by kind in order; of those that come unasked for the first few."""
        kinds: dict[str, list[FollowerView]] = {kind: [] for kind in ORDER}
        for who in self.here:
            came = [(item.signal, item.to) for item in self.items[who.id]]
            for kind in moments_of(who.thread, self.made[who.id], came, self.day):
                kinds[kind].append(who)
        left, rests = AT_MOST, self._came_lately()
        for kind in (kind for kind in ORDER if kind in UNASKED):
            kinds[kind].sort(key=self._strength)
            kinds[kind] = [] if kind in rests else kinds[kind][: min(1, left)]
            left -= len(kinds[kind])
        kinds["arrives"] = self.newcomers
        return {kind: people for kind, people in kinds.items() if people}

    def _came_lately(self) -> set[str]:
        """Kinds of which there was the like on a night just before, from whomever: the same picture again says less."""
        lately = [night for night in self.nights if self.day - RESTS_DAYS <= night.day < self.day]
        signals = {item.signal for night in lately for item in night.items}
        return {kind for signal, kind in FIRSTS.items() if signal in signals}

    def _moment(self, kind: str, people: Sequence[FollowerView]) -> Moment:
        words, who = self.words, people[0]
        name, mirror = words.moment_names[kind], self._filled(self._on_a_date(kind, who), who)
        title = self._filled(words.moments[kind], who)
        if kind == "arrives":
            text = (met := self._met(who, "still", "", "", self._filled(words.said_of["arrives"], who))).does
        else:
            met = self.met(who, moment=kind)
            after = before_told(words, who, self.day) if kind in SHARED else f"{met.first} {_lower(met.does)}"
            after += farewell_told(who, self.items[who.id]) if kind == "farewell" else ""
            text = f"{met.did} {after}" if self.made[who.id] or kind in SHARED else after
        trail = self._led_to(who) if kind == "sale" else ()
        if len(people) > 1:
            title = fill(words.several[kind], {"names": listed([first_name(f.name) for f in people])})
            done = dict.fromkeys(self._did(replace(f, pronouns="they")) for f in people)
            text = " ".join(done) if kind != "arrives" else ""
        elif kind == "sale":
            text = met.did
        return Moment(kind, name, title, text, met, trail, mirror=mirror)

    def _led_to(self, who: FollowerView) -> tuple[tuple[int, str], ...]:
        return led_to_sale(who, self.day, self.titles, self.asks, lambda said, **more: self._filled(said, who, **more))

    def _blast(self) -> Moment:
        words, to = self.words, "" if self.sent_to_all else TO_ALL
        order = sorted(self.here, key=lambda f: (-max((i.weight for i in self.items[f.id]), default=-1), f.id))
        crowd = tuple(self._in_the_room(f, PUT_OFF, to) for f in order[:CROWD])
        spoke = sum(bool(self._in_the_room(f, PUT_OFF, to).wrote) for f in self.here)
        text = room_told(words.said_of, [i for items in self.items.values() for i in items], spoke, len(self.here))
        cry = next((post.text for post in self.posts if post.move == TO_ALL), "") or words.said_of["shout"]
        return Moment(
            kind="blast", name=words.moment_names["blast"], title=words.moments["blast"], text=text, who=None,
            trail=(), crowd=crowd, cry=cry, mirror=self._on_a_date("blast"),
        )  # fmt: skip

    def _bows_to(self, who: FollowerView) -> bool:
        """Whether you showed round that they had shared you, and they had done so without a word."""
        return any(item.day == self.day and is_bow(who.thread, item) for item in who.thread)

    def _repost(self, who: FollowerView) -> Moment:
        words = self.words
        others = [f for f in self.here if f.id != who.id]
        crowd = (self.met(who), *(self._in_the_room(f, WITNESSES) for f in others[: CROWD - 1]))
        seen = bystanders_told(words.said_of, [i for f in others if not self.made[f.id] for i in self.items[f.id]])
        text, cry = f"{self._filled(words.said_of['repost'], who)} {seen}".strip(), words.said_of["applause"]
        return Moment(
            kind="repost", name=words.moment_names["repost"], title=words.moments["repost"], text=text, who=None,
            trail=(), crowd=crowd, cry=cry, mirror=self._on_a_date("repost"),
        )  # fmt: skip

    def _in_the_room(self, who: FollowerView, otherwise: tuple[tuple[str, str], ...], to: str = "") -> Met:
        """Somebody in the picture of the whole room; those who did nothing look as `otherwise` says.

        What somebody did to a question of your own is not about the room, and has its own moment. With `to` only
        what they said to that is said in the room.
        """
        asked = self.made[who.id] and (self.sent_to_all or any(item.signal in LARGE for item in self.items[who.id]))
        if self.items[who.id] and not asked and (not to or any(item.to == to for item in self.items[who.id])):
            return self.met(who, to)
        pose, face = otherwise[(who.look + self.day) % len(otherwise)]
        return replace(self._met(who, pose, face, "", ""), wrote="")

    def _on_a_date(self, kind: str, who: FollowerView | None = None) -> str:
        """What a moment would be on a date: by turns, the next one each time that there is the like of it."""
        lines = self.words.mirrors[kind]
        tonight = {item.signal for item in self.items.get(who.id, ())} if who is not None else set()
        return lines[(self.first + nights_like(self.nights, self.day, tonight - OF_TELLS.keys())) % len(lines)]

    def _line(self, lines: Mapping[str, Sequence[str]]) -> str:
        """One of the sentences for what you did all day."""
        kinds = {made[0].kind for made in self.made.values() if made}
        reason = "post" if self.posts else "nothing" if not kinds else "other"
        if kinds and not self.posts:
            reason = "space" if kinds == {"give_space"} else "reading" if kinds <= set(UNSEEN) else "other"
        return lines[reason][self.day % len(lines[reason])]


def _lower(sentence: str) -> str:
    """A sentence as it goes on behind a name."""
    return sentence[0].lower() + sentence[1:]
