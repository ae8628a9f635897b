"""An agent that learns to court, with Stable-Baselines3."""
