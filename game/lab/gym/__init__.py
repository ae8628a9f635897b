"""The game for agents that learn: `import game.lab.gym` registers `courtship/Courtship-v0` with Gymnasium.

    import gymnasium
    import game.lab.gym

    env = gymnasium.make("courtship/Courtship-v0", scenario="slow_roast")
    many = gymnasium.make_vec("courtship/Courtship-v0", num_envs=256, scenario="slow_roast")

What is seen, what can be done and what it earns stands in `docs/agents.md`.
"""

ID = "courtship/Courtship-v0"


def register() -> None:
    """Makes the environment known to Gymnasium; doing it twice changes nothing.

    Raises:
        ImportError: Gymnasium is not installed, with how to get it.
    """
    try:
        import gymnasium
    except ImportError:
        raise ImportError("Agents need Gymnasium, which is not installed: pip install 'courtship[gym]'.") from None
    if ID not in gymnasium.registry:
        gymnasium.register(
            id=ID,
            entry_point="game.lab.gym.single:CourtshipEnv",
            vector_entry_point="game.lab.gym.vector:CourtshipVectorEnv",
        )


register()
