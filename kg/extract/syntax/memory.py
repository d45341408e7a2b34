"""What was worked out of a word, kept as long as its tree stays as it is."""

from collections.abc import Callable
from functools import wraps
from typing import TypeVar

from kg.extract.syntax.token import Token

Answer = TypeVar("Answer")
Rules = TypeVar("Rules")


def remembered(ask: Callable[[Token, Rules], Answer]) -> Callable[[Token, Rules], Answer]:
    """Return a function of a word that works out its answer once, and anew when the tree was changed.

    A tree is read with the rules of one language, so that the word alone tells the answer.
    """

    @wraps(ask)
    def answer(token: Token, rules: Rules) -> Answer:
        answers, key = token.tree.answers, (ask, token.i)
        if key not in answers:
            answers[key] = ask(token, rules)
        found: Answer = answers[key]
        return found

    return answer
