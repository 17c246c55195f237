import io
out = io.StringIO()
while True:
    out.write('x' * 100_000)
