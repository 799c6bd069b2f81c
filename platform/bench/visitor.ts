import { setTimeout as pause } from "node:timers/promises";
import { jobText } from "../src/job/text.ts";

/** A person at work over HTTP, as the browser without script does it. */
export type Visitor = {
	/** Sends a file; answers the address the page leads on to. @throws where the page refuses it. */
	upload(path: string, fileName: string, content: Uint8Array): Promise<string>;
	/** Sends a form; answers the address the page leads on to. @throws where the page refuses it. */
	send(path: string, fields: Readonly<Record<string, string>>): Promise<string>;
	/** Waits where the path is that of a job; answers the address of its result. @throws where it ends without one, or takes two minutes. */
	follow(path: string): Promise<string>;
	read(path: string): Promise<string>;
};

/** Signs in as a demo person by name. */
export async function signInAsDemo(url: string, name: string): Promise<Visitor> {
	const page = await (await fetch(`${url}/sign-in`)).text();
	const person = new RegExp(`value="([^"]+)"[^>]*>${name}<`).exec(page)?.[1];
	if (person === undefined) throw new Error(`${name} is not among the demo people`);
	const answer = await fetch(`${url}/sign-in`, {
		method: "POST",
		headers: { Origin: url },
		body: new URLSearchParams({ person, to: "/" }),
		redirect: "manual",
	});
	const cookie = answer.headers.getSetCookie().flatMap((line) => line.split(";")[0] ?? []);
	const headers = { Origin: url, Cookie: cookie.join("; ") };

	async function post(path: string, body: FormData | URLSearchParams): Promise<string> {
		const sent = await fetch(url + path, { method: "POST", headers, body, redirect: "manual" });
		await sent.arrayBuffer();
		const to = sent.headers.get("Location");
		if (to === null) throw new Error(`${path} answers ${sent.status}`);
		return to;
	}
	return {
		send: (path, fields) => post(path, new URLSearchParams(fields)),
		upload(path, fileName, content) {
			const form = new FormData();
			form.set("file", new File([new Uint8Array(content)], fileName));
			return post(path, form);
		},
		async follow(path) {
			if (!path.startsWith("/jobs/")) return path;
			for (let waited = 0; waited < 120_000; waited += 50) {
				const answer = await fetch(url + path, { headers, redirect: "manual" });
				const text = await answer.text();
				const to = answer.headers.get("Location");
				if (to !== null) return to;
				if (text.includes(`>${jobText.nb.states.failed}<`)) throw new Error(`${path} ended without a result`);
				await pause(50);
			}
			throw new Error(`${path} has no result after two minutes`);
		},
		async read(path) {
			return (await fetch(url + path, { headers })).text();
		},
	};
}
