// Nothing gets in: what stands in a link is shown as text, the page's policy stops what it did not bring itself, and no
// request leaves its host.

import { readFileSync } from "node:fs";
import { expect, test, type Page } from "@playwright/test";
import { open, shareLink, showTab, summary, write } from "./playground";

/// Whatever of this is taken for more than text sets `broken`.
const MARKUP = "<img src=x onerror=window.broken=1><script>window.broken=1</script>\"'`${window.broken=1}&lt;";

/// Everything that a program can name or say, as markup.
const HOSTILE = `"""${MARKUP.replaceAll('"', "'")}

**[a link](javascript:window.broken=1)** <a href="javascript:window.broken=1">and</a> \`<b onclick=window.broken=1>\`
"""
import threading, time

M = '''${MARKUP.replaceAll("'", "\\'")}'''
lock = threading.Lock()

def body():
    """${MARKUP.replaceAll('"', "'")}"""
    with open(M.replace('/', '_'), 'w') as file:
        file.write(M)
        with lock:
            print(M, '</style></svg></script>' + M)
            time.sleep(10)

class Odd(Exception):
    __qualname__ = M

threading.Thread(target=body, name=M, daemon=True).start()
threading.Thread(target=time.sleep, args=(1,), name='</text></svg>' + M).start()
time.sleep(2)
raise Odd(M)
`;

/// Notes whatever the page asks of another host, every breach of its policy, and every dialog.
async function watch(page: Page, host: string): Promise<string[]> {
  const seen: string[] = [];
  page.on("request", (request) => {
    if (!/^(data|blob):/.test(request.url()) && new URL(request.url()).host !== host) seen.push(`asked ${request.url()}`);
  });
  page.on("dialog", (dialog) => {
    seen.push(`dialog ${dialog.message()}`);
    void dialog.dismiss();
  });
  await page.addInitScript(() => {
    addEventListener("securitypolicyviolation", (event) => console.error(`policy: ${event.violatedDirective}`));
  });
  page.on("console", (message) => {
    if (message.text().startsWith("policy: ")) seen.push(message.text());
  });
  return seen;
}

const isBroken = (page: Page) => page.evaluate(() => "broken" in window);

test("what a link brings is shown as text wherever it is shown", async ({ page, baseURL }) => {
  const seen = await watch(page, new URL(baseURL!).host);
  await open(page, "daemon-is-cut-off");
  await write(page, HOSTILE);
  await expect(summary(page)).toHaveText(/^Exits at 2\.\d+ s; 1 thread cut off/);
  const link = await shareLink(page);
  for (const address of [link, await embedded(page, link)]) {
    await page.goto("about:blank");
    await page.goto(address);
    await expect(summary(page)).toHaveText(/^Exits at 2\.\d+ s; 1 thread cut off/);
    for (const tab of await page.getByRole("tab").all()) {
      await tab.click();
      await page.waitForTimeout(100);
    }
    for (const lane of await page.getByRole("region", { name: "Timeline" }).getByRole("listitem").all()) {
      await lane.hover();
    }
    expect(await isBroken(page)).toBe(false);
    expect(await page.locator("img[src=x], [onerror], [onclick], a[href^='javascript']").count()).toBe(0);
  }
  expect(seen).toEqual([]);
});

/// The address of the same scenario as a frame.
async function embedded(page: Page, link: string): Promise<string> {
  await page.getByRole("button", { name: "Share", exact: true }).click();
  const dialog = page.getByRole("dialog", { name: "Share" });
  await page.evaluate(() => {
    const taken = window as unknown as { taken: string };
    navigator.clipboard.writeText = async (text: string) => void (taken.taken = text);
  });
  await dialog.getByRole("button", { name: "Copy HTML embed" }).click();
  const html = await page.evaluate(() => (window as unknown as { taken: string }).taken);
  // The whole of it is one frame, whatever the title says.
  const frames = await page.evaluate((html) => {
    const made = new DOMParser().parseFromString(html, "text/html").body;
    return [...made.querySelectorAll("*")].map((element) => `${element.localName} ${element.getAttribute("src")}`);
  }, html);
  expect(frames).toHaveLength(1);
  await page.keyboard.press("Escape");
  return frames[0].replace("iframe ", "") || link;
}

test("a picture that is taken away holds nothing that runs", async ({ page, baseURL }) => {
  const seen = await watch(page, new URL(baseURL!).host);
  await open(page, "daemon-is-cut-off");
  await write(page, HOSTILE);
  await expect(summary(page)).toHaveText(/^Exits at 2\.\d+ s/);
  await page.getByRole("button", { name: "Share", exact: true }).click();
  const dialog = page.getByRole("dialog", { name: "Share" });
  const [download] = await Promise.all([page.waitForEvent("download"), dialog.getByRole("button", { name: /SVG/ }).click()]);
  expect(download.suggestedFilename()).toMatch(/^[\w.-]+\.svg$/);
  const svg = readFileSync(await download.path(), "utf8");
  const parts = await page.evaluate((svg) => {
    const made = new DOMParser().parseFromString(svg, "image/svg+xml");
    const elements = [...made.querySelectorAll("*")];
    return {
      names: [...new Set(elements.map((element) => element.localName))],
      attributes: [...new Set(elements.flatMap((element) => element.getAttributeNames()))],
    };
  }, svg);
  expect(parts.names).toContain("svg");
  expect(parts.names).not.toContain("parsererror");
  for (const name of ["script", "foreignObject", "image", "a", "iframe", "use"]) expect(parts.names).not.toContain(name);
  expect(parts.attributes.filter((name) => /^on|href$/i.test(name))).toEqual([]);
  expect(await isBroken(page)).toBe(false);
  expect(seen).toEqual([]);
});

