import { promisify } from "node:util";
import { gunzip, gzip } from "node:zlib";

const pack = promisify(gzip);
const unpack = promisify(gunzip);

/** Plain JSON, gzipped: what a run keeps. */
export async function packed(value: unknown): Promise<Buffer> {
	return pack(Buffer.from(JSON.stringify(value)));
}

/** The value `packed` was given. Only for what this program has written itself: the shape is taken on trust. */
export async function unpacked<Value>(bytes: Buffer): Promise<Value> {
	return JSON.parse((await unpack(bytes)).toString());
}
