"""Everything that a batch of games needs, by machine code. To import this loads numba, which takes half a second."""

from game.kernel.by_machine.compile_policy import MachinePolicy
from game.kernel.by_machine.machine_attention import granted_by_machine
from game.kernel.by_machine.machine_contents import (
    best_by_machine,
    made_by_machine,
    popular_by_machine,
    read_by_machine,
    worth_by_machine,
)
from game.kernel.by_machine.machine_day import MachineDay
from game.kernel.by_machine.machine_draws import machine_pairs
from game.kernel.interface import Kernel

MACHINE = Kernel(
    name="machine", lanes=MachineDay.lanes, pairs=machine_pairs, day=MachineDay, nights=MachineDay,
    policy=MachinePolicy, granted=granted_by_machine, best=best_by_machine, popular=popular_by_machine,
    worth=worth_by_machine, read=read_by_machine, made=made_by_machine,
)  # fmt: skip
