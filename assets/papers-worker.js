// Reads one paper and ends: a file that takes the reader down takes nothing else with it.
//
// The page hands over the addresses of the reader and the bytes of the paper; nothing of
// the paper is kept or asked for elsewhere.

onmessage = async ({ data: { glue, wasm, bytes, password, today } }) => {
  try {
    const reader = await import(glue);
    await reader.default({ module_or_path: wasm });
    postMessage({ read: reader.read(bytes, password, today) });
  } catch (cause) {
    postMessage({ failed: String(cause) });
  }
};
