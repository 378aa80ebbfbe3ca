//! The settings for nginx and Caddy, tried with the programs themselves: every file comes
//! with the very headers that `_headers` has for it. Where a program is not installed the
//! test says so; `scripts/setup --with-browser` installs both.

use std::collections::BTreeMap;
use std::fs;
use std::io::{Read, Write};
use std::net::{Ipv4Addr, TcpListener, TcpStream};
use std::path::{Path, PathBuf};
use std::process::{Child, Command, Stdio};
use std::thread;
use std::time::Duration;

use crate::publishing::published;
use crate::{DOCUMENTS, WRITTEN};

/// A host that runs until this is dropped.
struct Running(Child);

impl Drop for Running {
    fn drop(&mut self) {
        let _ = self.0.kill();
        let _ = self.0.wait();
    }
}

/// The answer to one request: the status, the headers by their names, and the body.
struct Answer {
    status: u16,
    headers: BTreeMap<String, String>,
    body: Vec<u8>,
}

fn get(port: u16, path: &str, accepts: &str) -> Answer {
    let mut stream = TcpStream::connect((Ipv4Addr::LOCALHOST, port)).expect("the host listens");
    stream.set_read_timeout(Some(Duration::from_secs(10))).expect("a time can be set");
    let request = format!(
        "GET {path} HTTP/1.1\r\nHost: 127.0.0.1:{port}\r\nAccept-Encoding: {accepts}\r\nConnection: close\r\n\r\n"
    );
    stream.write_all(request.as_bytes()).expect("the host reads");
    let mut answer = Vec::new();
    stream.read_to_end(&mut answer).expect("the host answers");
    let end = answer.windows(4).position(|window| window == b"\r\n\r\n").expect("the headers end");
    let head = String::from_utf8(answer[..end].to_vec()).expect("headers are text");
    let mut lines = head.lines();
    let status = lines.next().and_then(|line| line.split(' ').nth(1)?.parse().ok()).expect("a status");
    let headers =
        lines.filter_map(|line| line.split_once(": ")).map(|(name, value)| (name.to_lowercase(), value.to_owned()));
    let headers: BTreeMap<String, String> = headers.collect();
    let mut body = answer[end + 4..].to_vec();
    if headers.get("transfer-encoding").is_some_and(|how| how == "chunked") {
        body = unchunked(&body);
    }
    Answer { status, headers, body }
}

/// A body that came in parts, each after its length.
fn unchunked(mut parts: &[u8]) -> Vec<u8> {
    let mut body = Vec::new();
    while let Some(end) = parts.windows(2).position(|window| window == b"\r\n") {
        let length = std::str::from_utf8(&parts[..end]).ok().and_then(|text| usize::from_str_radix(text, 16).ok());
        let length = length.expect("a part has a length");
        body.extend(&parts[end + 2..end + 2 + length]);
        parts = &parts[end + 2 + length + 2..];
    }
    body
}

fn free_port() -> u16 {
    let listener = TcpListener::bind((Ipv4Addr::LOCALHOST, 0)).expect("a free port");
    listener.local_addr().expect("it has an address").port()
}

/// Starts a host, or says why this test checks nothing.
fn start(mut command: Command, port: u16) -> Option<Running> {
    let name = command.get_program().to_string_lossy().into_owned();
    let child = match command.stdin(Stdio::null()).stdout(Stdio::null()).spawn() {
        Ok(child) => child,
        Err(error) => {
            println!("SKIPPED: {name} cannot be started ({error}); scripts/setup --with-browser installs it");
            return None;
        }
    };
    let running = Running(child);
    for _ in 0..200 {
        if TcpStream::connect((Ipv4Addr::LOCALHOST, port)).is_ok() {
            return Some(running);
        }
        thread::sleep(Duration::from_millis(50));
    }
    panic!("{name} does not listen");
}

/// The headers that `_headers` has for a file.
fn expected(rules: &str, name: &str) -> BTreeMap<String, String> {
    let path = format!("/{}", if name == "index.html" { "" } else { name });
    let applies = |rule: &&str| {
        rule.lines().find(|line| !line.starts_with('#')).is_some_and(|first| first == "/*" || first == path)
    };
    let lines =
        rules.split("\n\n").filter(applies).flat_map(str::lines).filter_map(|line| line.trim().split_once(": "));
    lines.map(|(name, value)| (name.to_lowercase(), value.to_owned())).collect()
}

