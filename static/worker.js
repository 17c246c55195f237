// The page's second thread. It runs the same program as the page, which finds that it has no window and explores
// (src/ui/background/worker.rs). The first message says where the program is, so that it is neither looked for nor
// compiled again.

addEventListener(
  "message",
  ({ data: [address, module, later] }) => {
    import(address)
      .then(({ default: start, takeLater }) => {
        if (later) takeLater(later);
        return start({ module_or_path: module });
      })
      // The page is told of an error that nobody catches, but not of a promise.
      .catch((error) => setTimeout(() => { throw error; }));
  },
  { once: true },
);
