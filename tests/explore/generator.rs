//! Small threaded programs whose every choice is taken from lists of numbers, one list for the main thread and one for each
//! other, so that a program that shows a mistake can be made smaller.

use last_thread_standing::machine::settings::{MachineSettings, PythonVersion, Runtime, StdoutKind};
use std::collections::BTreeSet;

/// What a program is made from.
#[derive(Clone, Debug)]
pub struct Seeds {
    pub settings: Vec<u8>,
    pub main: Vec<u8>,
    pub bodies: Vec<Vec<u8>>,
}

/// A program and the settings to run it with.
#[derive(Clone, Debug)]
pub struct Program {
    pub text: String,
    pub settings: MachineSettings,
}

/// Everything that statements can use, and what has to be there for it.
const THINGS: [(&str, &str); 15] = [
    ("x", "x = 0"),
    ("box", "class Box:\n    total = 0\n\n\nbox = Box()\nbox.n = 0"),
    ("items", "items = []"),
    ("table", "table = {}"),
    ("lock", "lock = threading.Lock()"),
    ("other_lock", "other_lock = threading.Lock()"),
    ("rlock", "rlock = threading.RLock()"),
    ("event", "event = threading.Event()"),
    ("condition", "condition = threading.Condition()"),
    ("semaphore", "semaphore = threading.Semaphore(1)"),
    ("jobs", "jobs = queue.Queue(1)"),
    ("letters", "letters = queue.SimpleQueue()"),
    ("same", "def same(value):\n    return value"),
    (
        "cell",
        "def make_cell():\n    value = 0\n\n    def change(by):\n        nonlocal value\n        value += by\n        return value\n\n    return change\n\n\ncell = make_cell()",
    ),
    ("numbers", "numbers = iter(range(3))"),
];

/// Times of sleeps and of waits that run out: within the race window, at its edge, and beyond.
const TIMES: [&str; 5] = ["0.005", "0", "0.01", "0.05", "0.1"];

struct Choices<'a> {
    numbers: &'a [u8],
    next: usize,
}

impl Choices<'_> {
    fn is_over(&self) -> bool {
        self.next >= self.numbers.len()
    }

    fn choose(&mut self, count: usize) -> usize {
        let choice = self.numbers.get(self.next).copied().unwrap_or(0);
        self.next += 1;
        usize::from(choice) % count
    }

    fn time(&mut self) -> &'static str {
        TIMES[self.choose(TIMES.len())]
    }
}

struct Author<'a> {
    choices: Choices<'a>,
    used: &'a mut BTreeSet<&'static str>,
    /// Who writes: 0 for the main thread.
    me: usize,
    threads: usize,
    lines: Vec<String>,
    statements: usize,
    printed: usize,
}

