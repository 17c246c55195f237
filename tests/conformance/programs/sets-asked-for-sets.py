"""A set that is asked for a set looks for the frozenset that is equal to it. Found by generated programs."""
seats = {frozenset({1, 2}), frozenset(), 3}
print({1, 2} in seats, {2, 3} in seats, set() in seats, {1} not in frozenset({frozenset({1})}))
seats.discard({7})
seats.remove({2, 1})
print(len(seats), {1, 2} in seats)
try:
    seats.remove({7})
except KeyError as error:
    print("KeyError", error)
try:
    [] in seats
except TypeError as error:
    print("TypeError", type(error).__name__)
try:
    {}[{1}]
except TypeError as error:
    print("TypeError", type(error).__name__)
try:
    seats.add({1})
except TypeError as error:
    print("TypeError", type(error).__name__)
