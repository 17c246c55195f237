import os, sys, string
print(os.path.basename(__file__), __file__ == sys.argv[0], os.path.isabs(__file__))
print(list(string.Formatter().parse("a{b!r:>{w}}c{{d}}")))
f = string.Formatter(); print(f.format("{0} {x}", 1, x=2), f.vformat("{0}", (1,), {}))
class D(string.Formatter):
    def get_value(self, k, a, kw): return kw.get(k, "?") if isinstance(k, str) else super().get_value(k, a, kw)
print(D().format("{a} {b}", a=1))

for text in ("", "x", "{", "}", "a{0.b[c]}", "{!r}", "{a!r:}", "{a!rx}", "{a!", "{a:{b}", "{a", "{a{b}}", "{[}]}", "x{}y{}", "{:{}}", "{{}}"):
    try: print(repr(text), list(string.Formatter().parse(text)))
    except ValueError as e: print(repr(text), "ValueError:", e)
print(string.Formatter().get_field("0.real", (7,), {}), string.Formatter().get_field("a[1]", (), {"a": "xyz"}))
class Upper(string.Formatter):
    def format_field(self, value, spec): return super().format_field(value, "").upper() if spec == "up" else super().format_field(value, spec)
print(Upper().format("{0:up} {0:>5} {name!r}", "abc", name="n"))
import queue
print([name for name in dir(queue.Queue()) if not name.startswith("_")])
print([name for name in dir(queue.PriorityQueue(3)) if not name.startswith("_")])
