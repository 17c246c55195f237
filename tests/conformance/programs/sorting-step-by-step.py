"""Which items a sort compares, and in which order: a `__lt__` shows it, and so does a list that cannot be sorted."""
import random


class Item:
    log = []

    def __init__(self, value, name):
        self.value, self.name = value, name

    def __lt__(self, other):
        Item.log.append(self.name + other.name)
        return self.value < other.value

    def __repr__(self):
        return f"{self.value}{self.name}"


def show(values, reverse=False):
    Item.log.clear()
    items = sorted([Item(value, "abcdefghijklmnopqrstuvwxyz"[at]) for at, value in enumerate(values)], reverse=reverse)
    print(items, " ".join(Item.log))


for values in ([], [1], [2, 1], [1, 2, 3], [3, 2, 1], [1, 1, 1], [2, 2, 1, 1], [3, 3, 2, 2, 5, 4], [1, 3, 2, 5, 4, 9, 0]):
    show(values)
    show(values, reverse=True)
numbers = random.Random(7)
for _ in range(12):
    values = [numbers.randrange(6) for _ in range(numbers.randrange(4, 20))]
    show(values, numbers.random() < 0.4)

for mixed in ([1, "a"], ["a", 1], [1, 2, "a", 3], ["a", "b", 1, "c"], [3, None, 1], [2, 1, 0, "x", "y"], [(1, "a"), (1, 2)]):
    for reverse in (False, True):
        try:
            sorted(mixed, reverse=reverse)
        except TypeError as error:
            print(mixed, reverse, error)


class Sized:
    def __iter__(self):
        print("iter", end=" ")
        return iter([3, 1, 2])

    def __len__(self):
        print("len", end=" ")
        return 3


print(list(Sized()))
print(tuple(Sized()))
print(sorted(Sized()))
print([0, *Sized()])
print(set(Sized()) == {1, 2, 3})
print(sum(Sized()), max(Sized()), [item for item in Sized()])
items = [0]
items.extend(Sized())
print(items)
