# answer: Never exits
match list(range(3_000_000)):
    case [first, *rest, last]:
        while True:
            [first, *rest, last]
