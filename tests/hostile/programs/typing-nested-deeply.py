# answer: the limit of 256 MB of memory was reached
import typing
t = int
while True:
    t = typing.List[t]
