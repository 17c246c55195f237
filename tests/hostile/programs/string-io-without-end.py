# answer: the limit of 4,000,000 characters or items in one object was reached
import io
out = io.StringIO()
while True:
    out.write('x' * 100_000)
