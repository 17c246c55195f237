import threading

errors = []


def guarded(function):
    def run(*args):
        try:
            function(*args)
        except (ValueError, ArithmeticError) as error:
            errors.append((type(error).__name__, str(error)))
        else:
            errors.append(None)

    return run


@guarded
def parse(text):
    print(10 // int(text))


for text in ("5", "0", "five"):
    thread = threading.Thread(target=parse, args=(text,))
    thread.start()
    thread.join()
print(errors)
