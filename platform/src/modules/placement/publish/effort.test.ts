import { expect, it } from "vitest";
import { perStudent, usualEffort } from "./effort.ts";

it("counts the letters of a round by e-mail: asked, reminded, answered, told", () => {
	// One institution asks one host, which asks two sites: three letters, three answers, one reminder, two sites and four students told.
	expect(usualEffort({ institutions: 1, hosts: 1, sites: 2, placed: 4 })).toEqual({ messages: 13, touches: 6 });
	expect(usualEffort({ institutions: 0, hosts: 0, sites: 0, placed: 0 })).toEqual({ messages: 0, touches: 0 });
});

it("says how many to each student, and never none where there were some", () => {
	expect(perStudent(230, 100)).toBe(2.3);
	expect(perStudent(4, 100)).toBe(0.04);
	expect(perStudent(2, 50_000)).toBe(0.01);
	expect(perStudent(0, 100)).toBe(0);
	expect(perStudent(5, 0)).toBeNull();
});
