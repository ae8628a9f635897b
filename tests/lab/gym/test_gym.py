"""The game for agents: what they see, what they can do, what it earns, and that it is the very same game."""

from dataclasses import fields

import gymnasium
import numpy as np
import pytest
from gymnasium.utils.env_checker import check_env

from game.bots.bot import Bot
from game.bots.play import play
from game.bots.registry import bots
from game.engine.days import outcome_of
from game.engine.sight import see
from game.errors import CannotPlay, Refused
from game.lab.gym.acting import possibilities, repertoire_of, wishes_of
from game.session.entries import PlanMove, TakeBack
from tests.lab.gym.episodes import by_dice, lived, made
from tests.plays import SHIPPED, compiled, played


@pytest.mark.parametrize("scenario", SHIPPED)
def test_gymnasium_finds_nothing_to_complain_about(scenario, recwarn):
    """Gymnasium's own check of an environment passes without a warning for every shipped scenario."""
    check_env(made(scenario, render_mode="ansi"))

    assert [str(w.message) for w in recwarn] == []


@pytest.mark.parametrize("scenario", SHIPPED)
def test_the_names_are_those_of_what_is_seen(scenario):
    """Every number that is seen has a name of its own, and every choice of an action has one."""
    env = made(scenario)
    layout, repertoire = env.games.layout, env.games.repertoire

    assert env.observation_space["account"].shape == (len(set(layout.account)),)
    assert env.observation_space["followers"].shape == (compiled(scenario).followers, len(set(layout.followers)))
    assert env.action_space.nvec[0] == len(set(repertoire.move_names))
    assert env.action_space.nvec[-1] == len(set(repertoire.post_names))


@pytest.mark.parametrize("scenario", SHIPPED)
def test_pushy_by_actions_is_pushy(scenario):
    """The pushy bot's days written as actions give its game, bit for bit: people, chance, events, attention, score."""
    env = made(scenario, gives_in=True)
    pitch = env.games.repertoire.move_names.index("pitch")
    promote = env.games.repertoire.post_names.index("post_promotion")

    def pushy(env, info):
        return np.array([pitch] * compiled(scenario).followers + [promote if info["day"] % 3 == 1 else 0])

    for episode in (0, 5):
        _, rewards, info = lived(env, pushy, seed=11, options={"episode": episode})
        final = play(compiled(scenario), bots()["pushy"], 11, np.array([episode]))

        assert rewards[:-1] == [0.0] * (len(rewards) - 1)
        assert rewards[-1] == outcome_of(final).score[0] / 100.0
        for field in fields(final.state):
            np.testing.assert_array_equal(
                getattr(final.state, field.name), getattr(env.games.position.state, field.name)
            )
        assert info["bought"] == outcome_of(final).bought[0]


@pytest.mark.parametrize("scenario", SHIPPED)
def test_any_actions_give_the_game_of_the_lab(scenario):
    """Random actions, in the environment and as a bot of the lab: the same ledger and state at the end."""
    env = made(scenario)
    repertoire = repertoire_of(compiled(scenario))
    rng = np.random.default_rng(5)
    days = [rng.integers(0, repertoire.sizes) for _ in range(compiled(scenario).scenario.days)]

    def policy(sight):
        return wishes_of(days[sight.day - 1][None], possibilities(sight, repertoire), sight, repertoire)

    bot = Bot("dice", policy, "", asks=True, posts=True, broadcasts=True, stochastic=False)
    final = play(compiled(scenario), bot, 2, np.array([3]))
    lived(env, lambda _, info: days[info["day"] - 1], seed=2, options={"episode": 3})

    for part in ("state", "ledger"):
        for field in fields(getattr(final, part)):
            mine = getattr(getattr(env.games.position, part), field.name)
            np.testing.assert_array_equal(getattr(getattr(final, part), field.name), mine)


@pytest.mark.parametrize("scenario", SHIPPED)
def test_a_seed_gives_the_people_of_a_session(scenario):
    """`reset(seed=4)` and `courtship play --seed 4` begin with the same people."""
    env = made(scenario)
    env.reset(seed=4)
    session = played(scenario, "sleeper", seed=4)

    np.testing.assert_array_equal(env.games.position.people.motive, session.playthrough.position.people.motive)
    np.testing.assert_array_equal(env.games.position.people.fit, session.playthrough.position.people.fit)


def test_resets_without_a_seed_meet_other_people():
    """The next game of a seed is its next episode, and the same again after the same seed."""
    env = made("slow_roast")
    numbers = []
    for seed in (9, None, None, 9, None):
        _, info = env.reset(seed=seed)
        numbers.append((info["seed"], info["episode_number"]))

    assert numbers == [(9, 0), (9, 1), (9, 2), (9, 0), (9, 1)]


