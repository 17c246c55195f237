"""Comparisons that a class body makes in a loop, through locals()."""
import threading


class Version:
    compared = []

    def __init__(self, text):
        try:
            self.parts = tuple(map(int, text.split(".")))
        except (ValueError, AttributeError) as error:
            raise ValueError(f"invalid version: {text!r}") from error

    def _compare(self, other):
        Version.compared.append(threading.current_thread().name)
        return (self.parts > other.parts) - (self.parts < other.parts)

    for _name, _test in [("lt", lambda sign: sign < 0), ("le", lambda sign: sign <= 0), ("ge", lambda sign: sign >= 0)]:
        def _method(self, other, _test=_test):
            return _test(self._compare(other))

        locals()["__" + _name + "__"] = _method
    vars()["kind"] = "version"
    del _name, _test, _method

    def __getattr__(self, name):
        try:
            return self.parts[("major", "minor", "patch").index(name)]
        except (ValueError, IndexError):
            raise AttributeError(f"{type(self).__name__!r} has no {name!r}") from None

    def __repr__(self):
        return "v" + ".".join(map(str, self.parts))


found = []
versions = [Version(text) for text in ("1.10", "1.9.3", "2.0", "1.9")]
sorter = threading.Thread(target=lambda: found.extend(sorted(versions)), name="sorter")
sorter.start()
sorter.join()
print(found, set(Version.compared), versions[0] >= versions[1], versions[0] <= versions[1], Version.kind)
print(versions[1].patch, hasattr(versions[0], "patch"), getattr(versions[0], "patch", 0), hasattr(Version, "_method"))
for text in ("1.x", None, "3"):
    try:
        print(Version(text))
    except ValueError as error:
        print(error, "|", error.__cause__)
versions[0].build
