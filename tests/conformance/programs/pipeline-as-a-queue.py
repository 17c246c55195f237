import threading, queue, logging, random, time, concurrent.futures
class Pipeline(queue.Queue):
    def __init__(self):
        super().__init__(maxsize=3)
    def get_message(self, name):
        logging.debug("%s:about to get from queue", name)
        value = self.get()
        logging.debug("%s:got %d from queue", name, value)
        return value
    def set_message(self, value, name):
        logging.debug("%s:about to add %d to queue", name, value)
        self.put(value)
        logging.debug("%s:added %d to queue", name, value)
def producer(pipeline, event):
    n = 0
    while not event.is_set():
        n += 1
        pipeline.set_message(n, "Producer")
        time.sleep(0.4)
    logging.info("Producer received EXIT event. Exiting")
def consumer(pipeline, event):
    while not event.is_set() or not pipeline.empty():
        message = pipeline.get_message("Consumer")
        logging.info("Consumer storing message: %s  (queue size=%s)", message, pipeline.qsize())
        if message == 3: event.set()
    logging.info("Consumer received EXIT event. Exiting")
if __name__ == "__main__":
    import sys
    logging.basicConfig(format="%(levelname)s: %(message)s", level=logging.INFO, stream=sys.stdout)
    pipeline = Pipeline()
    event = threading.Event()
    with concurrent.futures.ThreadPoolExecutor(max_workers=2) as executor:
        executor.submit(producer, pipeline, event)
        executor.submit(consumer, pipeline, event)
