import typing
t = int
while True:
    t = typing.List[t]
