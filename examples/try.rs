use last_thread_standing::{
    machine::settings::MachineSettings,
    run::{self, Limits},
    schedule::typical::Typical,
};
fn main() {
    let path = std::env::args().nth(1).unwrap();
    let text = std::fs::read_to_string(&path).unwrap();
    match run::prepare(&text, &path, &MachineSettings::default(), Box::new(Typical), Limits::default()) {
        Ok(run) => {
            let t = run.finish();
            print!("{}", t.stdout);
            eprint!("{}", t.stderr);
            if std::env::var("EV").is_ok() {
                for e in &t.events {
                    println!("{:>12} T{} L{} {:?}", e.at_ns, e.thread.0, e.line, e.kind);
                }
            }
            eprintln!("=> {:?} at {} ns, {} events", t.outcome, t.end_ns, t.events.len());
        }
        Err(d) => println!("{d:?}"),
    }
}
