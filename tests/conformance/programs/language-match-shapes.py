"""match in small functions."""
# needs: 3.10

def http(status):
    match status:
        case 400 | 401: return "bad"
        case 404: return "nf"
        case int(x) if x >= 500: return f"server {x}"
        case str() as s: return "s" + s
        case [a, b, *rest]: return (a, b, rest)
        case {"k": v, **rest}: return v, rest
        case None: return "none"
        case _: return "?"
for s in [400, 404, 503, "x", [1,2,3,4], {"k": 1, "z": 2}, None, 3.5, (1,)]: print(http(s))
from dataclasses import dataclass
@dataclass
class Pt:
    x: int
    y: int
class Col:
    RED = 1
def w(p):
    match p:
        case Pt(0, 0): print("origin")
        case Pt(x=0, y=y): print("y", y)
        case Pt(x, y) if x == y: print("diag")
        case Pt(): print("pt")
        case (Pt(x1, y1), Pt(x2, y2)): print(x1, y2)
        case Col.RED: print("red")
        case "a" | "b" as l: print(l)
        case -1 | 1.5: print("num")
for p in [Pt(0,0), Pt(0,3), Pt(2,2), Pt(1,2), (Pt(1,1), Pt(2,2)), 1, "b", -1]: w(p)
match = 5; case = 3; print(match + case)
def cmd(s):
    match s.split():
        case ["go", ("north" | "south") as d]: return d
        case ["get", obj, *_]: return obj
        case []: return "empty"
        case other: return other
print(cmd("go north"), cmd("get lamp now"), cmd(""), cmd("a b"))
