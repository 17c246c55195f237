# answer: Exits at
import enum
class F(enum.IntFlag):
    A = 1
print(F(1 << 100_000))
