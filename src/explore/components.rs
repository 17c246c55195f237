//! Strongly connected components of the graph of states: where a process can go round for ever. Tarjan's algorithm
//! ("Depth-first search and linear graph algorithms", 1972), with a stack of its own since graphs are deep.

/// The components with more than one node, or with an edge from a node to itself.
pub fn cycles(nodes: usize, edges: impl Fn(usize) -> Vec<usize>) -> Vec<Vec<usize>> {
    const UNSEEN: usize = usize::MAX;
    let mut index = vec![UNSEEN; nodes];
    let mut low = vec![0; nodes];
    let mut on_stack = vec![false; nodes];
    let mut stack: Vec<usize> = Vec::new();
    let mut found = Vec::new();
    let mut next_index = 0;
    for start in 0..nodes {
        if index[start] != UNSEEN {
            continue;
        }
        let mut calls: Vec<(usize, Vec<usize>, usize)> = vec![(start, edges(start), 0)];
        index[start] = next_index;
        low[start] = next_index;
        next_index += 1;
        stack.push(start);
        on_stack[start] = true;
        while let Some((node, targets, at)) = calls.last_mut() {
            let node = *node;
            if let Some(&target) = targets.get(*at) {
                *at += 1;
                if index[target] == UNSEEN {
                    index[target] = next_index;
                    low[target] = next_index;
                    next_index += 1;
                    stack.push(target);
                    on_stack[target] = true;
                    calls.push((target, edges(target), 0));
                } else if on_stack[target] {
                    low[node] = low[node].min(index[target]);
                }
                continue;
            }
            let to_itself = targets.contains(&node);
            calls.pop();
            if let Some((caller, _, _)) = calls.last() {
                low[*caller] = low[*caller].min(low[node]);
            }
            if low[node] == index[node] {
                let mut component = Vec::new();
                while let Some(member) = stack.pop() {
                    on_stack[member] = false;
                    component.push(member);
                    if member == node {
                        break;
                    }
                }
                if component.len() > 1 || to_itself {
                    component.sort_unstable();
                    found.push(component);
                }
            }
        }
    }
    found
}

#[cfg(test)]
mod tests {
    use super::cycles;

    #[test]
    fn finds_loops_and_nothing_else() {
        let edges = [vec![1], vec![2, 3], vec![1], vec![4], vec![4], vec![0]];
        let mut found = cycles(edges.len(), |node| edges[node].clone());
        found.sort();
        assert_eq!(found, vec![vec![1, 2], vec![4]]);
    }
}
