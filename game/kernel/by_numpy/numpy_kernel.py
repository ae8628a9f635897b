"""Everything that a batch of games needs, by numpy."""

from game.kernel.by_numpy.numpy_attention import granted_by_numpy
from game.kernel.by_numpy.numpy_contents import (
    best_by_numpy,
    made_by_numpy,
    popular_by_numpy,
    read_by_numpy,
    worth_by_numpy,
)
from game.kernel.by_numpy.numpy_day import NumpyDay, NumpyNights
from game.kernel.by_numpy.numpy_policy import NumpyPolicy
from game.kernel.interface import Kernel
from game.model.philox import pairs

NUMPY = Kernel(
    name="numpy", lanes=NumpyDay.lanes, pairs=pairs, day=NumpyDay, nights=NumpyNights, policy=NumpyPolicy,
    granted=granted_by_numpy, best=best_by_numpy, popular=popular_by_numpy, worth=worth_by_numpy, read=read_by_numpy,
    made=made_by_numpy,
)  # fmt: skip
