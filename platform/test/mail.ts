import type { Socket } from "node:net";
import { SMTPServer } from "smtp-server";

/** A mail as it was received, taken apart. */
export type ReceivedMail = {
	readonly from: string;
	readonly to: readonly string[];
	readonly subject: string;
	readonly messageId: string;
	readonly text: string;
	readonly html: string;
	readonly headers: ReadonlyMap<string, string>;
};

/** What the server does with the next mails. */
export type Behaviour =
	| { readonly how: "accept" }
	/** Answers with this code where the recipient is named. */
	| { readonly how: "refuse"; readonly code: number }
	/** Takes the whole mail and never answers. */
	| { readonly how: "silent" }
	/** Takes the whole mail, accepts it, and is gone before it has said so. */
	| { readonly how: "hang-up" };

export type MailServer = {
	/** For LAERINGSARENA_SMTP_URL. */
	readonly url: string;
	/** Every mail taken in whole, oldest first, whatever the sender was told. */
	readonly received: readonly ReceivedMail[];
	behave(behaviour: Behaviour): void;
	close(): Promise<void>;
};

/** A real SMTP server on a free port, for tests and journeys. */
export async function startMailServer(): Promise<MailServer> {
	const received: ReceivedMail[] = [];
	const sockets = new Set<Socket>();
	let behaviour: Behaviour = { how: "accept" };
	const server = new SMTPServer({
		authOptional: true,
		disabledCommands: ["STARTTLS", "AUTH"],
		onRcptTo(_address, _session, callback) {
			if (behaviour.how === "refuse")
				callback(Object.assign(new Error("not this one"), { responseCode: behaviour.code }));
			else callback();
		},
		onData(stream, session, callback) {
			const { how } = behaviour;
			const chunks: Buffer[] = [];
			stream.on("data", (chunk: Buffer) => chunks.push(chunk));
			stream.on("end", () => {
				const { mailFrom, rcptTo } = session.envelope;
				received.push({
					...takeApart(Buffer.concat(chunks).toString("utf8")),
					from: mailFrom === false ? "" : mailFrom.address,
					to: rcptTo.map((one) => one.address),
				});
				if (how === "accept") callback();
				if (how === "hang-up") for (const socket of sockets) socket.destroy();
			});
		},
	});
	server.on("error", () => {
		// a connection that breaks is what some tests are about
	});
	server.server.on("connection", (socket: Socket) => {
		sockets.add(socket);
		socket.on("error", () => {});
		socket.once("close", () => sockets.delete(socket));
	});
	await new Promise<void>((resolve) => {
		server.listen(0, "127.0.0.1", resolve);
	});
	const address = server.server.address();
	const port = typeof address === "object" && address ? address.port : 0;
	return {
		url: `smtp://127.0.0.1:${port}`,
		received,
		behave(next) {
			behaviour = next;
		},
		close() {
			for (const socket of sockets) socket.destroy();
			return new Promise((resolve) => {
				server.close(() => resolve());
			});
		},
	};
}

function takeApart(raw: string): Omit<ReceivedMail, "from" | "to"> {
	const { headers, body } = splitHead(raw);
	const boundary = /boundary="?([^";]+)"?/.exec(headers.get("content-type") ?? "")?.[1];
	const parts = boundary === undefined ? [] : body.split(`--${boundary}`).slice(1, -1).map(splitHead);
	const part = (type: string) => parts.find((one) => one.headers.get("content-type")?.startsWith(type));
	return {
		headers,
		subject: decodeWords(headers.get("subject") ?? ""),
		messageId: headers.get("message-id") ?? "",
		text: decodeBody(part("text/plain")),
		html: decodeBody(part("text/html")),
	};
}

type Piece = { readonly headers: ReadonlyMap<string, string>; readonly body: string };

function splitHead(raw: string): Piece {
	const trimmed = raw.replace(/^\r\n/, "");
	const end = trimmed.indexOf("\r\n\r\n");
	const lines = trimmed
		.slice(0, end)
		.replace(/\r\n[ \t]+/g, " ")
		.split("\r\n");
	const headers = new Map(
		lines.map((line) => [line.slice(0, line.indexOf(":")).toLowerCase(), line.slice(line.indexOf(":") + 1).trim()]),
	);
	return { headers, body: trimmed.slice(end + 4) };
}

function decodeBody(piece: Piece | undefined): string {
	if (!piece) return "";
	const encoding = piece.headers.get("content-transfer-encoding")?.toLowerCase();
	if (encoding === "base64") return Buffer.from(piece.body, "base64").toString("utf8");
	if (encoding === "quoted-printable") return decodeQuoted(piece.body.replace(/=\r\n/g, ""));
	return piece.body;
}

/** RFC 2047: `=?UTF-8?Q?…?=` and `=?UTF-8?B?…?=`. */
function decodeWords(value: string): string {
	return value
		.replace(/\?=\s+=\?/g, "?==?")
		.replace(/=\?utf-8\?([qb])\?([^?]*)\?=/gi, (_all, kind: string, word: string) =>
			kind.toLowerCase() === "b"
				? Buffer.from(word, "base64").toString("utf8")
				: decodeQuoted(word.replaceAll("_", " ")),
		);
}

function decodeQuoted(value: string): string {
	const bytes = value.replace(/=([0-9A-F]{2})/gi, (_all, hex: string) => String.fromCharCode(Number.parseInt(hex, 16)));
	return Buffer.from(bytes, "latin1").toString("utf8");
}
