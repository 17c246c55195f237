#!/usr/bin/env python3
# -*- coding: utf-8 -*-
"""Producer consumer using condition."""
import random
import threading
import time

class Buffer(object):
    def __init__(self, size):
        self.items = []
        self.size = size
        self.cond = threading.Condition()

    def put(self, item):
        with self.cond:
            while len(self.items) >= self.size:
                self.cond.wait()
            self.items.append(item)
            self.cond.notify_all()

    def get(self):
        self.cond.acquire()
        try:
            while not self.items:
                self.cond.wait()
            item = self.items.pop(0)
            self.cond.notifyAll()
            return item
        finally:
            self.cond.release()

def producer(buf):
    for i in range(5):
        buf.put(i)
        time.sleep(0.01)

def consumer(buf, out):
    for _ in range(5):
        out.append(buf.get())

if __name__ == '__main__':
    buf = Buffer(2)
    out = []
    p = threading.Thread(target=producer, args=(buf,))
    c = threading.Thread(target=consumer, args=(buf, out))
    p.setDaemon(False)
    p.start(); c.start()
    p.join(); c.join()
    print('consumed', out)
    print(threading.activeCount(), threading.currentThread().getName())
