import { mkdirSync, mkdtempSync, readdirSync, rmSync, utimesSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import path from "node:path";
import { expect, test } from "vitest";
import { EmbeddedPostgresFault } from "./fault.ts";
import { pruneLogs } from "./server-log.ts";
import { configuration, unchangeable } from "./settings.ts";

test("values are quoted so that each stays one value", () => {
	const text = configuration("/it's/a \\ folder", { "app.motto": "'; fsync = off" });
	expect(text).toContain("log_directory = '/it''s/a \\\\ folder'\n");
	expect(text).toContain("app.motto = '''; fsync = off'\n");
});

test("an override takes the place of ours, and nothing switches durability off by itself", () => {
	const text = configuration("/log", { shared_buffers: "64MB" });
	expect(text.match(/^shared_buffers = .*$/gm)).toEqual(["shared_buffers = '64MB'"]);
	expect(text).not.toMatch(/fsync|synchronous_commit|full_page_writes/);
});

test.each([
	["a line break in the value", "work_mem", "1MB\nfsync = off"],
	["a line break in the name", "work_mem\nfsync", "off"],
	["an empty name", "", "1"],
])("%s is refused", (_, name, value) => {
	expect(() => configuration("/log", { [name]: value })).toThrow(EmbeddedPostgresFault);
});

test("the socket folder stays one folder, whatever signs it has", () => {
	expect(unchangeable('/a, "b"')).toContain('unix_socket_directories="/a, ""b"""');
});

test("of the server's log files the newest ten stay, and other files are left alone", () => {
	const logs = mkdtempSync(path.join(tmpdir(), "logs-"));
	for (let number = 10; number < 25; number++) {
		const file = path.join(logs, `postgres-${number}.log`);
		writeFileSync(file, "");
		utimesSync(file, 1_000_000 + number, 1_000_000 + number);
	}
	writeFileSync(path.join(logs, "notes.txt"), "");
	mkdirSync(path.join(logs, "folder"));
	pruneLogs({ logs });
	const expected = Array.from({ length: 10 }, (_, index) => `postgres-${15 + index}.log`);
	expect(readdirSync(logs).toSorted()).toEqual(["folder", "notes.txt", ...expected]);
	rmSync(logs, { recursive: true });
});
