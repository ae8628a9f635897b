"""Reading a page of the room as a phone without JavaScript does: its links and its forms."""

from dataclasses import dataclass, field
from html.parser import HTMLParser


@dataclass
class Form:
    """A form of a page."""

    action: str
    fields: dict[str, str] = field(default_factory=dict)  # as they are sent if nothing is changed
    choices: dict[str, list[str]] = field(default_factory=dict)  # of radio buttons, and of buttons with a name

    @property
    def kind(self) -> str:
        """What is sent with it."""
        return self.fields.get("kind", "")


class ReadPage(HTMLParser):
    """A page taken apart."""

    def __init__(self, text: str) -> None:
        super().__init__()
        self.links: list[str] = []
        self.forms: list[Form] = []
        self._open: Form | None = None
        self.feed(text)

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        """Notes a link, a form or a field."""
        values = {name: value or "" for name, value in attrs}
        if tag == "a" and values.get("href", "").startswith("/"):
            self.links.append(values["href"])
        elif tag == "form":
            self._open = Form(values.get("action", ""))
            self.forms.append(self._open)
        elif self._open is not None and values.get("name"):
            self._field(tag, values, self._open)

    def _field(self, tag: str, values: dict[str, str], form: Form) -> None:
        name, value = values["name"], values.get("value", "")
        if tag == "button":
            form.choices.setdefault(name, []).append(value)
        elif tag in {"input", "textarea"} and values.get("type") in {"radio", "checkbox"}:
            form.choices.setdefault(name, []).append(value)
            if "checked" in values:
                form.fields[name] = value
        elif tag in {"input", "textarea"}:
            form.fields[name] = value

    def handle_endtag(self, tag: str) -> None:
        """Notes the end of a form."""
        if tag == "form":
            self._open = None

    def form(self, kind: str) -> Form | None:
        """The first form that sends a kind of step; None if the page has none."""
        return next((form for form in self.forms if form.kind == kind), None)
