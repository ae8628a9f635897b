"""A network that looks at every follower with the same eyes, and at all of them together.

What is learnt about one follower is known of all: the weights do not grow with their number.
"""

from typing import Any

import torch
from gymnasium import spaces
from sb3_contrib.common.maskable.policies import MaskableActorCriticPolicy
from stable_baselines3.common.torch_layers import BaseFeaturesExtractor
from torch import nn

WIDTH = 64


class Eyes(BaseFeaturesExtractor):
    """Each follower's row, with the account beside it, to `WIDTH` numbers; then the mean over those who follow."""

    def __init__(self, observation_space: spaces.Dict) -> None:
        followers, seen = observation_space["followers"].shape or (0, 0)
        (account,) = observation_space["account"].shape or (0,)
        super().__init__(observation_space, (followers + 1) * WIDTH)
        self.each = nn.Sequential(nn.Linear(seen + account, WIDTH), nn.Tanh(), nn.Linear(WIDTH, WIDTH), nn.Tanh())
        self.followers = followers

    def forward(self, observations: dict[str, torch.Tensor]) -> torch.Tensor:
        """Numbers of each follower, then those of all (B, (F + 1) · WIDTH)."""
        rows = observations["followers"]
        account = observations["account"][:, None].expand(-1, self.followers, -1)
        each = self.each(torch.cat([rows, account], dim=2))
        here = rows[:, :, :1]  # the first column says who follows
        together = (each * here).sum(dim=1) / here.sum(dim=1).clamp(min=1.0)
        return torch.cat([each.flatten(1), together], dim=1)


class Hands(nn.Module):
    """From what the eyes tell to the wish for each choice: one rule for all followers, and one for the post."""

    def __init__(self, followers: int, moves: int, posts: int) -> None:
        super().__init__()
        self.followers = followers
        self.one = nn.Linear(2 * WIDTH, moves)
        self.post = nn.Linear(WIDTH, posts)
        for layer in (self.one, self.post):
            nn.init.orthogonal_(layer.weight, gain=0.01)
            nn.init.zeros_(layer.bias)

    def forward(self, latent: torch.Tensor) -> torch.Tensor:
        """Wishes in the order of an action (B, F · moves + posts)."""
        each = latent[:, : self.followers * WIDTH].unflatten(1, (self.followers, WIDTH))
        together = latent[:, self.followers * WIDTH :]
        both = torch.cat([each, together[:, None].expand(-1, self.followers, -1)], dim=2)
        return torch.cat([self.one(both).flatten(1), self.post(together)], dim=1)


class Value(nn.Module):
    """From what the eyes tell of all to the score that is expected."""

    def __init__(self) -> None:
        super().__init__()
        self.layers = nn.Sequential(nn.Linear(WIDTH, WIDTH), nn.Tanh(), nn.Linear(WIDTH, 1))

    def forward(self, latent: torch.Tensor) -> torch.Tensor:
        """One number a game (B, 1)."""
        return self.layers(latent[:, -WIDTH:])


class SharedEyes(MaskableActorCriticPolicy):
    """The policy of Stable-Baselines3 with this network in it."""

    def __init__(self, *args: Any, **kwargs: Any) -> None:
        super().__init__(*args, **{**kwargs, "features_extractor_class": Eyes, "net_arch": [], "ortho_init": False})

    def _build(self, lr_schedule: Any) -> None:
        super()._build(lr_schedule)
        assert isinstance(self.action_space, spaces.MultiDiscrete)
        sizes = self.action_space.nvec
        self.action_net = Hands(len(sizes) - 1, int(sizes[0]), int(sizes[-1]))
        self.value_net = Value()
        self.optimizer = self.optimizer_class(self.parameters(), lr=lr_schedule(1), **self.optimizer_kwargs)
