//! An installed CPython that runs one program after another in a single process.

use last_thread_standing::machine::settings::PythonVersion;
use std::io::{BufRead, BufReader, Write};
use std::process::{Child, ChildStdin, ChildStdout, Command, Stdio};

/// Reads a program a line (as JSON), runs it, and answers with a line: what it printed, or null if it takes too long.
const DRIVER: &str = r#"
import contextlib, io, json, signal, sys
class TooLong(BaseException):
    pass
def give_up(number, frame):
    raise TooLong
signal.signal(signal.SIGALRM, give_up)
print(json.dumps(sys.version_info[1]), flush=True)
for line in sys.stdin:
    out = io.StringIO()
    with contextlib.redirect_stdout(out):
        signal.alarm(3)
        try:
            exec(compile(json.loads(line), "program.py", "exec"), {"__name__": "__main__"})
        except TooLong:
            out = None
        except BaseException as error:
            print("raised", type(error).__name__, error)
        signal.alarm(0)
    print(json.dumps(out and out.getvalue()), flush=True)
"#;

pub struct CPython {
    child: Child,
    programs: ChildStdin,
    answers: BufReader<ChildStdout>,
    pub version: PythonVersion,
}

impl CPython {
    pub fn start() -> Self {
        let mut child = Command::new(std::env::var("PYTHON").unwrap_or_else(|_| "python3".to_owned()))
            .args(["-I", "-W", "ignore", "-c", DRIVER])
            .stdin(Stdio::piped())
            .stdout(Stdio::piped())
            // The programs raise on purpose: their tracebacks would hide what a failed test says.
            .stderr(Stdio::null())
            .spawn()
            .expect("python3 is installed");
        let programs = child.stdin.take().expect("its input is a pipe");
        let mut answers = BufReader::new(child.stdout.take().expect("its output is a pipe"));
        let minor: u8 = answer(&mut answers);
        Self { child, programs, answers, version: PythonVersion(minor) }
    }

    /// What the program prints, if it comes to an end soon.
    pub fn run(&mut self, program: &str) -> Option<String> {
        let line = serde_json::to_string(program).expect("a text is JSON");
        writeln!(self.programs, "{line}").expect("CPython takes another program");
        answer(&mut self.answers)
    }
}

impl Drop for CPython {
    fn drop(&mut self) {
        self.child.kill().and_then(|()| self.child.wait()).ok();
    }
}

fn answer<T: serde::de::DeserializeOwned>(answers: &mut BufReader<ChildStdout>) -> T {
    let mut line = String::new();
    answers.read_line(&mut line).expect("CPython answers");
    serde_json::from_str(&line).expect("the answer is JSON")
}
