import type { Readable } from "node:stream";
import type { z } from "zod";
import { damaged } from "./backup-fault.ts";

/** No line of a backup is longer than this; a longer one means the file is something else. */
const longestLine = 1024 * 1024;
const longestChunk = 64 * 1024 * 1024;

/** Reads lines and length-prefixed chunks from a stream, never more than asked for. */
export class BackupReader {
	private readonly source: AsyncIterator<Buffer>;
	private held: Buffer = Buffer.alloc(0);

	constructor(stream: Readable) {
		this.source = stream[Symbol.asyncIterator]();
	}

	async json<Shape extends z.ZodType>(shape: Shape): Promise<z.infer<Shape>> {
		const text = await this.line();
		try {
			return shape.parse(JSON.parse(text));
		} catch {
			throw damaged();
		}
	}

	/** The next chunk of table data; empty at the end of a table. */
	async chunk(): Promise<Buffer> {
		const length = Number(await this.line());
		if (!Number.isInteger(length) || length < 0 || length > longestChunk) throw damaged();
		while (this.held.length < length) await this.more();
		const chunk = this.held.subarray(0, length);
		this.held = this.held.subarray(length);
		return chunk;
	}

	private async line(): Promise<string> {
		for (;;) {
			const end = this.held.indexOf(10);
			if (end >= 0) {
				const text = this.held.subarray(0, end).toString("utf8");
				this.held = this.held.subarray(end + 1);
				return text;
			}
			if (this.held.length > longestLine) throw damaged();
			await this.more();
		}
	}

	private async more(): Promise<void> {
		const next = await this.source.next();
		if (next.done) throw damaged();
		this.held = this.held.length === 0 ? next.value : Buffer.concat([this.held, next.value]);
	}
}
