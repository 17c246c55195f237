# answer: the limit of 4,000,000 characters or items in one object was reached
import hashlib
h = hashlib.sha256()
while True:
    h.update(b'x' * 3_900_000)
