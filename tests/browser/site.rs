//! A static server for the built site or another release, on the loopback address and a free port.

use std::fs;
use std::io::{self, BufRead, BufReader, Write};
use std::net::{Ipv4Addr, SocketAddr, TcpListener, TcpStream};
use std::path::{Path, PathBuf};
use std::sync::atomic::{AtomicBool, AtomicUsize, Ordering};
use std::sync::{Arc, Mutex};
use std::thread;
use std::time::Duration;

use crate::engines::Engine;

/// The path that the site is served under: not the root, so that an address which is
/// not relative leads nowhere.
const BASE: &str = "/planner/";

/// What is served beside the site: a page with a frame, and a script that listens to what
/// goes wrong. WebKit's own log is out of reach, so there the page is served with it.
const FRAME: &str = "in-a-frame";
const LISTENING: &str = "listening.js";

/// A site on the loopback address, served until it is stopped or the test's process ends.
pub struct Site {
    address: SocketAddr,
    served: Arc<Served>,
}

/// What all answers have in common.
struct Served {
    folder: Mutex<PathBuf>,
    missing: Missing,
    /// The path of each request, below [`BASE`].
    asked: Mutex<Vec<String>>,
    stopped: AtomicBool,
}

/// Files that the site does not find: by their ending, and how often.
struct Missing {
    ending: &'static str,
    times: AtomicUsize,
}

impl Missing {
    /// Whether this file is not found this time.
    fn takes(&self, file: &Path) -> bool {
        // The worker would ask for the file as well, and find it for the page.
        if !self.ending.is_empty() && file.ends_with("sw.js") {
            return true;
        }
        let fewer = |times: usize| times.checked_sub(1);
        file.to_string_lossy().ends_with(self.ending)
            && self.times.fetch_update(Ordering::Relaxed, Ordering::Relaxed, fewer).is_ok()
    }
}

/// The site as it was built.
pub fn dist() -> PathBuf {
    let dist = Path::new(env!("CARGO_MANIFEST_DIR")).join("dist");
    assert!(dist.join("index.html").is_file(), "dist/ holds no site: run `scripts/build` first");
    dist
}

/// The name of a file in a sealed site by what it begins with and ends in, its hash
/// being in between.
pub fn sealed(folder: &Path, start: &str, ending: &str) -> String {
    let names = fs::read_dir(folder).expect("the site can be listed").map(|entry| entry.expect("a file").file_name());
    let mut names = names.filter_map(|name| name.into_string().ok());
    let found = names.find(|name| name.starts_with(&format!("{start}-")) && name.ends_with(ending));
    found.unwrap_or_else(|| panic!("{} holds no {start}-….{ending}", folder.display()))
}

impl Site {
    /// Serves the site as it was built.
    pub fn serve() -> Self {
        Self::serve_folder(dist())
    }

    /// Serves a site from another folder.
    pub fn serve_folder(folder: PathBuf) -> Self {
        Self::start(folder, "", 0)
    }

    /// Serves the site, but answers "not found" for every file with the given ending. The
    /// page has no worker then.
    pub fn serve_without(ending: &'static str) -> Self {
        Self::start(dist(), ending, usize::MAX)
    }

    /// Serves the site, but answers "not found" the first time for such a file. The page
    /// has no worker then.
    pub fn serve_at_second_try(start: &'static str, ending: &'static str) -> Self {
        let name = sealed(&dist(), start, ending);
        Self::start(dist(), name.leak(), 1)
    }

    fn start(folder: PathBuf, ending: &'static str, times: usize) -> Self {
        let listener = TcpListener::bind((Ipv4Addr::LOCALHOST, 0)).expect("a free port");
        let address = listener.local_addr().expect("the listener has an address");
        let served = Arc::new(Served {
            folder: Mutex::new(folder),
            missing: Missing { ending, times: AtomicUsize::new(times) },
            asked: Mutex::default(),
            stopped: AtomicBool::new(false),
        });
        let shared = Arc::clone(&served);
        thread::spawn(move || {
            for stream in listener.incoming().flatten() {
                if shared.stopped.load(Ordering::SeqCst) {
                    break;
                }
                let shared = Arc::clone(&shared);
                // A thread each: browsers open connections ahead and leave them idle.
                thread::spawn(move || answer(stream, &shared));
            }
        });
        Self { address, served }
    }

    /// Puts another release in the place of this one.
    pub fn deploy(&self, folder: PathBuf) {
        *self.served.folder.lock().expect("no answer panics") = folder;
    }

    /// Stops serving: from here on, nobody listens at the address.
    pub fn stop(&self) {
        self.served.stopped.store(true, Ordering::SeqCst);
        // It notices at the next request, which is this one, and closes.
        let _ = TcpStream::connect(self.address);
        while TcpStream::connect(self.address).is_ok() {
            thread::sleep(Duration::from_millis(10));
        }
    }

