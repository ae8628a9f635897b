"""What can be read off a panel; reading never changes anything."""

import numpy as np

from game.model import readings
from game.model.arrays import Array
from game.model.chance import EXPERIMENT_STREAM
from game.model.parameters import Params
from game.model.philox import uniforms
from game.model.state import Ledger, People, State
from game.model.step import Rules


class Readings:
    """The readings of a panel, all with one entry for each follower."""

    _state: State
    _ledger: Ledger
    _people: People
    _rules: Rules
    _seed: int
    _episodes: Array
    _circle: int

    @property
    def params(self) -> Params:
        """The constants in force."""
        return self._rules.params

    @property
    def trust(self) -> Array:
        """(followers,) 0..1."""
        return readings.trust(self._state, self._people, self.params).ravel()

    @property
    def liking(self) -> Array:
        """(followers,), about −1..2."""
        return readings.liking(self._state, self.params).ravel()

    @property
    def familiarity(self) -> Array:
        """(followers,) 0..."""
        return readings.familiarity(self._state, self.params).ravel()

    @property
    def reactance(self) -> Array:
        """(followers,) 0..3."""
        return self._state.reactance.ravel()

    @property
    def wear(self) -> Array:
        """(followers,) 0..20, weariness."""
        return self._state.wear.ravel()

    @property
    def debt(self) -> Array:
        """(followers,) 0..5, favours not yet returned."""
        return self._state.debt.ravel()

    @property
    def facets(self) -> Array:
        """(followers, 3) −1..1: ability, benevolence, integrity."""
        return self._state.facets.reshape(3, -1).T.copy()

    @property
    def propensity(self) -> Array:
        """(followers,) trustfulness in standard deviations of the kernel's draw."""
        return self._people.propensity.ravel()

    @property
    def tell(self) -> Array:
        """(followers,) 1..7, the last tell as a step, 0 where there was none."""
        return self._ledger.tell.ravel()

    @property
    def glow(self) -> Array:
        """(followers,) −3..3, running mean of the tells about the middle one."""
        return self._ledger.glow.ravel()

    @property
    def following(self) -> Array:
        """(followers,) boolean, who still follows."""
        return self._ledger.present.ravel() > 0.5

    @property
    def stage(self) -> Array:
        """(followers,) 0 stranger .. 3 friend."""
        return readings.stage(self._state, self._ledger, self._people, self.params).ravel()

    @property
    def hazard(self) -> Array:
        """(followers,) 0..0.9, daily risk of leaving."""
        return readings.hazard(self._state, self._ledger, self._people, self.params).ravel()

    def comply(self, size: float) -> Array:
        """(followers,) probability 0..1 of a yes to an ask of this size; nobody is asked."""
        return readings.comply(size, self._state, self._ledger, self._people, self.params).ravel()

    def trait(self, name: str) -> Array:
        """(followers,) a trait by its name in `game.model.People`."""
        return np.asarray(getattr(self._people, name)).ravel()

    def dice(self, number: int = 0) -> Array:
        """(followers,) draws 0..1 of the experimenter, for random assignment; they touch nothing."""
        first, _ = uniforms(self._seed, self._episodes, 0, self._circle, EXPERIMENT_STREAM * 2 + number)
        return first.ravel()
