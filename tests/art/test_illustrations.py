"""Pictures of content, banners and the mark."""

from game.art.drawings import names
from game.art.illustrations import banner_svg, content_svg, logo_svg
from tests.art.drawn import SEEDS, pixels


def test_content_varies_with_its_seed():
    for kind in names("formats"):
        assert len({content_svg(kind, seed) for seed in SEEDS}) >= 4, kind
    assert len({banner_svg(seed) for seed in SEEDS}) >= 6


def test_the_logo_reads_at_24_pixels():
    """Violet ground, white cup and red heart each keep a fair share of the mark."""
    mark = pixels(logo_svg(), 24, 24).astype(int)
    colours = mark[..., :3][mark[..., 3] > 200]
    near = {
        name: (abs(colours - rgb).sum(axis=1) < 90).mean()
        for name, rgb in (("white", (255, 255, 255)), ("heart", (238, 95, 125)))
    }
    assert near["white"] > 0.15
    assert near["heart"] > 0.05
