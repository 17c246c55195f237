"""What CPython says of common mistakes."""

try:
    try:
        1/0
    except ZeroDivisionError as e:
        raise ValueError("bad") from e
except ValueError as e:
    print(repr(e.__cause__), repr(e.__context__), e.__suppress_context__)
try:
    try:
        int("x")
    except ValueError:
        {}["k"]
except KeyError as e:
    print(repr(e), repr(e.__context__), e.__cause__)
class AppError(Exception):
    def __init__(self, code, msg="oops"):
        super().__init__(msg)
        self.code = code
    def __str__(self): return f"[{self.code}] {super().__str__()}"
try: raise AppError(4)
except AppError as e: print(e, e.code, e.args, repr(e))
def f():
    try: return 1
    finally: print("fin")
print(f())
def g():
    for i in range(3):
        try:
            if i == 1: continue
            if i == 2: break
            print("i", i)
        finally:
            print("f", i)
    else:
        print("else")
    return "g"
print(g())
def h():
    try: raise KeyError(1)
    finally: return 5
print(h())
try:
    raise Exception("a", "b")
except Exception as e:
    print(e, e.args)
e = ValueError("note")
if hasattr(e, "add_note"):
    e.add_note("n1"); print(e.__notes__)
try:
    assert 1 == 2, "math"
except AssertionError as e: print(e)
try:
    [1,2][5]
except IndexError as e: print(e)
try: None.x
except AttributeError as e: print(e)
try: "a" + 1
except TypeError as e: print(e)
try: f(1,2)
except TypeError as e: print(e)
try: f(x=1)
except TypeError as e: print(e)
try: undefined
except NameError as e: print(e, e.name)
try: int("12a")
except ValueError as e: print(e)
try: import nothing
except ImportError as e: print(e, type(e))
try: raise SystemExit(3)
except SystemExit as e: print(e.code)
try:
    a, b = 1, 2, 3
except ValueError as e: print(e)
try:
    a, b, c = 1, 2
except ValueError as e: print(e)
try: float("abc")
except ValueError as e: print(e)
try: [].pop()
except IndexError as e: print(e)
try: {}.popitem()
except KeyError as e: print(e)
try: [1].remove(2)
except ValueError as e: print(e)
try: [1].index(2)
except ValueError as e: print(e)
try: "abc".index("z")
except ValueError as e: print(e)
try: max([])
except ValueError as e: print(e)
try: chr(-1)
except ValueError as e: print(e)
try: (lambda: 5)()()
except TypeError as e: print(e)
try: len(5)
except TypeError as e: print(e)
try: for_ = iter(5)
except TypeError as e: print(e)
try: list("abc")["a"]
except TypeError as e: print(e)
try: (1,)[0] = 2
except TypeError as e: print(e)
try: {[]: 1}
except TypeError as e: print(e)
raise RuntimeError("last") from ValueError("cause")
