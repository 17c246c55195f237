import enum, threading
class Color(enum.Enum):
    RED = 1
    GREEN = "g"
    ALIAS = 1
    @property
    def pretty(self): return self.name.title()
class Perm(enum.Flag):
    R = enum.auto(); W = enum.auto(); X = enum.auto()
class Prio(enum.IntEnum):
    LOW = 1; HIGH = 10
print(Color.RED, repr(Color.GREEN), Color("g"), Color["RED"], Color.ALIAS is Color.RED, [c.name for c in Color], Color.RED.pretty, len(Color), Color.RED in Color)
print(Perm.R | Perm.W, Perm.R in (Perm.R | Perm.X), bool(Perm.R & Perm.W), (Perm.R | Perm.W).value)
print(Prio.LOW < Prio.HIGH, Prio.HIGH + 1, sorted([Prio.HIGH, Prio.LOW]), f"{Prio.LOW}", str(Prio.LOW), isinstance(Prio.LOW, int))
try: Color(5)
except ValueError as e: print(e)
try: Color.RED = 2
except AttributeError as e: print(type(e).__name__)
print(Color.__members__["ALIAS"], {Color.RED: 1}[Color.RED], hash(Color.RED) == hash(Color.RED))
@enum.unique
class S(str, enum.Enum): A = "a"; B = "b"
print(S.A == "a", S("b"), S.A.value, S.A.upper())
state = S.A
def flip():
    global state
    state = S.B if state is S.A else S.A
t = threading.Thread(target=flip); t.start(); t.join(); print(state, state.name)
