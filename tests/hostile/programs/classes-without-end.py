kept = []
while True:
    kept.append(type('C', tuple(kept[-1:]), {}))
