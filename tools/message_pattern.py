"""Reads ICU MessageFormat patterns: text, {name}, {n, number}, {n, plural, …}, {n, selectordinal, …}, {word, select, …}.

Apostrophes as ICU has them by default: '{…' quotes until the next ', '' is one apostrophe, any other is itself.
"""
import re
from typing import NamedTuple

NAME = re.compile(r"\s*([a-zA-Z][a-zA-Z0-9_]*)\s*")
SELECTOR = re.compile(r"\s*(=\d+|[a-zA-Z_][a-zA-Z0-9_]*)\s*")
BRANCHING = ("plural", "selectordinal", "select")


class PatternFault(Exception):
    """What is wrong with a pattern, in words."""


class Argument(NamedTuple):
    name: str
    kind: str  # "", "number", "plural", "selectordinal", "select"
    branches: dict  # selector -> parts; empty but for the branching kinds


class Reader:
    def __init__(self, pattern):
        self.pattern, self.at = pattern, 0

    def peek(self):
        return self.pattern[self.at:self.at + 1]

    def take(self, expression, what):
        found = expression.match(self.pattern, self.at)
        if not found:
            raise PatternFault(f"{what} is expected after {self.pattern[max(0, self.at - 20):self.at]!r}")
        self.at = found.end()
        return found.group(1)

    def demand(self, letter):
        if self.peek() != letter:
            raise PatternFault(f"{letter!r} is expected after {self.pattern[max(0, self.at - 20):self.at]!r}")
        self.at += 1

    def message(self, is_inner=False, in_plural=False):
        """Text and arguments, until the end or the '}' that closes an inner message."""
        parts, text = [], ""
        while self.at < len(self.pattern):
            letter = self.peek()
            if letter == "'":
                text += self.quoted(in_plural)
            elif letter == "{":
                parts += [text] if text else []
                text = ""
                parts.append(self.argument())
            elif letter == "}":
                if not is_inner:
                    raise PatternFault("a '}' closes nothing")
                break
            else:
                text += letter
                self.at += 1
        return parts + ([text] if text else [])

    def quoted(self, in_plural):
        self.at += 1
        if self.peek() == "'":
            self.at += 1
            return "'"
        if self.peek() not in ("{", "}") and not (in_plural and self.peek() == "#"):
            return "'"
        text = ""
        while self.at < len(self.pattern):
            if self.peek() != "'":
                text += self.peek()
                self.at += 1
            elif self.pattern[self.at + 1:self.at + 2] == "'":
                text += "'"
                self.at += 2
            else:
                self.at += 1
                return text
        raise PatternFault("a quoted part has no end")

    def argument(self):
        self.demand("{")
        name = self.take(NAME, "the name of an argument")
        if self.peek() == "}":
            self.at += 1
            return Argument(name, "", {})
        self.demand(",")
        kind = self.take(NAME, "the kind of an argument")
        if kind == "number":
            self.demand("}")
            return Argument(name, kind, {})
        if kind not in BRANCHING:
            raise PatternFault(f"{{{name}, {kind}}}: only number, plural, selectordinal and select are used here")
        self.demand(",")
        return Argument(name, kind, self.branches(kind))

    def branches(self, kind):
        found = {}
        while not re.compile(r"\s*\}").match(self.pattern, self.at):
            selector = self.take(SELECTOR, "a branch")
            if selector in found:
                raise PatternFault(f"the branch {selector} stands twice")
            self.demand("{")
            found[selector] = self.message(is_inner=True, in_plural=kind != "select")
            self.demand("}")
        self.take(re.compile(r"\s*(\})"), "'}'")
        if "other" not in found:
            raise PatternFault(f"{kind} has no branch other")
        return found


def parse(pattern):
    """The parts of a pattern: str and Argument. Raises PatternFault."""
    return Reader(pattern).message()


def walk(parts):
    """Every part, those inside branches too, in order."""
    for part in parts:
        yield part
        if isinstance(part, Argument):
            for inner in part.branches.values():
                yield from walk(inner)


def argument_kinds(parts):
    """Name -> kinds that it is used as, in order of first appearance."""
    kinds = {}
    for part in walk(parts):
        if isinstance(part, Argument):
            kinds.setdefault(part.name, set()).add(part.kind)
    return kinds