    /// What was asked for since this was last called.
    pub fn asked(&self) -> Vec<String> {
        std::mem::take(&mut *self.served.asked.lock().expect("no answer panics"))
    }

    /// The scheme, host and port, which every address of the page must share.
    pub fn origin(&self) -> String {
        format!("http://{}", self.address)
    }

    /// The address of a page that shows a file of the site in a frame which may run scripts
    /// and download, and nothing else: of no origin, so that it has no storage.
    pub fn address_of_a_frame(&self, file: &str, name: &str) -> String {
        format!("{}{FRAME}?{file}%23{name}", self.address())
    }

    /// The same under the machine's name, which for a browser is another site altogether.
    pub fn origin_elsewhere(&self) -> String {
        format!("http://localhost:{}", self.address.port())
    }

    /// The address of the page.
    pub fn address(&self) -> String {
        format!("{}{BASE}", self.origin())
    }
}

/// Answers the one request of a connection.
fn answer(mut stream: TcpStream, served: &Served) -> io::Result<()> {
    let mut lines = BufReader::new(stream.try_clone()?).lines();
    let Some(request) = lines.next().transpose()? else {
        return Ok(());
    };
    let mut opens_a_page = false;
    for line in lines {
        let line = line?.to_ascii_lowercase();
        opens_a_page |= line == "sec-fetch-mode: navigate";
        if line.is_empty() {
            break;
        }
    }
    let path = request.split(' ').nth(1).unwrap_or_default();
    if served.stopped.load(Ordering::SeqCst) {
        return Ok(());
    }
    let (path, query) = path.split_once('?').unwrap_or((path, ""));
    let name = path.strip_prefix(BASE).unwrap_or(path);
    if name != FRAME && name != LISTENING {
        served.asked.lock().expect("no answer panics").push(name.to_owned());
    }
    let folder = served.folder.lock().expect("no answer panics").clone();
    let found = file(&folder, path).filter(|file| !served.missing.takes(file)).and_then(|file| {
        let bytes = fs::read(&file).ok()?;
        let listens = opens_a_page && file.ends_with("index.html") && Engine::chosen() == Engine::Webkit;
        Some((media_type(&file), if listens { listening(&bytes) } else { bytes }))
    });
    let found = match name {
        FRAME => Some(("text/html; charset=utf-8", frame(query).into_bytes())),
        LISTENING => Some(("text/javascript; charset=utf-8", include_bytes!("listening.js").to_vec())),
        _ => found,
    };
    let (status, media_type, body) = match found {
        Some((media_type, body)) => ("200 OK", media_type, body),
        None => ("404 Not Found", "text/plain; charset=utf-8", b"Not found\n".to_vec()),
    };
    write!(
        stream,
        "HTTP/1.1 {status}\r\nContent-Type: {media_type}\r\nContent-Length: {}\r\n{}Connection: close\r\n\r\n",
        body.len(),
        headers(&folder, path),
    )?;
    stream.write_all(&body)
}

/// A page with a frame for this address.
fn frame(address: &str) -> String {
    let address = address.replace("%23", "#");
    format!(
        "<!DOCTYPE html><iframe sandbox='allow-scripts allow-downloads' width=1200 height=800 src='{address}'></iframe>"
    )
}

/// The page, with a script that listens after its policy and before everything else.
fn listening(page: &[u8]) -> Vec<u8> {
    let listen = format!("<script src={LISTENING}></script><meta name=\"viewport\"");
    String::from_utf8_lossy(page).replacen("<meta name=\"viewport\"", &listen, 1).into_bytes()
}

/// The file that a path below [`BASE`] asks for.
fn file(folder: &Path, path: &str) -> Option<PathBuf> {
    let name = path.strip_prefix(BASE)?;
    let name = if name.is_empty() { "index.html" } else { name };
    (!name.split('/').any(|part| part == "..")).then(|| folder.join(name))
}

/// The headers that the site's own `_headers` has for a path below [`BASE`].
fn headers(folder: &Path, path: &str) -> String {
    let rules = fs::read_to_string(folder.join("_headers")).unwrap_or_default();
    let path = format!("/{}", path.strip_prefix(BASE).unwrap_or(path));
    let applies = |rule: &&str| rule.lines().next().is_some_and(|pattern| pattern == "/*" || pattern == path);
    let lines = rules.split("\n\n").filter(applies).flat_map(|rule| rule.lines().skip(1));
    lines.map(|line| format!("{}\r\n", line.trim())).collect()
}

fn media_type(file: &Path) -> &'static str {
    match file.extension().and_then(|extension| extension.to_str()) {
        Some("html") => "text/html; charset=utf-8",
        Some("css") => "text/css; charset=utf-8",
        Some("js") => "text/javascript; charset=utf-8",
        Some("wasm") => "application/wasm",
        Some("svg") => "image/svg+xml",
        Some("png") => "image/png",
        Some("webmanifest") => "application/manifest+json",
        Some("json") => "application/json",
        _ => "application/octet-stream",
    }
}
