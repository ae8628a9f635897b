"""The cast: people composed by hand, so that hair, skin, clothes and background suit each other."""

from dataclasses import dataclass


@dataclass(frozen=True)
class Look:
    """One person; every field names a row in the tables of `palette`, `hair`, `wear` and `clothes`."""

    skin: str
    style: str
    hair: str
    top: str
    shirt: str
    under: str
    back: str
    nose: str = "small"
    wear: str = ""
    wear_cloth: str = "violet"
    beard: str = ""
    glasses: str = ""
    frame: str = "#2e2738"
    ears: str = ""
    trim: str = "#f0bd4a"
    marks: tuple[str, ...] = ()
    lashes: bool = False


# Skin, style, hair, top, shirt, what is under it, background, nose; then what makes the person themselves.
L = Look
# fmt: off
_PEOPLE: tuple[Look, ...] = (
    L("bronze", "bald", "black", "wrap", "teal", "cream", "peach", "broad", wear="headwrap", wear_cloth="coral",
      ears="studs", lashes=True),
    L("brown", "crop", "black", "tee", "blue", "cream", "butter", "broad"),
    L("tan", "long", "black", "kurta", "rose", "cream", "lilac", "soft", ears="drops", marks=("bindi",),
      lashes=True),
    L("light", "side", "brown", "collar", "sky", "white", "sage", "long", beard="short", glasses="round"),
    L("beige", "quiff", "black", "blazer", "plum", "white", "mint", "soft"),
    L("porcelain", "waves", "blond", "stripes", "coral", "cream", "sky", "small", marks=("freckles",), lashes=True),
    L("ebony", "cornrows", "jet", "tee", "mustard", "cream", "sky", "broad", ears="hoops", lashes=True),
    L("light", "receding", "grey", "cardigan", "green", "cream", "sand", "long", glasses="half", marks=("lines",)),
    L("deep", "afro", "jet", "dungarees", "blue", "mustard", "pink", "broad", ears="hoops", lashes=True),
    L("porcelain", "bob", "black", "polo_neck", "red", "cream", "butter", "small", glasses="round", lashes=True),
    L("tan", "bald", "black", "collar", "navy", "white", "peach", "long", wear="turban", wear_cloth="mustard",
      beard="full"),
    L("beige", "bald", "dark", "tee", "lilac", "cream", "mint", "soft", wear="hijab", wear_cloth="teal",
      lashes=True),
    L("porcelain", "grey_waves", "grey", "cardigan", "plum", "cream", "pink", "soft", glasses="cat",
      frame="#8a2f4e", ears="studs", marks=("lines",)),
    L("brown", "locs", "black", "hoodie", "green", "cream", "butter", "broad", beard="goatee"),
    L("light", "pixie", "pink", "blazer", "charcoal", "lilac", "lilac", "small", ears="drops", lashes=True),
    L("bronze", "round_curls", "dark", "vee", "coral", "cream", "mint", "soft", lashes=True),
    L("light", "bald", "ginger", "collar", "olive", "cream", "peach", "small", beard="full", marks=("freckles",)),
    L("tan", "bun", "black", "tee", "violet", "cream", "butter", "small", lashes=True),
    L("ebony", "buzz", "jet", "blazer", "slate", "white", "mint", "broad", glasses="square", frame="#f0d9a8"),
    L("porcelain", "shag", "blond", "hoodie", "blue", "white", "sand", "soft", beard="short"),
    L("beige", "braids", "dark", "dungarees", "teal", "lilac", "pink", "small", trim="#ef7757", lashes=True),
    L("bronze", "side", "silver", "kurta", "rust", "white", "sage", "long", beard="moustache", trim="#f4d9a0",
      marks=("lines",)),
    L("deep", "puffs", "jet", "tee", "rose", "cream", "butter", "broad", ears="studs", lashes=True),
    L("light", "low_bun", "auburn", "apron", "green", "sky", "sky", "soft", ears="studs", lashes=True),
    L("tan", "undercut", "teal", "vee", "charcoal", "cream", "peach", "small", ears="studs", trim="#c9d2e6"),
    L("brown", "bald", "black", "polo_neck", "charcoal", "cream", "lilac", "broad", beard="short", glasses="round",
      frame="#1a1420"),
    L("porcelain", "long", "ginger", "wrap", "green", "cream", "mint", "small", marks=("freckles",), lashes=True),
    L("beige", "side", "black", "collar", "rust", "white", "sky", "small", glasses="square"),
    L("ebony", "bald", "jet", "kurta", "violet", "cream", "butter", "broad", wear="headwrap", wear_cloth="rose",
      ears="hoops", lashes=True),
    L("light", "bald", "brown", "apron", "navy", "sky", "sand", "long", wear="flat_cap", wear_cloth="slate",
      beard="moustache", marks=("lines",)),
    L("bronze", "waves", "black", "vee", "plum", "cream", "pink", "soft", ears="hoops", marks=("mole",),
      lashes=True),
    L("light", "crop", "ginger", "stripes", "navy", "white", "sage", "small", marks=("freckles",)),
    L("deep", "receding", "silver", "cardigan", "mustard", "white", "sky", "broad", beard="short", glasses="half",
      frame="#e8c98a", marks=("lines",)),
    L("tan", "bob", "violet", "tee", "mustard", "cream", "lilac", "small", ears="studs", lashes=True),
    L("porcelain", "bald", "sand", "hoodie", "coral", "white", "sky", "soft", wear="beanie", wear_cloth="navy",
      beard="stubble"),
    L("brown", "bald", "black", "tee", "coral", "cream", "sage", "soft", wear="shayla", wear_cloth="plum",
      lashes=True),
    L("beige", "ponytail", "dark", "hoodie", "mustard", "white", "mint", "small", lashes=True),
    L("light", "round_curls", "ginger", "dungarees", "navy", "coral", "butter", "small", glasses="round",
      frame="#7a3b24", marks=("freckles",)),
    L("ebony", "locs", "jet", "blazer", "teal", "cream", "peach", "broad", ears="drops", lashes=True),
    L("bronze", "quiff", "dark", "tee", "red", "cream", "sky", "long", beard="short"),
    L("porcelain", "low_bun", "grey", "polo_neck", "blue", "cream", "lilac", "soft", glasses="half", ears="drops",
      trim="#dfe3ee", marks=("lines",), lashes=True),
    L("tan", "shag", "black", "collar", "rust", "cream", "sage", "soft"),
    L("deep", "bun", "plum", "vee", "teal", "cream", "peach", "broad", glasses="cat", frame="#f2b8c6", lashes=True),
    L("light", "side", "blond", "blazer", "navy", "white", "mint", "small"),
    L("beige", "waves", "brown", "tee", "green", "cream", "butter", "small", wear="sun_hat", wear_cloth="mustard",
      trim="#c8454c", lashes=True),
    L("brown", "afro", "black", "collar", "violet", "white", "sand", "broad", beard="goatee", glasses="round",
      frame="#1a1420"),
    L("tan", "bob", "white", "cardigan", "rust", "cream", "sky", "soft", ears="studs", marks=("lines",)),
    L("porcelain", "undercut", "jet", "polo_neck", "plum", "cream", "peach", "small", ears="hoops", trim="#b9bfd0",
      lashes=True),
    L("light", "crop", "dark", "collar", "sky", "white", "lilac", "long", wear="kippah", wear_cloth="navy",
      beard="short"),
    L("ebony", "crop", "jet", "stripes", "teal", "cream", "pink", "broad", beard="stubble"),
    L("beige", "waves", "blue", "dungarees", "violet", "mustard", "mint", "small", glasses="round", lashes=True),
    L("bronze", "bald", "black", "hoodie", "slate", "white", "butter", "broad", wear="cap", wear_cloth="red"),
    L("deep", "braids", "jet", "wrap", "mustard", "cream", "lilac", "broad", lashes=True),
    L("light", "buzz", "brown", "tee", "teal", "cream", "pink", "soft", ears="hearing_aid"),
    L("tan", "bald", "dark", "kurta", "blue", "white", "sand", "long", wear="turban", wear_cloth="red",
      beard="full", glasses="round"),
    L("porcelain", "bald", "brown", "blazer", "rose", "white", "sage", "small", wear="hijab", wear_cloth="navy",
      glasses="round", lashes=True),
)
# fmt: on
del L

CAST: tuple[Look, ...] = tuple(sorted(_PEOPLE, key=lambda person: not person.lashes))
"""Everybody, women first: the game hands out numbers below `WOMEN` to those it calls she, the others to those it
calls he, and any to those it calls they."""

WOMEN = sum(person.lashes for person in CAST)
