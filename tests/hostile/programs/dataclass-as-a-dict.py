# answer: the limit of 100,000,000 operations was reached
from dataclasses import dataclass, asdict
@dataclass
class Node:
    a: object = None
    b: object = None
node = Node()
for _ in range(60):
    node = Node(node, node)
print(asdict(node))
