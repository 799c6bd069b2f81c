import { get } from "node:http";
import { gunzipSync, gzipSync } from "node:zlib";
import { sum } from "./spread.ts";

export type FirstLoad = {
	readonly files: number;
	/** Bytes over the wire to a browser that reads gzip. */
	readonly sent: number;
	/** Bytes when each file is gzipped at the usual level. */
	readonly gzipped: number;
};

/** All script a browser with nothing kept fetches before a page is whole: every module its document names. */
export async function firstLoad(url: string, path: string, cookie: string): Promise<FirstLoad> {
	const page = await fetchRaw(url + path, { Cookie: cookie });
	// The document also says where the list of every page's scripts is, which nobody fetches: it is asked for piece by piece.
	const named = page.text.replace(/"url":\s*"[^"]+"/g, "").match(/\/assets\/[A-Za-z0-9._/-]+\.js\b/g);
	const scripts = new Set(named);
	const files = await Promise.all([...scripts].map((script) => fetchRaw(url + script, {})));
	return {
		files: files.length,
		sent: sum(files.map((file) => file.sent)),
		gzipped: sum(files.map((file) => gzipSync(file.text).length)),
	};
}

function fetchRaw(url: string, headers: Readonly<Record<string, string>>): Promise<{ text: string; sent: number }> {
	return new Promise((resolve, reject) => {
		get(url, { headers: { ...headers, "Accept-Encoding": "gzip" } }, (answer) => {
			const parts: Buffer[] = [];
			answer.on("data", (part: Buffer) => parts.push(part));
			answer.on("end", () => {
				const body = Buffer.concat(parts);
				if (answer.statusCode !== 200) return reject(new Error(`${url} answers ${answer.statusCode}`));
				const text = answer.headers["content-encoding"] === "gzip" ? gunzipSync(body) : body;
				resolve({ text: text.toString(), sent: body.length });
			});
		}).on("error", reject);
	});
}
