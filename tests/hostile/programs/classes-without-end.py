# answer: the limit of 256 MB of memory was reached
kept = []
while True:
    kept.append(type('C', tuple(kept[-1:]), {}))
