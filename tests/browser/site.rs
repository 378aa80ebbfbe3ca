//! A static server for the built site, on the loopback address and a free port.

use std::fs;
use std::io::{self, BufRead, BufReader, Write};
use std::net::{Ipv4Addr, SocketAddr, TcpListener, TcpStream};
use std::path::{Path, PathBuf};
use std::sync::Arc;
use std::sync::atomic::{AtomicUsize, Ordering};
use std::thread;

/// The path that the site is served under: not the root, so that an address which is
/// not relative leads nowhere.
const BASE: &str = "/planner/";

/// The site in `dist/`, served until the test's process ends.
pub struct Site {
    address: SocketAddr,
}

/// Files that the site does not find: by their ending, and how often.
struct Missing {
    ending: &'static str,
    times: AtomicUsize,
}

impl Missing {
    /// Whether this file is not found this time.
    fn takes(&self, file: &Path) -> bool {
        let fewer = |times: usize| times.checked_sub(1);
        file.to_string_lossy().ends_with(self.ending)
            && self.times.fetch_update(Ordering::Relaxed, Ordering::Relaxed, fewer).is_ok()
    }
}

impl Site {
    /// Serves the site as it was built.
    pub fn serve() -> Self {
        Self::start("", 0)
    }

    /// Serves the site, but answers "not found" for every file with the given ending.
    pub fn serve_without(ending: &'static str) -> Self {
        Self::start(ending, usize::MAX)
    }

    /// Serves the site, but answers "not found" the first time for such a file.
    pub fn serve_at_second_try(ending: &'static str) -> Self {
        Self::start(ending, 1)
    }

    fn start(ending: &'static str, times: usize) -> Self {
        let dist = Path::new(env!("CARGO_MANIFEST_DIR")).join("dist");
        assert!(dist.join("index.html").is_file(), "dist/ holds no site: run `trunk build --release` first");
        let listener = TcpListener::bind((Ipv4Addr::LOCALHOST, 0)).expect("a free port");
        let address = listener.local_addr().expect("the listener has an address");
        let missing = Arc::new(Missing { ending, times: AtomicUsize::new(times) });
        thread::spawn(move || {
            for stream in listener.incoming().flatten() {
                let (dist, missing) = (dist.clone(), Arc::clone(&missing));
                // A thread each: browsers open connections ahead and leave them idle.
                thread::spawn(move || answer(stream, &dist, &missing));
            }
        });
        Self { address }
    }

    /// The scheme, host and port, which every address of the page must share.
    pub fn origin(&self) -> String {
        format!("http://{}", self.address)
    }

    /// The address of the page.
    pub fn address(&self) -> String {
        format!("{}{BASE}", self.origin())
    }
}

/// Answers the one request of a connection.
fn answer(mut stream: TcpStream, dist: &Path, missing: &Missing) -> io::Result<()> {
    let mut lines = BufReader::new(stream.try_clone()?).lines();
    let Some(request) = lines.next().transpose()? else {
        return Ok(());
    };
    for line in lines {
        if line?.is_empty() {
            break;
        }
    }
    let path = request.split(' ').nth(1).unwrap_or_default();
    let path = path.split('?').next().unwrap_or_default();
    let found = file(dist, path)
        .filter(|file| !missing.takes(file))
        .and_then(|file| Some((media_type(&file), fs::read(&file).ok()?)));
    let (status, media_type, body) = match found {
        Some((media_type, body)) => ("200 OK", media_type, body),
        None => ("404 Not Found", "text/plain; charset=utf-8", b"Not found\n".to_vec()),
    };
    write!(
        stream,
        "HTTP/1.1 {status}\r\nContent-Type: {media_type}\r\nContent-Length: {}\r\n\
         Cache-Control: no-cache\r\nConnection: close\r\n\r\n",
        body.len()
    )?;
    stream.write_all(&body)
}

/// The file that a path below [`BASE`] asks for.
fn file(dist: &Path, path: &str) -> Option<PathBuf> {
    let name = path.strip_prefix(BASE)?;
    let name = if name.is_empty() { "index.html" } else { name };
    (!name.split('/').any(|part| part == "..")).then(|| dist.join(name))
}

fn media_type(file: &Path) -> &'static str {
    match file.extension().and_then(|extension| extension.to_str()) {
        Some("html") => "text/html; charset=utf-8",
        Some("css") => "text/css; charset=utf-8",
        Some("js") => "text/javascript; charset=utf-8",
        Some("wasm") => "application/wasm",
        Some("svg") => "image/svg+xml",
        Some("json") => "application/json",
        _ => "application/octet-stream",
    }
}
