"""What a member of staff must put right in a Word template."""

from __future__ import annotations


class TemplateFault(Exception):
    """A template cannot be used; the text is one plain Chinese sentence with the next step.

    `template` is the file's name, `place` the part of the page (正文, 页眉 …), `tag` the tag as it stands there,
    `around` the sentence it stands in. `copy` is where a copy lies in which the spot is marked, if there is one.
    """

    def __init__(self, problem: str, *, template: str = "", place: str = "", tag: str = "", around: str = "") -> None:
        """`problem` says what is wrong and what to do, without a full stop."""
        self.problem, self.template, self.place, self.tag, self.around = problem, template, place, tag, around
        self.copy = ""
        super().__init__(str(self))

    def __str__(self) -> str:
        """The sentence: which template, which tag, where on the page, what to do."""
        where = f"{self.place}里的标签 {self.tag} " if self.tag else self.place and f"{self.place}里"
        context = f"（在“{self.around}”这里）" if self.around else ""
        copy = f"出错的地方已在副本“{self.copy}”里用批注标出，请照着改原来的模板。" if self.copy else ""
        return f"模板《{self.template}》{where}{self.problem}{context}。{copy}"

    def named(self, template: str) -> TemplateFault:
        """The same fault, with the template's name."""
        self.template = template
        return self

    def marked_in(self, copy: str) -> TemplateFault:
        """The same fault, with the place of the marked copy."""
        self.copy = copy
        return self
