"""Records with slots, shared by threads; what came to dataclass and zip with later versions."""
import sys
import threading
from dataclasses import FrozenInstanceError, dataclass, field, fields

newer = sys.version_info >= (3, 10)
for attempt in (lambda: dataclass(slots=True), lambda: dataclass(kw_only=True), lambda: list(zip("ab", [1, 2], strict=True))):
    try:
        attempt()
        print("accepted")
    except TypeError as error:
        print(error)

if newer:

    @dataclass(slots=True)
    class Point:
        x: int
        y: int = 2
        tags: list = field(default_factory=list)

    @dataclass(frozen=True, slots=True, order=True)
    class Version:
        major: int
        minor: int = 0

    point = Point(1)
    workers = [threading.Thread(target=point.tags.append, args=(name,)) for name in ("first", "second")]
    for worker in workers:
        worker.start()
        worker.join()
    print(point, Point.__slots__, hasattr(point, "__dict__"), [one.name for one in fields(Point)])
    try:
        point.z = 3
    except AttributeError as error:
        print(type(error).__name__, str(error).split(" and ")[0])
    versions = sorted([Version(3, 11), Version(3), Version(2, 7)])
    print(versions, hash(versions[0]) == hash(Version(2, 7)), Version.__slots__)
    try:
        versions[0].major = 4
    except FrozenInstanceError as error:
        print(type(error).__name__, error)
