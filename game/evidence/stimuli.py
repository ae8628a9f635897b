"""Acts of the laboratory that no player has: neutral items, fair and selfish rounds, lapses, lies, canned messages.

They are rows of the same table as the game's moves, absorbed by the same equations, and serve all experiments alike.
They were first chosen after the wording of the studies; several were changed while the results were being looked at.
`docs/model.md` lists which.
"""

from game.model.moves import BUILT_IN, Move

STIMULI: tuple[Move, ...] = (
    # an item seen in the stream that neither helps nor sells
    Move("neutral_post", 0.0, exposure=0.6, pressure=0.2, to_all=1.0),
    # a statement about the subject, made to one person; the twin of a question
    Move("statement", 0.0, ability=0.1, benevolence=0.2, exposure=0.8, pressure=0.16, personal=0.7,
         invites_reply=0.3),
    # one round of a game of trust
    Move("fair_act", 0.0, ability=0.3, benevolence=0.3, integrity=0.3, exposure=0.8, personal=1.0),
    Move("selfish_act", 0.0, benevolence=-0.9, integrity=-0.7, exposure=0.8, personal=1.0),
    Move("breach", 0.0, ability=-0.3, benevolence=-0.3, integrity=-0.3, exposure=0.8, personal=1.0),
    Move("lie", 0.0, ability=-0.3, benevolence=-0.3, integrity=-0.3, deceit=0.45, exposure=0.8, personal=1.0),
    # a mistake of skill and a mistake of character
    Move("skill_failure", 0.0, ability=-0.6, exposure=0.6, personal=1.0),
    Move("character_failure", 0.0, integrity=-0.6, exposure=0.6, personal=1.0),
    # acts that speak to one side of a person alone
    Move("show_of_skill", 0.0, ability=0.4, exposure=0.6, personal=1.0),
    Move("kindness", 0.0, benevolence=0.4, exposure=0.6, personal=1.0),
    Move("kept_word", 0.0, integrity=0.4, exposure=0.6, personal=1.0),
    Move("unkind_act", 0.0, benevolence=-0.4, exposure=0.6, personal=1.0),
    # words to fit every address: thanks from a form letter, a greeting from a machine
    Move("canned_thanks", 0.0, benevolence=0.36, integrity=0.14, exposure=0.3, pressure=0.02, favour=0.35,
         personal=0.1, thanks=1.0),
    Move("canned_message", 0.0, benevolence=-0.1, exposure=0.5, pressure=0.35, selling=0.8, self_focus=0.3, ask=0.2,
         personal=0.0),
    # a post that passes on praise of oneself
    Move("own_praise", 0.0, exposure=0.6, pressure=0.22, self_focus=0.8, selling=0.2, to_all=1.0),
    # a useful resource whose sender visibly wants to sell
    Move("resource_that_sells", 0.0, ability=0.42, benevolence=0.34, integrity=0.06, exposure=0.9, pressure=0.2,
         favour=0.5, personal=0.7, uses_fit=1.0, selling=0.6, invites_reply=0.4),
    # the same offer, once as a hint and once with a foot in the door
    Move("soft_hint", 0.0, exposure=0.8, pressure=0.2, selling=0.3, ask=0.2, personal=0.7),
)  # fmt: skip

REPERTOIRE: tuple[Move, ...] = BUILT_IN + STIMULI
