import type { Product } from "./product.ts";

type Cookie = { readonly name: string; readonly value: string; readonly path: string; readonly attributes: string };

export type Answer = {
	readonly url: string;
	readonly status: number;
	readonly headers: Headers;
	readonly body: string;
	/** Set-Cookie headers of this one answer. */
	readonly cookies: readonly string[];
};

/**
 * A browser as far as HTTP goes: it keeps cookies, sends the origin with forms, and follows redirects, both in the
 * product under test and at real addresses.
 */
export class TestBrowser {
	readonly product: Product;
	readonly address: string;
	#jar = new Map<string, Cookie>();

	constructor(product: Product, address = "192.0.2.1") {
		this.product = product;
		this.address = address;
	}

	/** Opens an address and follows where it leads. */
	get(to: string): Promise<Answer> {
		return this.follow(to);
	}

	/** Sends a form and follows where it leads. */
	post(to: string, form: Readonly<Record<string, string>>): Promise<Answer> {
		return this.follow(to, form);
	}

	async follow(to: string, form?: Readonly<Record<string, string>>): Promise<Answer> {
		let answer = await this.once(to, form);
		for (let hops = 0; answer.headers.has("Location"); hops++) {
			if (hops > 20) throw new Error(`too many redirects at ${answer.url}`);
			answer = await this.once(new URL(answer.headers.get("Location") ?? "", answer.url).href);
		}
		return answer;
	}

	/** One request, without following. `headers` win over what a browser would send. */
	async once(
		to: string,
		form?: Readonly<Record<string, string>>,
		headers: Readonly<Record<string, string>> = {},
	): Promise<Answer> {
		const url = new URL(to, this.product.url);
		const ours = url.origin === new URL(this.product.url).origin;
		const request = new Request(url, {
			method: form ? "POST" : "GET",
			redirect: "manual",
			headers: {
				...(form ? { Origin: url.origin } : {}),
				"User-Agent": "TestBrowser/1.0",
				Cookie: this.#cookiesFor(url),
				...headers,
			},
			...(form ? { body: new URLSearchParams(form) } : {}),
		});
		const response = ours ? await this.product.fetch(request, this.address) : await fetch(request);
		const cookies = response.headers.getSetCookie();
		for (const cookie of cookies) this.#keep(url, cookie);
		return { url: url.href, status: response.status, headers: response.headers, body: await response.text(), cookies };
	}

	cookie(name: string): string | null {
		return [...this.#jar.values()].find((cookie) => cookie.name === name)?.value ?? null;
	}

	setCookie(name: string, value: string): void {
		this.#jar.set(`${new URL(this.product.url).host} / ${name}`, { name, value, path: "/", attributes: "" });
	}

	/** The names of the cookies held for the product. */
	cookieNames(): string[] {
		const { host } = new URL(this.product.url);
		return [...this.#jar].filter(([key]) => key.startsWith(`${host} `)).map(([, cookie]) => cookie.name);
	}

	#cookiesFor(url: URL): string {
		return [...this.#jar]
			.filter(([key, cookie]) => key.startsWith(`${url.host} `) && url.pathname.startsWith(cookie.path))
			.map(([, cookie]) => `${cookie.name}=${cookie.value}`)
			.join("; ");
	}

	#keep(url: URL, header: string): void {
		const [pair = "", ...attributes] = header.split(/;\s*/);
		const at = pair.indexOf("=");
		const name = pair.slice(0, at);
		const find = (wanted: string) =>
			attributes.find((attribute) => attribute.toLowerCase().startsWith(`${wanted}=`))?.slice(wanted.length + 1);
		const path = find("path") ?? "/";
		const key = `${url.host} ${path} ${name}`;
		const expires = find("expires");
		const gone = find("max-age") === "0" || (expires !== undefined && new Date(expires).getTime() <= Date.now());
		if (gone) this.#jar.delete(key);
		else this.#jar.set(key, { name, value: pair.slice(at + 1), path, attributes: attributes.join("; ") });
	}
}
