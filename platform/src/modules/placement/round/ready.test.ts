import { EventEmitter, once } from "node:events";
import { expect, it } from "vitest";
import { readyWithin } from "./ready.ts";

it("is what is made in time, and nothing where it is still being made", async () => {
	expect(await readyWithin(Promise.resolve("why"), 1000)).toBe("why");
	const maker = new EventEmitter();
	const making = once(maker, "made");
	expect(await readyWithin(making, 1)).toBeUndefined();
	maker.emit("made", "later");
	expect(await readyWithin(making, 1000)).toEqual(["later"]);
});

it("fails where the making fails in time; one that fails later is nobody's fault any more", async () => {
	await expect(readyWithin(Promise.reject(new Error("no thread")), 1000)).rejects.toThrow("no thread");
	const maker = new EventEmitter();
	const making = once(maker, "made");
	expect(await readyWithin(making, 1)).toBeUndefined();
	// Unless somebody has taken it on, this would end the program.
	maker.emit("error", new Error("the thread ended"));
	await expect(making).rejects.toThrow("the thread ended");
});
