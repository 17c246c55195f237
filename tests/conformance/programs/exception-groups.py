# needs: 3.11
"""What several workers raise, gathered in an ExceptionGroup and taken apart by except*."""
import threading
import traceback


class StepFailed(Exception):
    pass


errors = []


def work(number):
    try:
        if number % 3 == 0:
            raise ValueError(f"bad value {number}")
        if number % 3 == 1:
            raise KeyError(number)
        raise StepFailed("step", number)
    except Exception as error:
        error.add_note(f"worker {number}")
        errors.append(error)


threads = [threading.Thread(target=work, args=(number,)) for number in range(5)]
for thread in threads:
    thread.start()
for thread in threads:
    thread.join()

try:
    raise ExceptionGroup("workers failed", errors)
except* ValueError as group:
    print("values:", [str(error) for error in group.exceptions], [error.__notes__ for error in group.exceptions])
except* (KeyError, LookupError) as group:
    print("keys:", group.exceptions, group.message)
except* StepFailed as group:
    print("steps:", len(group.exceptions), repr(group))
else:
    print("never")
finally:
    print("finally")


def partly():
    try:
        raise ExceptionGroup("two", [TypeError(1), OSError(2)])
    except* TypeError:
        print("took the TypeError")


try:
    partly()
except ExceptionGroup as rest:
    print("left:", repr(rest), str(rest))

try:
    try:
        raise ValueError("alone")
    except* ValueError as group:
        print(repr(group))
        raise StepFailed("anew")
except ExceptionGroup as group:
    print("raised in a clause:", repr(group))
except StepFailed as error:
    print("plain", error)

nested = ExceptionGroup("outer", [ValueError(1), ExceptionGroup("inner", [TypeError(2), OSError(3)])])
print(nested.subgroup(TypeError), "|", nested.split(lambda error: isinstance(error, (ValueError, OSError))))
print(isinstance(nested, Exception), BaseExceptionGroup("b", [KeyboardInterrupt()]), type(BaseExceptionGroup("x", [ValueError()])))
for arguments in [("no list", 5), ("empty", []), ("kinds", ["text"]), (5, [ValueError()])]:
    try:
        ExceptionGroup(*arguments)
    except Exception as error:
        print(type(error).__name__)
print(*traceback.format_exception(nested), sep="", end="")
for number in range(3):
    try:
        if number:
            raise ExceptionGroup("again", [KeyError(number)])
    except* KeyError:
        print("round", number)
    else:
        print("no error in round", number)


def fails():
    raise nested


fails()
