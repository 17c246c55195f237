people = [("Ann", 31), ("Bob", 25), ("Cid", 31), ("Dot", 25)]
print(sorted(people, key=lambda p: p[1]))
print(sorted(people, key=lambda p: (-p[1], p[0]), reverse=True))
print(sorted([3, -1, 2], key=abs), sorted("bca", reverse=True), sorted({"b": 1, "a": 2}))
print(min(people, key=lambda p: p[1]), max(people, key=lambda p: p[1]), max([], default="none"))
nums = [5, 3, 9]
print(nums.sort(), nums, sorted(nums, reverse=True)[:2])
print(sorted([(1, "b"), (1, "a"), (0, "z")]), sorted([[2], [1, 5], []]))
try:
    sorted([1, "a"])
except TypeError as error:
    print(error)


class Item:
    def __init__(self, weight):
        self.weight = weight

    def __lt__(self, other):
        return self.weight < other.weight


print([i.weight for i in sorted([Item(3), Item(1), Item(2)])])
