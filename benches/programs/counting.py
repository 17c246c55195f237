def count(limit):
    total = 0
    number = 0
    while number < limit:
        if number % 3 == 0:
            total += number
        number += 1
    return total

print(count(1000000))
