import { describe, expect, it } from "vitest";
import { readAnswers } from "./answer.ts";

const head = "HTTP/1.1 200 OK\r\nX-Frame: a\r\nContent-Length: 5\r\nDate: now\r\n\r\n";

function readAll(...pieces: readonly string[]) {
	const read = readAnswers();
	return pieces.map((piece) => read(Buffer.from(piece, "latin1")));
}

describe("answers to the users of the bench", () => {
	it("are whole when as many bytes have come as they say", () => {
		expect(readAll(`${head}hello`)).toEqual([{ status: 200, bytes: head.length + 5 }]);
	});

	it("come in pieces cut anywhere", () => {
		const whole = `${head}hello`;
		for (let at = 1; at < whole.length; at++)
			expect(readAll(whole.slice(0, at), whole.slice(at))).toEqual([undefined, { status: 200, bytes: whole.length }]);
		expect(readAll(...whole).at(-1)).toEqual({ status: 200, bytes: whole.length });
	});

	it("follow each other on a connection, each with its own status and length", () => {
		const empty = "HTTP/1.1 404 Not Found\r\ncontent-length:0\r\n\r\n";
		expect(readAll(`${head}hel`, "lo", empty, `${head}again`)).toEqual([
			...[undefined, { status: 200, bytes: head.length + 5 }],
			...[
				{ status: 404, bytes: empty.length },
				{ status: 200, bytes: head.length + 5 },
			],
		]);
	});

	it("are none where they do not say how long they are, are longer than they say, or are not answers", () => {
		expect(readAll("HTTP/1.1 200 OK\r\nTransfer-Encoding: chunked\r\n\r\n5\r\nhello\r\n")).toEqual([null]);
		expect(readAll(`${head}hello and more`)).toEqual([null]);
		expect(readAll(`${head}hel`, "lo there")).toEqual([undefined, null]);
		expect(readAll("SSH-2.0-OpenSSH\r\nContent-Length: 5\r\n\r\nhello")).toEqual([null]);
		expect(readAll(`HTTP/1.1 200 OK\r\nX: ${"a".repeat(40_000)}`)).toEqual([null]);
	});
});
