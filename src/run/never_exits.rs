//! Why a process never exits: who waits for whom, and who keeps it alive.

use super::drive::Run;
use crate::machine::event::{Phase, ThreadId, WaitFor};

impl Run {
    /// Who waits for what, beginning with what exit hangs on.
    pub(super) fn chain_of_waits(&self) -> Vec<(ThreadId, WaitFor, Option<ThreadId>)> {
        let mut waiting: Vec<(ThreadId, WaitFor, Option<ThreadId>)> = Vec::new();
        let mut pending = vec![ThreadId::MAIN];
        pending.extend(self.keepers());
        pending.extend(self.machine.threads.iter().map(|thread| thread.id));
        for start in pending {
            let mut next = Some(start);
            while let Some(id) = next {
                if waiting.iter().any(|&(known, _, _)| known == id) {
                    break;
                }
                let Some(state) = self.machine.threads.get(id.0 as usize).and_then(|thread| thread.waiting()) else {
                    break;
                };
                let what = state.what;
                let on = match what {
                    WaitFor::Join(other) | WaitFor::ExitJoin(other) | WaitFor::Start(other) => Some(other),
                    WaitFor::Acquire(sync) => self.machine.syncs.get(sync.0 as usize).and_then(|sync| sync.owner),
                    _ => None,
                };
                waiting.push((id, what, on));
                next = on;
            }
        }
        waiting
    }

    /// The threads that keep the process alive: those that are not daemons, and the main thread while its text runs.
    pub(super) fn keepers(&self) -> Vec<ThreadId> {
        let main_runs = self.machine.phase == Phase::Running;
        self.machine
            .threads
            .iter()
            .filter(|thread| thread.is_alive())
            .map(|thread| thread.id)
            .filter(|&id| match id {
                ThreadId::MAIN => main_runs,
                id => !self.machine.thread_facts[id.0 as usize].daemon,
            })
            .collect()
    }
}
