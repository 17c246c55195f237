# answer: the limit of 256 MB of memory was reached
from dataclasses import make_dataclass
kept = []
while True:
    kept.append(make_dataclass(f'C{len(kept)}', [f'f{n}' for n in range(200)]))
