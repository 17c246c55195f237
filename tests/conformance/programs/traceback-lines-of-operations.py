"""Which lines a traceback shows of an operation that takes several, and what it marks in them."""

import traceback


def fail(*a):
    raise ValueError(
        "a long "
        "message"
    )
def one():
    x = [1,
         fail(1,
              2)]
def two():
    return fail(
        1,
        2,
        3,
        4,
        5,
    )
def three():
    total = (1 +
             "a")
def four():
    d = {}
    return d[
        "k"
    ]
def five():
    with open(
        "/nonexistent",
    ) as f:
        pass
def six():
    if (fail(1)
        or 2):
        pass
def eight():
    (fail
     (1))
def ten():
    fail(1, [
        2, 3,
        # comment
        4]); y = 2
def eleven():
    return sum(
        fail(x)
        for x in [1]
    )
class Node:
    def __init__(self, v, nxt=None):
        self.v, self.nxt = v, nxt
    def __enter__(self): raise RuntimeError("enter")
    def __exit__(self, *a): pass
    def __getitem__(self, k): raise LookupError(k)
    def __add__(self, o): raise ArithmeticError("add")
    def __eq__(self, o): raise ValueError("eq")
    def __bool__(self): raise ValueError("bool")
    def __iter__(self): raise ValueError("iter")
    def __contains__(self, x): raise ValueError("contains")
    def __setattr__(self, k, v):
        if k == "bad":
            raise AttributeError(
                f"cannot set {k}"
            )
        object.__setattr__(self, k, v)
n = Node(1)
def case_2():
    return n[
        "x"] + 1
def case_3():
    x = (n
         + # comment (
         n)
def case_4():
    if n == 1 and \
       n == 2:
        pass
def case_7():
    n.bad = (
        1 +
        2
    )
def case_8():
    assert 1 in n, (
        "message"
    )
def case_9():
    (a, b,
     c) = [1,
           2]
def case_10():
    "é", undefined("é")
def case_11():
    x = int("é")
def case_12():
    print("日本", 1 / 0, "é")
def case_13():
    return {
        "a": 1,
        "b": 1 / 0,
        "c": 2,
    }
def case_14():
    (lambda:
        1 / 0)()
def case_15():
    raise RuntimeError(
        "one"
    ) from ValueError(
        "two"
    )
def case_17():
    n.v.nope.more()
def case_19():
    import nope.nope
def case_21():
    del n.nope, x
def case_22():
    f"{n.v:{1/0}}"
def case_23():
    f"""
    {n.nope}
    """
def case_24():
    assert isinstance(n, int), "no"
def case_25():
    x = -"a"
def case_26():
    print(*n)
def case_27():
    @undefined_decorator
    def f(): pass
def case_28():
    class C(undefined): pass
def case_29():
    def f(x=undefined): pass
def case_30():
    global zzz
    zzz += 1
def case_31():
    x = n.v if n.nope else 2
def case_32():
    lst = [1]; lst[5] = 2
def case_33():
    {}["a"]["b"]
def case_34():
    int(
        "x",

        # c
        base=10
    )
def case_35():
    Node(1, 2, 3,
         4)
def case_36():
    s = "a" \
        + 1
def case_37():
    yield_ = [*n]
def case_39():
    try:
        1/0
    except undefined:
        pass
def case_40():
    n.v.x.y = 2


for name, function in sorted(globals().copy().items()):
    if callable(function) and name not in ("fail", "Node"):
        try:
            function()
        except Exception:
            lines = traceback.format_exc().splitlines()
            print(name, *(line for line in lines if not line.startswith("  File")), sep="\n")
