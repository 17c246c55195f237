# answer: the limit of 100,000,000 operations was reached
import textwrap
print(len(textwrap.fill('word ' * 700_000, width=1)))