test("the policy stops what the page did not bring itself", async ({ page, baseURL }) => {
  await open(page, "daemon-is-cut-off");
  const policy = (await page.locator('meta[http-equiv="Content-Security-Policy"]').getAttribute("content"))!;
  expect(policy).toMatch(/default-src 'none'/);
  const scripts = policy.split("; ").find((part) => part.startsWith("script-src "))!;
  expect(scripts).not.toMatch(/unsafe-inline|'unsafe-eval'|https?:|\*/);

  const elsewhere = baseURL!.replace("localhost", "127.0.0.1");
  const stopped = await page.evaluate(async (elsewhere) => {
    const directives: string[] = [];
    addEventListener("securitypolicyviolation", (event) => directives.push(event.effectiveDirective));
    const attempts: Record<string, () => unknown> = {
      "an inline script": () => document.head.append(Object.assign(document.createElement("script"), { textContent: "window.broken=1" })),
      "a script from elsewhere": () => document.head.append(Object.assign(document.createElement("script"), { src: `${elsewhere}editor.js` })),
      "a script of the page's own making": () =>
        document.head.append(Object.assign(document.createElement("script"), { src: URL.createObjectURL(new Blob(["window.broken=1"])) })),
      "a handler in markup": () => {
        document.body.insertAdjacentHTML("beforeend", "<p id=odd onclick=window.broken=1></p>");
        document.getElementById("odd")!.click();
      },
      "an address that is a script": () => {
        document.body.insertAdjacentHTML("beforeend", "<a id=link href=javascript:window.broken=1></a>");
        document.getElementById("link")!.click();
      },
      "a timer with a text": () => setTimeout("window.broken=1"),
      "a function of a text": () => new Function("window.broken=1")(),
      "a request": () => fetch(elsewhere).catch(() => {}),
      "a beacon": () => navigator.sendBeacon(elsewhere, "text"),
      "a socket": () => new WebSocket(elsewhere.replace("http", "ws")),
      "a picture from elsewhere": () => (new Image().src = `${elsewhere}preview.png`),
      "a frame": () => document.body.append(Object.assign(document.createElement("iframe"), { src: elsewhere })),
      "an object": () => document.body.append(Object.assign(document.createElement("object"), { data: `${elsewhere}preview.png` })),
      "a style from elsewhere": () => document.head.append(Object.assign(document.createElement("link"), { rel: "stylesheet", href: `${elsewhere}page.css` })),
      "a base": () => document.head.append(Object.assign(document.createElement("base"), { href: elsewhere })),
      "a form": () => {
        document.body.insertAdjacentHTML("beforeend", `<form id=form action="${elsewhere}"></form>`);
        (document.getElementById("form") as HTMLFormElement).submit();
      },
    };
    const missed: string[] = [];
    for (const [name, attempt] of Object.entries(attempts)) {
      directives.length = 0;
      try {
        await attempt();
      } catch {
        // Some say so by an exception as well.
      }
      // The browser tells in a moment of its own, on a slow machine a late one.
      for (let looks = 0; looks < 400 && !directives.length; looks++) await new Promise((resolve) => setTimeout(resolve, 25));
      if (!directives.length || "broken" in window) missed.push(name);
    }
    return missed;
  }, elsewhere);
  expect(stopped).toEqual([]);
});

test("a frame in a sandbox works, and cannot reach the page around it", async ({ page, baseURL }) => {
  const frame = `<iframe sandbox="allow-scripts" title="frame" width="900" height="600" src="./#/daemon-is-cut-off?embed"></iframe>`;
  const body = `<!doctype html><title>host</title><script>localStorage.secret = "kept"</script>${frame}`;
  await page.route(`${baseURL}host.html`, (route) => route.fulfill({ contentType: "text/html", body }));
  const messages: string[] = [];
  await page.exposeFunction("told", (text: string) => messages.push(text));
  await page.addInitScript(() => {
    if (window === top) addEventListener("message", (event) => (window as unknown as { told(text: string): void }).told(String(event.data)));
  });
  await page.goto(`${baseURL}host.html`);
  const inside = page.frameLocator("iframe");
  await expect(inside.getByRole("status", { name: "Summary" })).toContainText("1 thread cut off");
  await inside.getByRole("button", { name: "Play", exact: true }).click();
  const reached = await page.frames()[1].evaluate(() => {
    const attempts = [() => parent.document.title, () => top!.document.body.append("here"), () => localStorage.getItem("secret")];
    return attempts.map((attempt) => {
      try {
        return String(attempt());
      } catch (error) {
        return (error as Error).name;
      }
    });
  });
  expect(reached).toEqual(["SecurityError", "SecurityError", "SecurityError"]);
  expect(messages).toEqual([]);
  expect(await page.title()).toBe("host");
});
