import threading


def spam(letter):
    for n in range(20):
        print(f"{letter}{n}")


for letter in "ab":
    t = threading.Thread(target=spam, args=(letter,))
    t.start()
    t.join()
