//! The one loop over all bytes of a list that isn't left to be interpreted.

/// The starts of the lines between two places whose content begins at a column or left of it: the same as `edgesOf` in
/// src/krm/list/edges.ts, which says why.
pub fn edges(bytes: &[u8], from: usize, to: usize, column: usize) -> Vec<u32> {
    let mut starts = Vec::new();
    let mut start = from;
    while start < to.min(bytes.len()) {
        let line = &bytes[start..];
        let indent = line.iter().take_while(|&&byte| byte == b' ').count();
        if indent <= column && !matches!(line.get(indent), None | Some(b'\n' | b'\r' | b'#')) {
            starts.push(start as u32);
        }
        match line[indent..].iter().position(|&byte| byte == b'\n') {
            Some(length) => start += indent + length + 1,
            None => break,
        }
    }
    starts
}
