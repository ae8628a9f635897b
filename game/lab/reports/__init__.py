"""What many games tell: playtests, duels, sweeps, what is said, figures and their pictures."""
