# answer: RecursionError: maximum recursion depth exceeded
from dataclasses import dataclass, field
@dataclass
class Node:
    next: object = None
node = Node()
for _ in range(100_000):
    node = Node(node)
print(node)
