print(7 // 2, -7 // 2, 7 % 3, -7 % 3, 7 % -3, divmod(-7, 2), 2 ** 10, 2 ** -1, 2 ** 100, 7 / 2, 6 / 3)
print(7.5 // 2, -7.5 % 2, 1e3, 1.0, 0.1 + 0.2, 1 / 3, 1e22, 123456789.123, 1.5e-10, float("nan"), -0.0)
print(round(2.5), round(3.5), round(2.675, 2), round(1234, -2), abs(-3), pow(3, 4, 5), int(-3.9), int("ff", 16), int("0b11", 0))
print(bin(10), oct(8), hex(255), 0xFF, 0b11, 0o17, 1_000_000, True + True, 5 & 3, 5 | 3, 5 ^ 3, ~5, 1 << 70, -9 >> 1)
print(12345678901234567890 * 98765432109876543210, (10 ** 30) // 7, -(10 ** 20) % 7, 10 ** 18 + 1)
print(1 < 2 < 3, 1 < 3 < 2, 1 == 1.0, 0.1 + 0.2 == 0.3, not 0, 3 and 5, 0 or "x", None is None, 1 if [] else 2)
print(min(3, 1, 2), max([1, 5]), sum(range(101)), float(3), str(3.0), bool("False"), int(True), (3).bit_length(), (2.5).is_integer())
print(3.7 - 1.2, 100 * 1.1, 1e308 * 10, 2 ** 0.5, 10 % 3.5, int(1e20), 5 .__add__(2), hash(1) == hash(1.0))
try:
    int("1.5")
except ValueError as error:
    print(error)