impl Author<'_> {
    fn line(&mut self, indent: usize, line: &str) {
        self.lines.push(format!("{}{line}", "    ".repeat(indent)));
    }

    fn uses(&mut self, thing: &'static str) {
        self.used.insert(thing);
    }

    fn print(&mut self, indent: usize) {
        self.printed += 1;
        let label = format!("{}{}", char::from(b'm' + self.me as u8), self.printed);
        self.line(indent, &format!("print('{label}')"));
    }

    /// One of the threads, not the one that writes.
    fn thread(&mut self) -> usize {
        self.choices.choose(self.threads)
    }

    fn block(&mut self, indent: usize, most: usize) {
        let count = 1 + self.choices.choose(most);
        for _ in 0..count {
            self.statement(indent);
        }
    }

    fn statements_while_choices_last(&mut self, most: usize) {
        while !self.choices.is_over() && self.statements < most {
            self.statement(1);
        }
    }

    fn statement(&mut self, indent: usize) {
        self.statements += 1;
        // The deepest statements are simple ones.
        let count = if indent < 3 && self.statements < 8 { 48 } else { 33 };
        match self.choices.choose(count) {
            0 => self.print(indent),
            1 => {
                self.uses("x");
                self.line(indent, "x += 1");
            }
            2 => {
                self.uses("x");
                self.line(indent, "print(x)");
            }
            3 => {
                self.uses("x");
                self.uses("same");
                self.line(indent, "x = same(x) + 1");
            }
            4 => {
                let time = self.choices.time();
                self.line(indent, &format!("time.sleep({time})"));
            }
            5 => {
                self.uses("items");
                let me = self.me;
                self.line(indent, &format!("items.append({me})"));
            }
            6 => {
                self.uses("items");
                self.line(indent, "print(items)");
            }
            7 => {
                self.uses("items");
                self.line(indent, "items.pop()");
            }
            8 => {
                self.uses("table");
                let me = self.me;
                self.line(indent, &format!("table['k'] = table.get('k', 0) + {me}"));
            }
            9 => {
                self.uses("table");
                self.line(indent, "print(table.pop('k', None))");
            }
            10 => {
                self.uses("box");
                self.line(indent, "box.n += 1");
            }
            11 => {
                self.uses("box");
                self.line(indent, "Box.total += 1");
            }
            12 => {
                self.uses("box");
                self.line(indent, "print(box.n, box.total)");
            }
            13 => {
                self.uses("cell");
                self.line(indent, "print(cell(1))");
            }
            14 => {
                self.uses("event");
                let call = ["set()", "clear()", "wait()"][self.choices.choose(3)];
                self.line(indent, &format!("event.{call}"));
            }
            15 => {
                self.uses("event");
                let time = self.choices.time();
                self.line(indent, &format!("print(event.wait({time}))"));
            }
            16 => {
                self.uses("lock");
                let call = ["acquire()", "release()", "acquire(False)", "locked()"][self.choices.choose(4)];
                self.line(indent, &format!("lock.{call}"));
            }
            17 => {
                self.uses("lock");
                let time = self.choices.time();
                self.line(indent, &format!("print(lock.acquire(timeout={time}))"));
            }
            18 => {
                self.uses("semaphore");
                let time = self.choices.time();
                let call = ["acquire()", "release()", "acquire(False)"][self.choices.choose(3)];
                match self.choices.choose(3) {
                    0 => self.line(indent, &format!("print(semaphore.acquire(timeout={time}))")),
                    _ => self.line(indent, &format!("semaphore.{call}")),
                }
            }
            19 => {
                self.uses("jobs");
                let me = self.me;
                let call = ["put(1)", "get()", "task_done()", "join()", "put_nowait(2)"][self.choices.choose(5)];
                self.line(indent, &format!("jobs.{}", call.replace('1', &me.to_string())));
            }
            20 => {
                self.uses("jobs");
                let time = self.choices.time();
                let call = ["get", "put"][self.choices.choose(2)];
                let item = if call == "put" { "3, " } else { "" };
                self.line(indent, &format!("print(jobs.{call}({item}timeout={time}))"));
            }
            21 => {
                self.uses("letters");
                let call = ["put('l')", "get()", "get_nowait()", "empty()"][self.choices.choose(4)];
                self.line(indent, &format!("print(letters.{call})"));
            }
            22 => {
                let (thread, time) = (self.thread(), self.choices.time());
                let arguments = if self.choices.choose(2) == 0 { "" } else { time };
                self.line(indent, &format!("t{thread}.join({arguments})"));
            }
            23 => {
                let thread = self.thread();
                self.line(indent, &format!("print(t{thread}.is_alive())"));
            }
            24 => {
                let thread = self.thread();
                self.line(indent, &format!("t{thread}.start()"));
            }
            25 => self.line(indent, "print(threading.active_count())"),
            26 => self.line(indent, "raise ValueError"),
            27 => self.line(indent, "sys.exit(3)"),
            28 => {
                let me = self.me;
                let flush = ["", "file.flush()"][self.choices.choose(2)];
                self.line(indent, "file = open('f', 'a')");
                self.line(indent, &format!("file.write('{me}')"));
                if !flush.is_empty() {
                    self.line(indent, flush);
                }
            }
            29 => self.line(indent, "print(open('f').read())"),
            30 => self.line(indent, "return"),
            31 => {
                self.uses("numbers");
                self.line(indent, "print(next(numbers, None))");
            }
            32 => {
                self.uses("condition");
                self.line(indent, "with condition:");
                let call = ["notify()", "wait()", "notify_all()"][self.choices.choose(3)];
                let time = self.choices.time();
                match self.choices.choose(3) {
                    0 => self.line(indent + 1, &format!("print(condition.wait({time}))")),
                    _ => self.line(indent + 1, &format!("condition.{call}")),
                }
            }
            33..=36 => {
                let lock = ["lock", "other_lock", "rlock", "condition", "semaphore"][self.choices.choose(5)];
                self.uses(lock);
                self.line(indent, &format!("with {lock}:"));
                self.block(indent + 1, 2);
            }
            37 => {
                self.uses("rlock");
                self.line(indent, "with rlock:");
                self.line(indent + 1, "with rlock:");
                self.block(indent + 2, 1);
            }
            38 | 39 => {
                self.line(indent, "for _ in range(2):");
                self.block(indent + 1, 2);
            }
            40 => {
                self.line(indent, "try:");
                self.block(indent + 1, 2);
                self.line(indent, "finally:");
                self.block(indent + 1, 1);
            }
            41 => {
                self.line(indent, "try:");
                self.block(indent + 1, 2);
                self.line(indent, "except Exception as error:");
                self.line(indent + 1, "print(type(error).__name__)");
            }
            42 => {
                self.uses("x");
                self.line(indent, "if x > 0:");
                self.block(indent + 1, 2);
            }
            43 => {
                self.uses("x");
                let body = ["pass", "time.sleep(0.01)", "time.sleep(0.1)"][self.choices.choose(3)];
                self.line(indent, "while x < 1:");
                self.line(indent + 1, body);
            }
            44 => {
                let (thread, body) = (self.thread(), ["time.sleep(0.01)", "pass"][self.choices.choose(2)]);
                self.line(indent, &format!("while t{thread}.is_alive():"));
                self.line(indent + 1, body);
            }
            45 => {
                self.uses("event");
                let time = self.choices.time();
                self.line(indent, &format!("while not event.wait({time}):"));
                self.block(indent + 1, 1);
            }
            46 => {
                let time = ["0.005", "0.05"][self.choices.choose(2)];
                self.line(indent, &format!("threading.Timer({time}, print, ['tick']).start()"));
            }
            _ => {
                self.uses("items");
                self.line(indent, "if items:");
                self.block(indent + 1, 2);
            }
        }
    }
}

