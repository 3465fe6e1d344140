"""Exports pictures, and loads them with pycocotools, Label Studio's converter and datasets."""
import contextlib
import io
import json
import os
import struct
import zlib

import datasets
from label_studio_sdk.converter import Converter
from pycocotools.coco import COCO

from desk import Desk

LABELS = ["cell", "two words", "漢字 & <x>"]
SIZES = {"a.png": (650, 417), "b c.png": (640, 480), "漢,d.png": (1001, 999), "none.png": (5, 5)}
BOXES = {
    "a.png": [("cell", 81, 88, 522, 408), ("two words", 0, 0, 650, 417)],
    "b c.png": [("漢字 & <x>", 1.5, 2.25, 3.125, 400.0625), ("cell", 473.07, 395.93, 511.72, 424.6)],
    "漢,d.png": [("cell", 999.5, 998.25, 1001, 999)],
    "none.png": [],
}
CORNERS = [[10, 20], [110.5, 20], [110.5, 70.25], [10, 70.25]]


def png(width, height):
    """The beginning of a picture, which says its size."""
    head = b"IHDR" + struct.pack(">IIBBBBB", width, height, 8, 2, 0, 0, 0)
    return b"\x89PNG\r\n\x1a\n" + struct.pack(">I", 13) + head + struct.pack(">I", zlib.crc32(head))


def regions(name):
    for label, left, top, right, bottom in BOXES[name]:
        yield {"label": label, "shape": "box", "points": [[left, top], [right, bottom]]}
    if name == "a.png":
        yield {"label": "cell", "shape": "polygon", "points": CORNERS}


def desk(program, folder):
    made = Desk(program, folder, "marking")
    for name, size in SIZES.items():
        with open(os.path.join(made.folder, name), "wb") as file:
            file.write(png(*size))
    made.fill([({"image": name}, {"ann": {"parts": list(regions(name))}}) for name in SIZES])
    return made


def near(one, other):
    return len(one) == len(other) and all(abs(a - b) <= 1e-9 * max(1, abs(b)) for a, b in zip(one, other))


def found(data, path_of=lambda name: name):
    """Label and corners of each box in a COCO object, by picture."""
    names = {category["id"]: category["name"] for category in data["categories"]}
    boxes = {path_of(image["file_name"]): [] for image in data["images"]}
    paths = {image["id"]: path_of(image["file_name"]) for image in data["images"]}
    for annotation in data["annotations"]:
        if not annotation["segmentation"]:
            x, y, width, height = annotation["bbox"]
            boxes[paths[annotation["image_id"]]].append((names[annotation["category_id"]], x, y, x + width, y + height))
    return boxes


def same(name, boxes, wanted, equal):
    assert set(boxes) == set(wanted), (name, set(boxes))
    for path, list_ in wanted.items():
        assert len(boxes[path]) == len(list_), (name, path, boxes[path])
        for one, other in zip(boxes[path], list_):
            assert one[0] == other[0] and equal(one[1:], other[1:]), (name, path, one, other)
    print(f"{name}: {sum(map(len, boxes.values()))} boxes on {len(boxes)} pictures")


def coco(made):
    path, manifest = made.export("coco")
    assert manifest["written"] == len(SIZES) and manifest["left_out"] == {}, manifest
    with contextlib.redirect_stdout(io.StringIO()):
        data = COCO(path)
    same("coco, by pycocotools", found(data.dataset), BOXES, lambda one, other: tuple(one) == tuple(other))
    assert [data.cats[number]["name"] for number in sorted(data.cats)] == LABELS and min(data.cats) == 1
    for annotation in data.anns.values():
        assert annotation["area"] > 0 and annotation["iscrowd"] == 0, annotation
        if annotation["segmentation"]:
            assert annotation["segmentation"] == [[part for corner in CORNERS for part in corner]]
            assert annotation["area"] == 100.5 * 50.25 and annotation["bbox"] == [10, 20, 100.5, 50.25], annotation
            # The mask covers the polygon's pixels, give or take its edge.
            assert abs(int(data.annToMask(annotation).sum()) - annotation["area"]) < 2 * (100.5 + 50.25), annotation
    assert {image["file_name"]: (image["width"], image["height"]) for image in data.imgs.values()} == SIZES


def label_studio(made, folder):
    path, manifest = made.export("label-studio")
    assert manifest["written"] == len(SIZES), manifest
    labels = "".join(f'<Label value="{label}"/>' for label in ("cell", "two words", "漢字 &amp; &lt;x&gt;"))
    tags = f'<Image name="image" value="$image"/><RectangleLabels name="parts" toName="image">{labels}</RectangleLabels>'
    converter = Converter(f"<View>{tags}</View>", project_dir=None, download_resources=False)
    out = os.path.join(folder, "from-label-studio")
    converter.convert_to_coco(path, out, is_dir=False)
    with open(os.path.join(out, "result.json"), encoding="utf-8") as file:
        data = json.load(file)
    wanted = {name: boxes for name, boxes in BOXES.items() if boxes}
    # The converter puts a sign and two underscores before names.
    boxes = {name: list_ for name, list_ in found(data, lambda path: path.split("__", 1)[-1]).items() if list_}
    same("label-studio, by its converter", boxes, wanted, near)
    polygons = [annotation["segmentation"] for annotation in data["annotations"] if annotation["segmentation"]]
    assert len(polygons) == 1 and near(polygons[0][0], [part for corner in CORNERS for part in corner]), polygons


def image_folders(program, folder):
    """Pictures in folders by class, of which one name is there twice."""
    made = Desk(program, folder, "sorting")
    kinds = {"a.png": "round", "two/a.png": "round", "b c.png": "two words", "漢,d.png": "漢字 & <x>"}
    bytes_ = {}
    for number, name in enumerate(kinds):
        path = os.path.join(made.folder, name)
        os.makedirs(os.path.dirname(path), exist_ok=True)
        bytes_[name] = png(10 + number, 20)
        with open(path, "wb") as file:
            file.write(bytes_[name])
    made.fill([({"image": name}, {"ann": {"kind": kind}}) for name, kind in kinds.items()])
    path, manifest = made.export("image-folders")
    assert manifest["written"] == len(kinds) and sum(manifest["left_out"].values()) == 1, manifest
    loaded = datasets.load_dataset("imagefolder", data_dir=path, split="train")
    names = loaded.features["label"].names
    # A class that no picture has gets no folder: readers refuse one that is empty.
    assert names == sorted(set(kinds.values())), names
    found = []
    for row in loaded.cast_column("image", datasets.Image(decode=False)):
        with open(row["image"]["path"], "rb") as file:
            found.append((names[row["label"]], file.read()))
    assert sorted(found) == sorted((kinds[name], bytes_[name]) for name in kinds), found
    print(f"image-folders, by datasets: {len(found)} pictures in {len(names)} classes")


def pictures(program, folder):
    made = desk(program, folder)
    coco(made)
    label_studio(made, folder)
    image_folders(program, folder)
