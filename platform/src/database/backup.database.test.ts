import { PassThrough, Readable } from "node:stream";
import { buffer } from "node:stream/consumers";
import { gunzipSync, gzipSync } from "node:zlib";
import pg from "pg";
import { describe, expect, it } from "vitest";
import { openTestDatabase } from "../../test/database.ts";
import { makeActor } from "../../test/make.ts";
import { readBackup, writeBackup } from "./backup.server.ts";
import { BackupFault } from "./backup-fault.ts";
import { migrate } from "./migrate.server.ts";

const source = await openTestDatabase();
const target = await openTestDatabase();

async function backUp(): Promise<Buffer> {
	const { stream } = await writeBackup(source.owner);
	return buffer(stream);
}

async function contents(owner: pg.ClientConfig): Promise<unknown> {
	const client = new pg.Client(owner);
	await client.connect();
	const people = await client.query("select * from identity.person order by id");
	const memberships = await client.query("select * from organisation.membership order by id");
	const kinds = await client.query("select * from organisation.kind order by code");
	await client.end();
	return [people.rows, memberships.rows, kinds.rows];
}

describe("backup and restore", () => {
	it("gives back every row, in a database that works afterwards", async () => {
		await makeActor(source, { name: "Ærlig Østby Åsen\t\\ny\nlinje" });
		const file = await backUp();
		const before = await contents(source.owner);
		await readBackup(target.owner, Readable.from(file), { replace: false });
		expect(await contents(target.owner)).toEqual(before);
		expect(await migrate(target.owner)).toEqual([]);
		await makeActor(target);
	});

	it("refuses a database with people in it, unless told to replace them", async () => {
		const file = await backUp();
		await expect(readBackup(target.owner, Readable.from(file), { replace: false })).rejects.toThrow(BackupFault);
		await readBackup(target.owner, Readable.from(file), { replace: true });
		expect(await contents(target.owner)).toEqual(await contents(source.owner));
	});

	// Each by itself: three of them put the whole database in before they find out, some seconds each.
	it.each([
		["is cut off", (file: Buffer) => file.subarray(0, file.length - 40)],
		["ends before its last line", (file: Buffer) => gzipSync(gunzipSync(file).subarray(0, -20))],
		["has been altered", altered],
		["is of a newer program", newer],
		["is not a backup", () => Buffer.from("PK\u0003\u0004 not a backup")],
		["is a line of text", () => gzipSync("hei\n")],
	])("changes nothing when the file %s", async (_, broken) => {
		const bytes = broken(await backUp());
		const before = await contents(target.owner);
		const stream = new PassThrough();
		stream.end(bytes);
		await expect(readBackup(target.owner, stream, { replace: true })).rejects.toThrow(BackupFault);
		expect(await contents(target.owner)).toEqual(before);
	});
});

function altered(file: Buffer): Buffer {
	const plain = gunzipSync(file);
	const place = plain.indexOf("Ærlig");
	expect(place).toBeGreaterThan(0);
	plain.write("Ulig!", place);
	return gzipSync(plain);
}

function newer(file: Buffer): Buffer {
	const plain = gunzipSync(file).toString("latin1");
	return gzipSync(Buffer.from(plain.replace(/"hash":"[0-9a-f]/, '"hash":"x'), "latin1"));
}
