"""Ctrl-C while the main thread is busy in a loop that is the first thing within its `try`."""
import os
import signal
import threading


def interrupt_soon(seconds=0.2):
    threading.Timer(seconds, os.kill, (os.getpid(), signal.SIGINT)).start()


def counting():
    rounds = 0
    try:
        while True:
            rounds += 1
    except KeyboardInterrupt:
        print("stopped counting", rounds > 100)


def within_a_finally():
    try:
        while True:
            pass
    finally:
        print("cleaned up")


def within_a_loop_with_its_own_try():
    caught = []
    try:
        while True:
            try:
                sum(range(50))
            except KeyError as error:
                caught.append(error)
    except KeyboardInterrupt as error:
        print("interrupted", repr(error), caught)


class Asked(Exception):
    pass


def handler(number, frame):
    asked.append(signal.Signals(number).name)
    if len(asked) > 1:
        raise Asked(len(asked))


interrupt_soon()
counting()
interrupt_soon()
try:
    within_a_finally()
except KeyboardInterrupt:
    print("and went on")
interrupt_soon()
within_a_loop_with_its_own_try()

asked = []
signal.signal(signal.SIGINT, handler)
interrupt_soon()
interrupt_soon(0.4)
numbers = 0
try:
    while True:
        numbers += 1
except Asked as error:
    print(repr(error), asked, numbers > 100)
