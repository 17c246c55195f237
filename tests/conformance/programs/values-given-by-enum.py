"""Values that an enumeration gives, computed with in its body; a metaclass that prepares the namespace."""
import enum
import threading


class Permission(enum.Flag):
    READ = enum.auto()
    WRITE = enum.auto()
    RUN = enum.auto()
    EDIT = READ | WRITE
    ALL = EDIT | RUN


class Level(enum.IntEnum):
    LOW = enum.auto()
    HIGH = LOW * 10
    TOP = enum.auto()


class Counting(type):
    @classmethod
    def __prepare__(mcls, name, bases, **keywords):
        return {"made_by": "Counting", "plugins": []}

    def __new__(mcls, name, bases, namespace, **keywords):
        namespace["methods"] = [key for key in namespace if callable(namespace[key])]
        return super().__new__(mcls, name, bases, dict(namespace))


class Base(metaclass=Counting):
    plugins.append("body saw it")

    def run(self):
        return "ran"

    def items(self):
        return "not a dict's"


granted = {}


def grant(who, what):
    granted[who] = granted.get(who, Permission.READ) | what


for worker in [threading.Thread(target=grant, args=pair) for pair in (("ann", Permission.RUN), ("bob", Permission.ALL))]:
    worker.start()
    worker.join()
for who in sorted(granted):
    print(who, granted[who].value, Permission.WRITE in granted[who], Permission.EDIT in granted[who])
print(Permission.EDIT.value, Permission.ALL.value, [level.value for level in Level], Level.TOP > Level.HIGH)
print(Base.methods, Base.made_by, Base.plugins, Base().run(), Base().items())
for wrong in (lambda: Permission(64), lambda: Permission.NONE):
    try:
        wrong()
    except (ValueError, AttributeError) as error:
        print(type(error).__name__, str(error).split("\n")[0].replace("<flag ", "").split()[-1])
