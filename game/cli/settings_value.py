"""A command whose options are the fields of one settings value."""

import inspect
from collections.abc import Callable
from dataclasses import MISSING, fields
from functools import wraps
from typing import Any, TypeVar, get_type_hints

Asked = TypeVar("Asked")


def command_of(settings: type[Asked]) -> Callable[[Callable[[Asked], None]], Callable[..., None]]:
    """Makes a command of a function that takes one value.

    Args:
        settings: a dataclass; each field has a default, and says as `Annotated` what its option or argument is.
    """
    hints = get_type_hints(settings, include_extras=True)
    parameters = [
        inspect.Parameter(
            field.name, inspect.Parameter.KEYWORD_ONLY, default=field.default, annotation=hints[field.name]
        )
        for field in fields(settings)  # type: ignore[arg-type]
    ]
    assert all(parameter.default is not MISSING for parameter in parameters)

    def made(run: Callable[[Asked], None]) -> Callable[..., None]:
        @wraps(run)
        def command(**given: Any) -> None:
            run(settings(**given))

        command.__signature__ = inspect.Signature(parameters)  # type: ignore[attr-defined]
        command.__annotations__ = {parameter.name: parameter.annotation for parameter in parameters}
        return command

    return made
