"""What a generator tells of itself while several threads take from it."""
import threading


def numbers(limit):
    for number in range(limit):
        if number == 1:
            print("running:", source.gi_running)
        yield number


source = numbers(3)
print(source.gi_running, source.gi_frame.f_locals, source.gi_code.co_name, source.__name__)
taken = []


def take():
    for number in source:
        taken.append(number)


worker = threading.Thread(target=take)
worker.start()
worker.join()
print(taken, source.gi_running, source.gi_frame, source.gi_yieldfrom)


def outer():
    yield from inner


inner = numbers(0)
inner_first = outer()
print(next(inner_first, "empty"), inner_first.gi_yieldfrom)
