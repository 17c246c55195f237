"""Which names of the library a version has: programs ask before they use what is new."""
import contextlib, logging, operator, pathlib, random, sys, threading, types, typing
NAMES = {
    random: "randbytes getrandbits", random.Random: "randbytes", operator: "call matmul", contextlib: "aclosing nullcontext",
    pathlib.PurePath: "is_relative_to with_stem with_suffix", logging.Logger: "getChildren getChild",
    threading: "gettrace getprofile settrace_all_threads excepthook __excepthook__ _register_atexit",
    sys: "exception orig_argv platlibdir exc_info unraisablehook",
    types: "GenericAlias EllipsisType NoneType NotImplementedType UnionType SimpleNamespace",
    typing: "Annotated Concatenate ParamSpec TypeAlias TypeGuard LiteralString Never NotRequired Required Self TypeVarTuple "
            "Unpack assert_never assert_type dataclass_transform reveal_type override ReadOnly TypeIs Protocol Final",
}
for owner, names in NAMES.items():
    print(owner.__name__, [name for name in names.split() if hasattr(owner, name)])
try:
    from typing import Self
except ImportError as e:
    print("ImportError", str(e).split(" (")[0])
def describe():
    error = sys.exception() if hasattr(sys, "exception") else sys.exc_info()[1]
    return repr(error)
def worker(results):
    try: raise ValueError("x")
    except ValueError: results.append(describe())
results = []
t = threading.Thread(target=worker, args=(results,)); t.start(); t.join()
print(results, len(random.randbytes(3)) if hasattr(random, "randbytes") else "no randbytes")
import secrets
print(len(secrets.token_bytes(5)), len(secrets.token_hex(4)), secrets.token_urlsafe(3).isascii())
