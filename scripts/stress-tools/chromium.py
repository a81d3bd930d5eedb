"""One Chromium without a window for many pages, spoken to through two pipes (the DevTools protocol, with nothing but
the standard library)."""

import base64
import json
import os
import shutil
import signal
import subprocess
import tempfile

ARGUMENTS = ["--headless", "--no-sandbox", "--disable-gpu", "--disable-dev-shm-usage", "--no-first-run",
             "--disable-background-networking", "--disable-component-update", "--disable-sync",
             "--disable-crash-reporter", "--hide-scrollbars", "--allow-file-access-from-files",
             "--remote-debugging-pipe", "about:blank"]


class Chromium:
    def __init__(self):
        self.home = tempfile.mkdtemp(prefix="stress-chromium-")
        ours_in, theirs_out = os.pipe()
        theirs_in, ours_out = os.pipe()

        def hand_over():  # the browser reads from descriptor 3 and writes to 4
            high_in, high_out = os.dup(theirs_in), os.dup(theirs_out)
            os.dup2(high_in, 3)
            os.dup2(high_out, 4)
            os.set_inheritable(3, True)
            os.set_inheritable(4, True)

        self.process = subprocess.Popen(
            ["chromium", *ARGUMENTS[:-1], "--user-data-dir=" + self.home + "/profile", ARGUMENTS[-1]],
            preexec_fn=hand_over, close_fds=False, start_new_session=True, env={**os.environ, "HOME": self.home},
            stdin=subprocess.DEVNULL, stdout=subprocess.DEVNULL, stderr=subprocess.DEVNULL)
        os.close(theirs_in)
        os.close(theirs_out)
        self.incoming = os.fdopen(ours_in, "rb", buffering=0)
        self.outgoing = ours_out
        self.pending = b""
        self.number = 0
        self.session = None
        target = self.call("Target.createTarget", url="about:blank")["targetId"]
        self.session = self.call("Target.attachToTarget", targetId=target, flatten=True)["sessionId"]
        self.call("Page.enable")

    def __enter__(self):
        return self

    def __exit__(self, *_):
        try:
            self.session = None
            self.call("Browser.close")
            self.process.wait(timeout=10)
        except (OSError, RuntimeError, subprocess.TimeoutExpired):
            os.killpg(self.process.pid, signal.SIGKILL)
            self.process.wait()
        os.close(self.outgoing)
        self.incoming.close()
        shutil.rmtree(self.home, ignore_errors=True)

    def receive(self):
        while b"\0" not in self.pending:
            chunk = self.incoming.read(1 << 20)
            if not chunk:
                raise RuntimeError("chromium has gone")
            self.pending += chunk
        message, self.pending = self.pending.split(b"\0", 1)
        return json.loads(message)

    def call(self, method, **parameters):
        self.number += 1
        message = {"id": self.number, "method": method, "params": parameters}
        if self.session:
            message["sessionId"] = self.session
        data = json.dumps(message).encode() + b"\0"
        while data:
            data = data[os.write(self.outgoing, data):]
        while True:
            answer = self.receive()
            if answer.get("id") == self.number:
                if "error" in answer:
                    raise RuntimeError(f"chromium, {method}: {answer['error'].get('message')}")
                return answer["result"]

    def open(self, path, width=1400, height=1000, scale=1):
        """Shows a file; returns when pictures and typefaces are there."""
        self.call("Emulation.setDeviceMetricsOverride", width=width, height=height, deviceScaleFactor=scale,
                  mobile=False)
        self.call("Page.navigate", url="file://" + str(path))
        self.evaluate("new Promise(done => document.readyState === 'complete' ? done() : "
                      "addEventListener('load', () => done())).then(() => document.fonts.ready).then(() => 1)")

    def evaluate(self, expression):
        answer = self.call("Runtime.evaluate", expression=expression, returnByValue=True, awaitPromise=True)
        if "exceptionDetails" in answer:
            raise RuntimeError("chromium: " + json.dumps(answer["exceptionDetails"])[:1000])
        return answer["result"].get("value")

    def shot(self, path, x, y, width, height):
        """A part of the page, in CSS pixels, as PNG."""
        clip = {"x": x, "y": y, "width": width, "height": height, "scale": 1}
        data = self.call("Page.captureScreenshot", format="png", clip=clip, captureBeyondViewport=True)["data"]
        with open(path, "wb") as file:
            file.write(base64.b64decode(data))
