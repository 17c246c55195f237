"""Complex numbers: a small Mandelbrot set drawn by threads, roots, and how they are printed."""
import cmath
import threading

WIDTH, ROWS, DEPTH = 36, 11, 40


def escape(c):
    z = 0j
    for step in range(DEPTH):
        if abs(z) > 2:
            return step
        z = z * z + c
    return DEPTH


def draw(number, picture):
    y = (number - ROWS // 2) / 5
    line = ""
    for column in range(WIDTH):
        steps = escape(complex(-2.1 + column * 0.085, y))
        line += "#" if steps == DEPTH else ".:-=+*"[steps % 6]
    picture[number] = line


picture = {}
threads = [threading.Thread(target=draw, args=(number, picture)) for number in range(ROWS)]
for thread in threads:
    thread.start()
for thread in threads:
    thread.join()
print(*(picture[number] for number in sorted(picture)), sep="\n")


def roots(a, b, c):
    d = cmath.sqrt(b * b - 4 * a * c)
    return (-b + d) / (2 * a), (-b - d) / (2 * a)


print(roots(1, 2, 5), roots(1, -3, 2))
z = 3 + 4j
print(z, z.real, z.imag, abs(z), z.conjugate(), -z, z * 2, 2 - z, z / 2, 1 / 2j, z ** 2, z ** -1, 2j ** 2)
print(1j, -1j, 0j, complex(1), complex(0, -2), complex("1-2j"), complex("3j"), complex(" 2 "), 1.5 + 0.5j, 1e20 + 1j)
print(f"{z:.2f}|{z:>12}|{z:e}|{z}|{z!r:>10}", "%s" % z, "{:.1f}".format(1 / z), [z], str(2 + 0j))
print(z == 3 + 4j, z == 3, 3 + 0j == 3, hash(3 + 0j) == hash(3), bool(0j), {1 + 0j: "one"}[1], isinstance(z, complex))
print(type(z), sum([1j, 2, 0.5]), complex(1 + 1j, 2j), cmath.phase(1j), cmath.isclose(1j * 1j, -1))
for name, action in [
    ("order", lambda: 1j < 2j),
    ("zero", lambda: 1j / 0),
    ("text", lambda: complex("1 + j")),
    ("floor", lambda: z.real // 0j.imag),
    ("whole", lambda: complex([])),
    ("set", lambda: setattr(z, "real", 1)),
]:
    try:
        print(name, action())
    except Exception as error:
        print(name, type(error).__name__, error)
