"""Pictures of a scenario: only from its own folder, spelt as on the disk, and never large enough to hurt."""

import os
import struct
import zlib
from pathlib import Path

import pytest

from game.scenario.reading.picture_files import fault_of, pixels


def png(width: int, height: int) -> bytes:
    header = b"IHDR" + struct.pack(">IIBBBBB", width, height, 8, 2, 0, 0, 0)
    return b"\x89PNG\r\n\x1a\n" + struct.pack(">I", 13) + header + struct.pack(">I", zlib.crc32(header))


def jpeg(width: int, height: int) -> bytes:
    comment = b"\xff\xfe\x00\x06abcd"
    return (
        b"\xff\xd8" + comment + b"\xff\xff\xc0\x00\x11\x08" + struct.pack(">HH", height, width) + b"\x03" + b"\0" * 20
    )


def webp(kind: bytes, body: bytes) -> bytes:
    return b"RIFF\0\0\0\0WEBP" + kind + b"\0\0\0\0" + body + b"\0" * 20


@pytest.fixture
def home(tmp_path: Path) -> Path:
    folder = tmp_path / "scenario"
    (folder / "pictures").mkdir(parents=True)
    (folder / "pictures" / "mara.png").write_bytes(png(64, 48))
    (tmp_path / "secret.png").write_bytes(png(8, 8))
    return folder


def code_of(value: str, folder: Path | None) -> str | None:
    fault = fault_of(value, folder)
    return fault[0] if fault else None


def test_a_picture_in_the_folder_is_fine(home: Path) -> None:
    assert fault_of("pictures/mara.png", home) is None


@pytest.mark.parametrize(
    "value",
    [
        *("../secret.png", "pictures/../../secret.png", "/etc/mara.png", "~/mara.png", "C:/mara.png", "C:\\mara.png"),
        *(
            "pictures\\mara.png",
            ".hidden.png",
            "pictures/.hidden/mara.png",
            "file:///mara.png",
            "mara.svg",
            "mara.png ",
        ),
        *("mara.png\n", "pictures/./mara.png", "pictures//mara.png", "", "png", "mara.png/", "a" * 300 + ".png/x"),
    ],
)
def test_a_path_that_could_lead_out_is_refused_by_its_spelling(value: str) -> None:
    assert code_of(value, None) == "picture-outside"


def test_a_link_that_leads_out_is_refused(home: Path) -> None:
    (home / "pictures" / "ola.png").symlink_to(home.parent / "secret.png")
    (home / "away").symlink_to(home.parent)

    assert code_of("pictures/ola.png", home) == "picture-outside"
    assert code_of("away/secret.png", home) == "picture-outside"


def test_a_link_inside_the_folder_is_fine(home: Path) -> None:
    (home / "pictures" / "ola.png").symlink_to(home / "pictures" / "mara.png")

    assert fault_of("pictures/ola.png", home) is None


def test_a_link_to_itself_is_no_picture(home: Path) -> None:
    (home / "pictures" / "ola.png").symlink_to(home / "pictures" / "ola.png")

    assert code_of("pictures/ola.png", home) == "picture-missing"


def test_capital_letters_count_even_where_the_disk_does_not_care(home: Path) -> None:
    fault = fault_of("Pictures/Mara.png", home)

    assert fault is not None
    assert fault[0] == "picture-missing"
    assert "pictures/mara.png" in fault[1] + fault[2]


def test_only_files_are_pictures(home: Path) -> None:
    (home / "folder.png").mkdir()
    if hasattr(os, "mkfifo"):
        os.mkfifo(home / "pipe.png")

    assert code_of("folder.png", home) == "picture-missing"
    assert code_of("pipe.png", home) == "picture-missing"


def test_the_content_decides_and_not_the_suffix(home: Path) -> None:
    (home / "note.png").write_bytes(b"hello")
    (home / "photo.png").write_bytes(jpeg(20, 10))

    assert code_of("note.png", home) == "picture-missing"
    assert fault_of("photo.png", home) is None


@pytest.mark.parametrize("size", [(30_000, 30_000), (5_000, 10), (4_096, 4_096), (0, 5)])
def test_a_picture_that_would_take_too_much_memory_is_refused_unopened(home: Path, size: tuple[int, int]) -> None:
    (home / "big.png").write_bytes(png(*size))

    assert code_of("big.png", home) == "picture-too-big"


def test_a_picture_of_many_megabytes_is_refused(home: Path) -> None:
    path = home / "big.png"
    path.write_bytes(png(10, 10))
    with path.open("ab") as file:
        file.truncate(6_000_000)

    assert code_of("big.png", home) == "picture-too-big"


def test_sizes_are_read_from_the_head_of_each_kind() -> None:
    assert pixels(png(64, 48)) == (64, 48)
    assert pixels(jpeg(640, 480)) == (640, 480)
    assert pixels(webp(b"VP8X", b"\0\0\0\0" + (63).to_bytes(3, "little") + (47).to_bytes(3, "little"))) == (64, 48)
    assert pixels(webp(b"VP8L", b"\x2f" + (63 | 47 << 14).to_bytes(4, "little"))) == (64, 48)
    assert pixels(webp(b"VP8 ", b"\0" * 6 + struct.pack("<HH", 64, 48))) == (64, 48)


@pytest.mark.parametrize(
    "head", [b"", b"\x89PNG\r\n\x1a\n", b"\xff\xd8", b"\xff\xd8\xff", b"RIFF\0\0\0\0WEBPVP8X", b"GIF89a"]
)
def test_a_torn_head_is_no_picture(head: bytes) -> None:
    assert pixels(head) is None
