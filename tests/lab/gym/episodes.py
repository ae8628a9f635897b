"""Environments and whole episodes for the tests of this folder."""

import gymnasium
import numpy as np

import game.lab.gym


def made(scenario="first_hello", **more):
    return gymnasium.make(game.lab.gym.ID, scenario=scenario, **more).unwrapped


def lived(env, choose, **reset):
    """Plays an episode; returns all that was seen and earned, and the last info."""
    seen, info = env.reset(**reset)
    sights, rewards, over = [seen], [], False
    while not over:
        seen, reward, over, _, info = env.step(choose(env, info))
        sights.append(seen)
        rewards.append(reward)
    return sights, rewards, info


def by_dice(seed):
    """Any actions, possible or not."""
    rng = np.random.default_rng(seed)
    return lambda env, _: rng.integers(0, env.action_space.nvec)