def test_the_mask_is_what_a_player_could_do():
    """What the mask allows, a session takes, and what it forbids it refuses, move by move and follower by follower."""
    session = played("slow_roast", "patient", seed=6, days=9)
    position = session.playthrough.position
    repertoire = repertoire_of(compiled("slow_roast"))
    open_to = possibilities(see(position), repertoire)
    told = {True: 0, False: 0}

    for column, who in enumerate(compiled("slow_roast").ids):
        for number, move in enumerate(repertoire.move_names[1:], 1):
            shared = open_to.content[0, column] if repertoire.with_content[repertoire.moves[number - 1]] else -1
            content = compiled("slow_roast").contents[shared] if shared >= 0 else ""
            try:
                session.do(PlanMove(move, who, content))
                session.do(TakeBack(max(session.playthrough.plan)))
                taken = True
            except Refused:
                taken = False
            assert taken == open_to.moves[0, column, number], (who, move)
            told[taken] += 1
    assert min(told.values()) > 20


def test_what_cannot_be_done_is_left_out_and_counted():
    """Wanting to answer everybody on the first morning does nothing; wanting to help all is cut to the day's hours."""
    env = made("slow_roast")
    _, info = env.reset(seed=1)
    names, followers = env.games.repertoire.move_names, compiled("slow_roast").followers
    answer, helping = np.zeros(followers + 1, dtype=int), np.zeros(followers + 1, dtype=int)
    answer[:-1], helping[:-1] = names.index("answer"), names.index("help")

    _, _, _, _, info = env.step(answer)
    assert info["dropped"] == followers
    _, _, _, _, info = env.step(helping)
    assert info["dropped"] == followers - 2  # 2.5 hours, an hour each
    assert env.games.position.ledger.contacts.sum() == 2


def test_whoever_waited_longest_comes_first():
    """With attention for two of them, those met yesterday give way to those met never, and the post to nobody."""
    env = made("slow_roast")
    env.reset(seed=1)
    names, followers = env.games.repertoire.move_names, compiled("slow_roast").followers
    everybody = np.full(followers + 1, names.index("help"))
    everybody[-1] = 0
    env.step(everybody)
    first = env.games.position.ledger.contacts[0] > 0
    everybody[-1] = env.games.repertoire.post_names.index("blast_dm")
    env.step(everybody)
    second = (env.games.position.ledger.contact_age[0] < 1.5) & ~first

    assert first.sum() == 2
    assert second.sum() == 2
    assert (env.games.position.ledger.post_repeats > 0).any()


def test_shaping_adds_up_to_nothing():
    """Without discount the shaping rewards of a game sum to 0, so the score alone says which way of playing is best."""
    plain = lived(made("slow_roast"), by_dice(5), seed=0)
    shaped = lived(made("slow_roast", shaping=1.0), by_dice(5), seed=0)

    assert sum(shaped[1]) == pytest.approx(sum(plain[1]))
    assert any(shaped[1][:-1])
    assert not any(plain[1][:-1])


def test_mistakes_are_told_in_sentences():
    """A scenario that is not there, actions of another shape or beyond the choices, a step too early or too late."""
    with pytest.raises(CannotPlay, match=r"no scenario “slow_rost”\. Did you mean “slow_roast”"):
        made("slow_rost")
    with pytest.raises(CannotPlay, match="shaping"):
        made(shaping=-1.0)
    env = made()
    size = len(env.action_space.nvec)
    with pytest.raises(gymnasium.error.ResetNeeded, match="reset"):
        env.step(np.zeros(size, dtype=int))
    with pytest.raises(CannotPlay, match="seed"):
        env.reset(seed=2**32)
    with pytest.raises(CannotPlay, match="episode"):
        env.reset(seed=1, options={"episode": -1})
    env.reset(seed=1)
    with pytest.raises(gymnasium.error.InvalidAction, match=f"shape \\(3,\\); here it is \\({size},\\)"):
        env.step(np.zeros(3, dtype=int))
    with pytest.raises(gymnasium.error.InvalidAction, match="whole numbers"):
        env.step(np.zeros(size))
    with pytest.raises(gymnasium.error.InvalidAction, match="the post is 99; it goes from 0"):
        env.step(np.array([0] * (size - 1) + [99]))
    lived(env, lambda *_: np.zeros(size, dtype=int), seed=1)
    with pytest.raises(gymnasium.error.ResetNeeded, match="reset"):
        env.step(np.zeros(size, dtype=int))


def test_a_broken_scenario_says_so(tmp_path):
    """A file with errors cannot be learnt on; the sentence names the command that shows them."""
    path = tmp_path / "broken.yaml"
    path.write_text("title: Half\n", encoding="utf-8")

    with pytest.raises(CannotPlay, match="courtship check"):
        made(str(path))


def test_a_morning_in_words():
    """`render_mode="ansi"` tells day, hours and what followers did; at the end, the score."""
    env = made("slow_roast", render_mode="ansi")
    env.reset(seed=1)
    assert env.render() == "Day 1 of 28, 2.5 hours"
    _, _, info = lived(env, by_dice(1), seed=1)
    assert env.render() == f"It is over after 28 days: score {info['score']:.1f}."
