"""The current folder is that of the whole process: a thread that comes later works in it."""

import os
import threading

os.makedirs("outer/inner")
os.chdir("outer")


def work():
    with open("note.txt", "w") as file:
        file.write(os.path.basename(os.getcwd()))
    with open("inner/deep.txt", "w") as file:
        file.write("deep")
    try:
        open("missing/file.txt", "w")
    except FileNotFoundError as error:
        print(error)
    os.chdir("inner")


thread = threading.Thread(target=work)
thread.start()
thread.join()
print(os.path.basename(os.getcwd()), os.listdir("."), sorted(os.listdir("..")))
print(open("deep.txt").read(), open(os.path.join("..", "note.txt")).read(), os.path.exists("note.txt"))
os.chdir(os.path.join("..", ".."))
print(open("outer/note.txt").read(), os.path.isdir("outer/inner"), os.path.getsize("outer/inner/deep.txt"))
with open(os.path.abspath("outer/inner/deep.txt"), "a") as file:
    file.write("er")
print(open("outer/inner/deep.txt").read())
try:
    os.chdir("nowhere")
except FileNotFoundError as error:
    print(error)