/// Whether a line goes on with the statement before it.
fn is_later_part(line: &str) -> bool {
    ["finally:", "except"].iter().any(|word| line.trim_start().starts_with(word))
}

impl Seeds {
    pub fn program(&self, versions: &[u8], runtime: Runtime) -> Program {
        let mut choices = Choices { numbers: &self.settings, next: 0 };
        let minor = versions[choices.choose(versions.len())];
        let stdout = [StdoutKind::Terminal, StdoutKind::Pipe, StdoutKind::Unbuffered][choices.choose(3)];
        let ctrl_c_ns = match choices.choose(8) {
            1 => vec![5_000_000],
            2 => vec![0, 60_000_000],
            _ => Vec::new(),
        };
        // Where others come in between any two operations, programs must be smaller.
        let each_operation = runtime == Runtime::FreeThreaded || minor <= 9;
        let threads = self.bodies.len().min(if each_operation { 1 } else { 3 });
        let most = match (each_operation, threads) {
            (false, 1) => 5,
            (false, 2) | (true, 1) => 3,
            _ => 1,
        };
        let mut used = BTreeSet::new();
        let mut functions = String::new();
        let written = |me: usize, numbers: &[u8], used: &mut BTreeSet<&'static str>| {
            let choices = Choices { numbers, next: 0 };
            let mut author = Author { choices, used, me, threads, lines: Vec::new(), statements: 0, printed: 0 };
            author.statements_while_choices_last(most);
            author.lines
        };
        for (at, body) in self.bodies.iter().take(threads).enumerate() {
            let mut lines = written(at + 1, body, &mut used);
            if lines.is_empty() {
                lines.push("    pass".into());
            }
            functions.push_str(&format!("def work{at}():\n    global x\n{}\n\n\n", lines.join("\n")));
        }
        let daemons: Vec<bool> = (0..threads).map(|_| choices.choose(3) == 1).collect();
        // The last thread may be left to others to start.
        let started = if threads > 1 && choices.choose(4) == 1 { threads - 1 } else { threads };
        let mut main = written(0, &self.main, &mut used);
        // The main thread may keep the others waiting at a lock, and give it back when they have started.
        let keeps_waiting = choices.choose(6) == 1;
        if keeps_waiting {
            used.insert("lock");
            // Between two statements of its own, not in the middle of one.
            let ends = |at: &usize| main.get(*at).is_none_or(|line| !line.starts_with("     ") && !is_later_part(line));
            let places: Vec<usize> = (0..=main.len()).filter(ends).collect();
            main.insert(places[choices.choose(places.len())], "    lock.release()".into());
        }
        let mut text = String::from("import queue\nimport sys\nimport threading\nimport time\n\n");
        for (_, definition) in THINGS.iter().filter(|(thing, _)| used.contains(thing)) {
            text.push_str(definition);
            text.push_str("\n\n\n");
        }
        text.push_str(&functions);
        text.push_str("def main():\n    global x\n    pass\n");
        if keeps_waiting {
            text.push_str("    lock.acquire()\n");
        }
        // Starts come first, or one of them after the first statement.
        for at in 0..started {
            if at > 0 && at == main.len().min(started) && choices.choose(2) == 1 {
                break;
            }
            text.push_str(&format!("    t{at}.start()\n"));
        }
        for line in &main {
            text.push_str(line);
            text.push('\n');
        }
        text.push_str("\n\n");
        for (at, daemon) in daemons.iter().enumerate() {
            let daemon = if *daemon { ", daemon=True" } else { "" };
            text.push_str(&format!("t{at} = threading.Thread(target=work{at}{daemon})\n"));
        }
        text.push_str("main()\n");
        let settings =
            MachineSettings { runtime, python: PythonVersion(minor), stdout, ctrl_c_ns, ..MachineSettings::default() };
        Program { text, settings }
    }
}
