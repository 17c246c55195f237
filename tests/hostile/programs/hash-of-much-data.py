import hashlib
h = hashlib.sha256()
while True:
    h.update(b'x' * 3_900_000)
