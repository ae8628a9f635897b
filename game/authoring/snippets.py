"""Pieces of a scenario to insert in the editor, with stops for the tab key."""

from typing import Any

SNIPPETS: dict[str, list[dict[str, Any]]] = {
    "followers": [
        {
            "label": "a new follower",
            "description": "Somebody with a profile, and with a motive the player does not see.",
            "body": {
                "${1:their_id}": {
                    "name": "${2:First and last name}",
                    "bio": "${3:What their profile says.}",
                    "loves": {"${4:topic}": "^${5:80}"},
                    "formats": ["${6|photo,video,story,text,poll,live,guide|}"],
                    "pace": "${7|shy,slow,steady,quick|}",
                    "motive": "${8|buyer,curious,courtesy,neighbour,seller,fan,deal_hunter,peer|}",
                }
            },
        }
    ],
    "content": [
        {
            "label": "new content",
            "description": "Something to post or to share.",
            "body": {
                "${1:its_id}": {
                    "title": "${2:What it is called}",
                    "format": "${3|photo,video,story,text,poll,live,guide|}",
                    "about": ["${4:topic}"],
                    "text": "${5:What it says.}",
                }
            },
        }
    ],
    "timeline": [
        {
            "label": "a new event with two answers",
            "description": "Something that happens on a day, and what can be said to it.",
            "body": {
                "${1:event_id}": {
                    "title": "${2:What it is called}",
                    "day": "^${3:9}",
                    "text": "${4:What the player reads.}",
                    "choices": [
                        {"label": "${5:One answer}", "reply": "${6:What comes of it.}", "change": {"trust": "^${7:5}"}},
                        {"label": "${8:Another}", "reply": "${9:What comes of it.}", "change": {"trust": "^${10:-5}"}},
                    ],
                }
            },
        }
    ],
    "goals": [
        {
            "label": "a new goal",
            "description": "Something to reach, shown from the first day.",
            "body": {
                "${1:goal_id}": {
                    "title": "${2:Win three regulars}",
                    "need": {"followers": {"stage": "${3|regular,friend,customer,advocate|}", "at_least": "^${4:3}"}},
                }
            },
        }
    ],
}
"""By the key of the block they belong to. A caret before a stop keeps its value without quotes."""