/// Asks for every file of the site.
fn assert_as_the_headers_say(site: &Path, port: u16) {
    let rules = fs::read_to_string(site.join("_headers")).expect("the headers are text");
    let compressed = |name: &str| name.ends_with(".gz") || name.ends_with(".br");
    let names = fs::read_dir(site)
        .expect("a folder")
        .map(|entry| entry.expect("a file").file_name().into_string().expect("a name"));
    let names: Vec<String> = names.filter(|name| !compressed(name) && name != "_headers").collect();
    assert!(names.len() > 20, "{names:?}");
    for name in &names {
        let path = if name == "index.html" { "/".to_owned() } else { format!("/{name}") };
        let answer = get(port, &path, "identity");
        assert_eq!(answer.status, 200, "{name}");
        assert!(answer.body == fs::read(site.join(name)).expect("it is there"), "{name} comes as something else");
        let expected = expected(&rules, name);
        assert!(
            expected.contains_key("cache-control") && expected.contains_key("access-control-allow-origin"),
            "{name}"
        );
        for (header, value) in &expected {
            assert_eq!(answer.headers.get(header), Some(value), "{header} of {name}");
        }
        assert_eq!(
            answer.headers.contains_key("content-security-policy"),
            expected.contains_key("content-security-policy"),
            "{name}"
        );
        let kind = match name.rsplit('.').next().expect("an ending") {
            "html" => "text/html",
            "css" => "text/css",
            "js" => "javascript",
            "wasm" => "application/wasm",
            "svg" => "image/svg+xml",
            "png" => "image/png",
            "webmanifest" => "application/manifest+json",
            "txt" => "text/plain",
            "xml" => "xml",
            other => panic!("what is .{other}?"),
        };
        assert!(answer.headers["content-type"].contains(kind), "{name} comes as {}", answer.headers["content-type"]);
        assert!(!answer.headers.contains_key("set-cookie"), "{name} sets a cookie");
    }
    // What is compressed beside a file is handed over as it is.
    let wasm = names.iter().find(|name| name.starts_with("page_bg-")).expect("the page's wasm");
    let answer = get(port, &format!("/{wasm}"), "gzip");
    assert_eq!(answer.headers.get("content-encoding").map(String::as_str), Some("gzip"));
    assert!(answer.body == fs::read(site.join(format!("{wasm}.gz"))).expect("it is there"), "it compresses by itself");
    assert_eq!(answer.headers["content-type"], "application/wasm");
    // What is missing is said to be, in words, and not kept.
    let answer = get(port, "/no-such-page", "identity");
    assert_eq!(answer.status, 404);
    assert!(String::from_utf8_lossy(&answer.body).contains("There is no such page here"));
    assert!(
        !answer.headers.get("cache-control").is_some_and(|said| said.contains("max-age=31536000")),
        "{:?}",
        answer.headers
    );
    assert_eq!(
        get(port, "/missing-0123456789abcdef.js", "identity")
            .headers
            .get("cache-control")
            .filter(|said| said.contains("immutable")),
        None
    );
    assert_eq!(DOCUMENTS.len() + WRITTEN.len(), 7, "this test knows other files");
}

/// One of the settings that are published.
fn hosts(file: &str) -> PathBuf {
    published().join("hosts").join(file)
}

/// A folder of the test's own.
fn folder(name: &str) -> PathBuf {
    let folder = Path::new(env!("CARGO_TARGET_TMPDIR")).join("hosts").join(name);
    fs::create_dir_all(&folder).expect("a folder can be made");
    folder
}

#[test]
#[ignore = "needs the built site: scripts/test builds it first"]
fn nginx_sends_what_the_headers_say() {
    let (folder, port) = (folder("nginx"), free_port());
    let site = published().join("site");
    let conf = format!(
        "daemon off; master_process off; pid {folder}/nginx.pid; error_log stderr crit; events {{}}
        http {{ access_log off; include /etc/nginx/mime.types; default_type application/octet-stream;
        client_body_temp_path {folder}/body; proxy_temp_path {folder}/proxy; fastcgi_temp_path {folder}/fastcgi;
        uwsgi_temp_path {folder}/uwsgi; scgi_temp_path {folder}/scgi;
        include {maps}; server {{ listen 127.0.0.1:{port}; root {site}; include {server}; }} }}",
        folder = folder.display(),
        maps = hosts("nginx.conf").display(),
        server = hosts("nginx.server.conf").display(),
        site = site.display(),
    );
    let file = folder.join("test.conf");
    fs::write(&file, conf).expect("a file can be written");
    let program = ["/usr/sbin/nginx", "nginx"].into_iter().find(|path| Path::new(path).exists()).unwrap_or("nginx");
    let mut nginx = Command::new(program);
    nginx.arg("-c").arg(&file).arg("-p").arg(&folder);
    let Some(_running) = start(nginx, port) else { return };
    assert_as_the_headers_say(&site, port);
}

#[test]
#[ignore = "needs the built site: scripts/test builds it first"]
fn caddy_sends_what_the_headers_say() {
    let (folder, port) = (folder("caddy"), free_port());
    let site = published().join("site");
    // Its remote control listens at one port for all.
    let settings = fs::read_to_string(hosts("Caddyfile")).expect("settings are text");
    let file = folder.join("test.Caddyfile");
    fs::write(&file, format!("{{\n\tadmin off\n}}\n\n{settings}")).expect("a file can be written");
    let mut caddy = Command::new("caddy");
    caddy
        .args(["run", "--adapter", "caddyfile", "--config"])
        .arg(&file)
        .env("PLANNER_ADDRESS", format!("http://127.0.0.1:{port}"))
        .env("PLANNER_FOLDER", &site)
        .env("XDG_DATA_HOME", &folder)
        .env("XDG_CONFIG_HOME", &folder)
        .stderr(Stdio::null());
    let Some(_running) = start(caddy, port) else { return };
    assert_as_the_headers_say(&site, port);
}
